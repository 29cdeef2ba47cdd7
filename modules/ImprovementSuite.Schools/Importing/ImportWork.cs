using System.Collections.Concurrent;
using Hangfire;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Schools.Importing;

/// <summary>How far the records of an import are on their way.</summary>
internal readonly record struct ImportProgress(int Sent, int Of);

/// <summary>
/// Sends the records of an import to the intake, or what stood before them when it is undone. A stop may cut it off anywhere: done again, it sends the
/// same records under the same version, or a later one, and nothing changes twice.
/// </summary>
internal sealed class ImportWork(
    ModuleDatabase<SchoolsDb> database, SchoolRecordIntake intake, IServiceScopeFactory scopes, Doorbell doorbell, IBackgroundJobClient jobs, Council council, BusinessClock clock,
    ILogger<ImportWork> log)
{
    /// <summary>The source system of everything that people bring in or type.</summary>
    public const string Source = "council";

    private const int UnderWay = 4;

    /// <summary>What the ledger calls it as a sender.</summary>
    private static readonly FeedClient Sender = new("Imports", SchoolsModule.Name, [Source]);

    private readonly SemaphoreSlim _one = new(1);
    private readonly ConcurrentDictionary<int, ImportProgress> _progress = new();

    /// <summary>Null where it waits for its turn, or is over.</summary>
    public ImportProgress? ProgressOf(int import) => _progress.TryGetValue(import, out var progress) ? progress : null;

    /// <summary>Does what is left to do of an import; nothing where nothing is.</summary>
    [AutomaticRetry(Attempts = 10)]
    public async Task Run(int id, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SchoolsDb>();
            var import = await db.Imports.SingleAsync(i => i.Id == id, cancel);
            if (import.State == ImportState.Taking)
                await Take(db, import, cancel);
            else if (import.State == ImportState.Undoing)
                await TakeBack(db, import, cancel);
            else
                return;
        }
        finally
        {
            _progress.TryRemove(id, out _);
            _one.Release();
        }
        doorbell.Ring(SchoolsModule.Name);
        jobs.Enqueue<FloorMoves>(moves => moves.Publish());
    }

    private async Task Take(SchoolsDb db, Import import, CancellationToken cancel)
    {
        database.Write(connection => ImportStore.SetEffects(connection, import.Id, import.TakenAs));
        var lines = database.Read(connection => ImportStore.Lines(connection, import.Id, import.TakenAs));
        if (import.Kind == ImportKind.Register)
            await NoteWhatTheRegisterSays(db, import, lines, cancel);
        // What was typed is sent in any case: an import that is not done yet may bring something else, and what was typed later stands.
        var total = await Send(
            import, $"import-{import.Id}", lines.Where(line => line.Effect != ImportEffect.Same || import.Kind == ImportKind.Typed), line => Keyed(line.Body, line.RecordId, import.TakenAs), cancel);
        import.Done(clock.Now);
        await End(db, import, "finished taking an import", total);
    }

    private async Task TakeBack(SchoolsDb db, Import import, CancellationToken cancel)
    {
        var (lines, _) = database.Read(connection => ImportStore.ToUndo(connection, import.Id));
        var version = database.Read(connection => ImportStore.NextVersion(connection, clock.Now));
        var total = await Send(
            import, $"import-{import.Id}-undo", lines,
            line => line.Before is { } before ? Keyed(before, line.RecordId, version) : Keyed(line.Body, line.RecordId, version, deleted: true), cancel);
        import.Undone();
        await End(db, import, "finished undoing an import", total);
    }

    private async Task<Receipt> Send(Import import, string stream, IEnumerable<ImportLine> lines, Func<ImportLine, SchoolRecord> record, CancellationToken cancel)
    {
        var (all, total, underWay) = (lines.ToList(), new Receipt(), new Queue<(Task<Receipt> Receipt, int Records)>());
        var sent = 0;
        _progress[import.Id] = new(0, all.Count);
        foreach (var (place, batch) in all.Chunk(SchoolRecordIntake.MostRecords).Index())
        {
            var header = new BatchHeader { SourceSystem = Source, Stream = stream, Sequence = place + 1, SchemaVersion = SchoolRecordIntake.SchemaVersion };
            underWay.Enqueue((intake.Submit(Sender, header, [.. batch.Select(record)], cancel), batch.Length));
            if (underWay.Count > UnderWay)
                await Answered();
        }
        while (underWay.Count > 0)
            await Answered();
        return total;

        async Task Answered()
        {
            var (answer, records) = underWay.Dequeue();
            var receipt = await answer;
            (total.Accepted, total.Duplicate, total.Stale) = (total.Accepted + receipt.Accepted, total.Duplicate + receipt.Duplicate, total.Stale + receipt.Stale);
            (total.Reconciled, total.Rejected) = (total.Reconciled + receipt.Reconciled, total.Rejected + receipt.Rejected);
            _progress[import.Id] = new(sent += records, all.Count);
        }
    }

    private async Task End(SchoolsDb db, Import import, string action, Receipt total)
    {
        // Every record was checked when it was read; one that is rejected all the same is on the page of rejected records.
        if (total.Rejected > 0)
            log.LogWarning("{Count} records of import {Id} were rejected.", total.Rejected, import.Id);
        db.Record(
            Actor.Suite, action, $"{import.Words()}, {import.Name}",
            after: $"{Say.Count("record", total.Accepted)} accepted, {Say.Number(total.Duplicate + total.Stale)} here already, {Say.Number(total.Reconciled)} only compared, {Say.Number(total.Rejected)} rejected");
        await db.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>A register of one authority says whose the suite is where nobody has; and where another person is the head, since when.</summary>
    private async Task NoteWhatTheRegisterSays(SchoolsDb db, Import import, List<ImportLine> lines, CancellationToken cancel)
    {
        var settings = await db.Settings(cancel);
        if (settings.Authority.Length == 0 && lines.FirstOrDefault()?.Record.School.LocalAuthority is { } authority)
        {
            settings.IsOf(authority, council.Name);
            db.Record(Actor.Suite, "took the authority from a register", "Settings of schools", after: $"{authority} {council.Name}");
        }
        // The day it was taken, and not of this run: done again after a stop, it says the same.
        var day = DateOnly.FromDateTime(BusinessClock.Local(import.TakenAt!.Value));
        var notes = await db.Notes.ToDictionaryAsync(note => note.Urn, cancel);
        foreach (var line in lines.Where(line => line.Effect == ImportEffect.Changed))
        {
            var (before, now) = (line.RecordBefore!.School, line.Record.School);
            if (before.HeadMark.Length == 0 || now.HeadMark.Length == 0 || before.HeadMark == now.HeadMark || (notes.TryGetValue(line.Urn, out var note) && note.HeadSince >= day))
                continue;
            note ??= db.Notes.Add(new SchoolNote { Urn = line.Urn }).Entity;
            var said = note.InLog();
            note.Say(note.Locality, note.Adviser, day, note.InspectionExpectedOn);
            db.Record(Actor.Suite, "noted a new head", $"{line.Urn} {now.Name}", said, note.InLog(), $"The register of {import.Name} names another head");
        }
        await db.SaveAndCountAnew(cancel);
    }

    private static SchoolRecord Keyed(byte[] body, string recordId, long version, bool deleted = false)
    {
        var record = SchoolRecord.Parser.ParseFrom(body);
        record.Key = new RecordKey { RecordId = recordId, Version = version, Deleted = deleted };
        return record;
    }
}

/// <summary>At start: what a stop cut off goes on, because Hangfire forgets its jobs and the rows do not.</summary>
internal sealed class ImportsGoOn(ModuleDatabase<SchoolsDb> database, IBackgroundJobClient jobs) : IHostedService
{
    // In SQL, because a start need not wait for Entity Framework to build the module's model.
    public Task StartAsync(CancellationToken cancel)
    {
        foreach (var id in database.Read(connection => connection.Query(
                     "SELECT Id FROM import WHERE State IN ($1, $2) ORDER BY Id", row => row.GetInt32(0), (int)ImportState.Taking, (int)ImportState.Undoing)))
            jobs.Enqueue<ImportWork>(work => work.Run(id, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
}

using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Feed.V1;
using ImprovementSuite.Workforce.Importing.Reading;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Workforce.Importing;

/// <summary>What an import would change now, and which of its records are at odds with what is stored.</summary>
internal sealed record ImportPreview(IReadOnlyList<ImportLine> Lines, IReadOnlyList<DraftFault> Conflicts)
{
    private readonly HashSet<int> _atOdds = [.. Conflicts.Select(conflict => conflict.Line)];

    public IEnumerable<ImportLine> Of(ImportEffect effect) => Lines.Where(line => line.Effect == effect && !_atOdds.Contains(line.Line));

    public int Count(ImportEffect effect) => Of(effect).Count();

    /// <summary>Stands for what a person was shown.</summary>
    public string Seen => $"{Count(ImportEffect.New)}-{Count(ImportEffect.Changed)}-{Count(ImportEffect.Same)}-{Count(ImportEffect.Out)}-{Conflicts.Count}";
}

/// <summary>What undoing an import would do, and what stands in its way: records that came later and cannot be without these.</summary>
internal sealed record UndoPreview(WayBack Way, IReadOnlyList<DraftFault> InTheWay);

/// <summary>What a person does with a file: it is read, looked at, and then taken or dropped; one that was taken can be undone. Every step stands in the change log.</summary>
internal sealed class Imports(ModuleDatabase<WorkforceDb> database, WorkforceRecordIntake intake, IServiceScopeFactory scopes, Pseudonyms pseudonyms, BusinessClock clock)
{
    /// <summary>The source system of everything that people bring in.</summary>
    public const string Source = "council";

    /// <summary>What the ledger calls it as a sender.</summary>
    private static readonly FeedClient Sender = new("Imports", WorkforceModule.Name, [Source]);

    /// <summary>One at a time: what the next one changes depends on how the one before it ends.</summary>
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Reads a file whole and keeps what it would change. Nothing of it counts yet.</summary>
    /// <returns>The import, which now waits.</returns>
    /// <exception cref="FileRefusedException">The file cannot be taken as a whole.</exception>
    public async Task<int> Read(string form, string name, byte[] content, Actor by, CancellationToken cancel)
    {
        var draft = form == CensusFile.Form ? CensusFile.Read(new MemoryStream(content), pseudonyms, clock.Today) : FilledForm.Read(content, RecordForm.Named(form)!, pseudonyms, clock.Today);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkforceDb>();
        var import = new Import { Form = form, Name = Import.Named(name), By = by.Name, At = clock.Now, Rows = draft.Rows, PassedOver = Say.List(draft.PassedOver) };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(import);
        db.Record(by, "read a file of the workforce", $"{import.Words()}, {import.Name}", after: $"{Say.Count("line", draft.Rows)}, {Say.Count("record", draft.Records.Count)}, {Say.Count("fault", draft.Faults.Count)}");
        await db.SaveChangesAsync(cancel);
        ImportStore.Insert((SqliteConnection)db.Database.GetDbConnection(), import.Id, draft.Records.OrderBy(record => Turn(record.Record, record.Deleted)), draft.Faults);
        await transaction.CommitAsync(cancel);
        return import.Id;
    }

    /// <summary>What an import that waits would change, and what of it would be rejected: found out by the intake itself, which keeps nothing of it.</summary>
    public ImportPreview Preview(Import import)
    {
        var (lines, version) = database.Read(connection => (ImportStore.Lines(connection, import.Id), ImportStore.NextVersion(connection, clock.Now)));
        var sent = lines.Where(line => line.Effect != ImportEffect.Same).ToList();
        return new(lines, Conflicts(import, sent, line => line.Keyed(version)));
    }

    /// <summary>What undoing an import that was taken would do, found out in the same way.</summary>
    public UndoPreview PreviewUndo(Import import)
    {
        var (way, version) = database.Read(connection => (ImportStore.ToUndo(connection, import.Id), ImportStore.NextVersion(connection, clock.Now)));
        return new(way, Conflicts(import, InTurn(way), line => line.TakenBack(version)));
    }

    /// <summary>Says yes: its records go to the intake. One that a stop cut off is taken again under the same version, and nothing changes twice.</summary>
    /// <returns>Why it cannot be taken; null where it was.</returns>
    public Task<string?> Take(int id, Actor by) => Alone(async db =>
    {
        var import = await db.Set<Import>().SingleAsync(one => one.Id == id);
        if (import.State is not (ImportState.Waiting or ImportState.Taking))
            return Decided;
        var (lines, version) = database.Read(connection => (ImportStore.Lines(connection, id), ImportStore.NextVersion(connection, clock.Now)));
        if (import.State == ImportState.Waiting)
        {
            import.Take(clock.Now, version, lines.Count(line => line.Effect == ImportEffect.New), lines.Count(line => line.Effect is ImportEffect.Changed or ImportEffect.Out), lines.Count(line => line.Effect == ImportEffect.Same));
            db.Record(by, "took an import", $"{import.Words()}, {import.Name}");
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateConcurrencyException)
            {
                return Decided;
            }
        }
        var sent = lines.Where(line => line.Effect != ImportEffect.Same).ToList();
        await Send($"import-{id}", sent.Select(line => line.Keyed(import.TakenAs)));
        var rejected = 0;
        database.Write(connection => rejected = ImportStore.ForgetRejected(connection, id, sent, import.TakenAs));
        import.Done(rejected);
        db.Record(Actor.Suite, "finished taking an import", $"{import.Words()}, {import.Name}", after: $"{Say.Number(import.New)} new, {Say.Number(import.Changed)} changed, {Say.Number(import.Same)} the same, {Say.Number(rejected)} of them rejected");
        await db.SaveChangesAsync();
        return null;
    });

    /// <summary>
    /// Takes back what was taken: each record that still stands as this import brought it becomes again what it was before. One that a stop cut off is
    /// undone again under the same version, and nothing changes twice.
    /// </summary>
    /// <returns>Why it cannot be undone; null where it was.</returns>
    public Task<string?> Undo(int id, string why, Actor by) => Alone(async db =>
    {
        var import = await db.Set<Import>().SingleAsync(one => one.Id == id);
        if (import.State is not (ImportState.Done or ImportState.Undoing) || !import.KeepsBefore)
            return "It is not one that can be undone, or somebody else has undone it meanwhile";
        var preview = PreviewUndo(import);
        if (import.State == ImportState.Done)
        {
            if (preview.InTheWay.Count > 0)
                return "Records that came later stand in the way: below stands which. Undo or correct those first";
            import.Undo(by.Name, why, clock.Now, database.Read(connection => ImportStore.NextVersion(connection, clock.Now)), preview.Way.LeftAlone);
            db.Record(by, "undid an import", $"{import.Words()}, {import.Name}", after: $"{Say.Count("record", preview.Way.Lines.Count)} taken back, {Say.Number(preview.Way.LeftAlone)} left alone", why: why);
            await db.SaveChangesAsync();
        }
        await Send($"import-{id}-undo", InTurn(preview.Way).Select(line => line.TakenBack(import.UndoneAs)));
        await using var transaction = await db.Database.BeginTransactionAsync();
        import.Undone();
        db.Record(Actor.Suite, "finished undoing an import", $"{import.Words()}, {import.Name}");
        await db.SaveChangesAsync();
        // What it said is nobody's history any more, and it may be about people.
        await db.Set<ImportRecord>().Where(record => record.ImportId == id).ExecuteDeleteAsync();
        await transaction.CommitAsync();
        return null;
    });

    /// <summary>Says no: nothing of it is kept but that it was brought.</summary>
    public async Task<string?> Drop(int id, Actor by, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkforceDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var import = await db.Set<Import>().SingleAsync(one => one.Id == id, cancel);
        if (import.State != ImportState.Waiting)
            return Decided;
        import.Drop();
        db.Record(by, "dropped an import", $"{import.Words()}, {import.Name}");
        await db.SaveChangesAsync(cancel);
        await db.Set<ImportRecord>().Where(record => record.ImportId == id).ExecuteDeleteAsync(cancel);
        await db.Set<ImportFault>().Where(fault => fault.ImportId == id).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private const string Decided = "Somebody else has decided about it meanwhile";

    private async Task<string?> Alone(Func<WorkforceDb, Task<string?>> work)
    {
        await _one.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await work(scope.ServiceProvider.GetRequiredService<WorkforceDb>());
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task Send(string stream, IEnumerable<WorkforceRecord> records)
    {
        foreach (var (place, batch) in records.Chunk(WorkforceRecordIntake.MostRecords).Index())
            await intake.Submit(
                Sender, new BatchHeader { SourceSystem = Source, Stream = stream, Sequence = place + 1, SchemaVersion = WorkforceRecordIntake.SchemaVersion }, batch, CancellationToken.None);
    }

    private List<DraftFault> Conflicts(Import import, IReadOnlyList<ImportLine> sent, Func<ImportLine, WorkforceRecord> record) =>
    [
        .. intake.Conflicts(Sender, Source, [.. sent.Select(record)])
            .Select(one => new DraftFault(sent[one.Index].Line, import.HeadingOf(one.Problem.Field), ImportDraft.InWordsOfTheFile(one.Problem, import.HeadingOf))),
    ];

    private static List<ImportLine> InTurn(WayBack way) => [.. way.Lines.OrderBy(line => Turn(line.RecordBefore ?? line.Record, line.Before is null))];

    /// <summary>What makes room goes first: records that are taken out, then times that end, each by its first day.</summary>
    private static (int, string) Turn(WorkforceRecord record, bool deleted) => deleted ? (0, "") : record switch
    {
        { PersonInPost: { } person } => (person.EndsOn.Length > 0 ? 1 : 2, person.StartsOn),
        { AgencyCover: { } cover } => (cover.EndsOn.Length > 0 ? 1 : 2, cover.StartsOn),
        { Post: { } post } => (1, post.StartsOn),
        _ => (1, ""),
    };
}

using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed;
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

/// <summary>What a person does with a file: it is read, looked at, and then taken or dropped. Every step stands in the change log.</summary>
internal sealed class Imports(ModuleDatabase<WorkforceDb> database, WorkforceRecordIntake intake, IServiceScopeFactory scopes, Pseudonyms pseudonyms, BusinessClock clock)
{
    /// <summary>The source system of everything that people bring in.</summary>
    public const string Source = "council";

    /// <summary>What the ledger calls it as a sender.</summary>
    private static readonly FeedClient Sender = new("Imports", WorkforceModule.Name, [Source]);

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
        return new(
            lines,
            [
                .. intake.Conflicts(Sender, Source, [.. sent.Select(line => line.Keyed(version))])
                    .Select(one => new DraftFault(sent[one.Index].Line, import.HeadingOf(one.Problem.Field), ImportDraft.InWordsOfTheFile(one.Problem, import.HeadingOf))),
            ]);
    }

    /// <summary>Says yes: its records go to the intake. One that a stop cut off is taken again under the same version, and nothing changes twice.</summary>
    /// <returns>Why it cannot be taken; null where it was.</returns>
    public async Task<string?> Take(int id, Actor by)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkforceDb>();
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
        foreach (var (place, batch) in sent.Chunk(WorkforceRecordIntake.MostRecords).Index())
            await intake.Submit(
                Sender, new BatchHeader { SourceSystem = Source, Stream = $"import-{id}", Sequence = place + 1, SchemaVersion = WorkforceRecordIntake.SchemaVersion },
                [.. batch.Select(line => line.Keyed(import.TakenAs))], CancellationToken.None);
        var rejected = 0;
        database.Write(connection => rejected = ImportStore.Settle(connection, id, sent, import.TakenAs));
        import.Done(rejected);
        db.Record(Actor.Suite, "finished taking an import", $"{import.Words()}, {import.Name}", after: $"{Say.Number(import.New)} new, {Say.Number(import.Changed)} changed, {Say.Number(import.Same)} the same, {Say.Number(rejected)} of them rejected");
        await db.SaveChangesAsync();
        return null;
    }

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

    /// <summary>What makes room goes first: records that are taken out, then times that end, each by its first day.</summary>
    private static (int, string) Turn(Feed.V1.WorkforceRecord record, bool deleted) => deleted ? (0, "") : record switch
    {
        { PersonInPost: { } person } => (person.EndsOn.Length > 0 ? 1 : 2, person.StartsOn),
        { AgencyCover: { } cover } => (cover.EndsOn.Length > 0 ? 1 : 2, cover.StartsOn),
        { Post: { } post } => (1, post.StartsOn),
        _ => (1, ""),
    };
}

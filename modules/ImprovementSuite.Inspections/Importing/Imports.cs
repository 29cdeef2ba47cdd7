using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Inspections.Importing.Reading;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Inspections.Importing;

/// <summary>What an import would change now, and which of its records are at odds with what is stored.</summary>
internal sealed record ImportPreview(IReadOnlyList<ImportLine> Lines, IReadOnlyList<DraftFault> Conflicts)
{
    private readonly HashSet<int> _atOdds = [.. Conflicts.Select(conflict => conflict.Line)];

    public IEnumerable<ImportLine> Of(ImportEffect effect) => Lines.Where(line => line.Effect == effect && !_atOdds.Contains(line.Line));

    public int Count(ImportEffect effect) => Of(effect).Count();

    /// <summary>Stands for what a person was shown.</summary>
    public string Seen => $"{Count(ImportEffect.New)}-{Count(ImportEffect.Changed)}-{Count(ImportEffect.Same)}-{Count(ImportEffect.Out)}-{Conflicts.Count}";
}

/// <summary>What undoing an import would do.</summary>
/// <param name="Back">Records that would be again as they were before it.</param>
/// <param name="Gone">Records that were not there before it, and would go.</param>
/// <param name="LeftAlone">Records that somebody has changed since.</param>
/// <param name="WorkedOn">Recommendations that people have worked on.</param>
/// <param name="Conflicts">Why it cannot be undone: what came after it hangs on it.</param>
internal sealed record UndoPreview(int Back, int Gone, int LeftAlone, int WorkedOn, IReadOnlyList<string> Conflicts);

/// <summary>What a person does with a file or a form: it is read, looked at, and then taken or dropped; what was taken can be undone. Every step stands in the change log.</summary>
internal sealed class Imports(ModuleDatabase<InspectionsDb> database, InspectionRecordIntake intake, IServiceScopeFactory scopes, BusinessClock clock)
{
    /// <summary>The source system of everything that people bring in.</summary>
    public const string Source = "council";

    private const string Decided = "Somebody else has decided about it meanwhile";

    /// <summary>What the ledger calls it as a sender.</summary>
    private static readonly FeedClient Sender = new("Imports", InspectionsModule.Name, [Source]);

    /// <summary>Reads a file whole and keeps what it would change. Nothing of it counts yet.</summary>
    /// <returns>The import, which now waits.</returns>
    /// <exception cref="FileRefusedException">The file cannot be taken as a whole.</exception>
    public Task<int> Read(RecordForm form, string name, byte[] content, Actor by, CancellationToken cancel) =>
        Keep(form, name, FilledForm.Read(content, form, database.Read(connection => Standing.Of(connection, form)), clock.Today), isTyped: false, by, cancel);

    /// <summary>The council's record that stands under a key; null where none does.</summary>
    public InspectionRecord? Find(RecordForm form, InspectionRecord key) => database.Read(connection =>
    {
        var standing = Standing.Of(connection, form);
        return standing.IdentifierOf(form.KeyOf(standing.AsKept(key))) is { } id ? standing.Find(id) : null;
    });

    /// <summary>Keeps a record that was typed, to its end.</summary>
    /// <returns>The import of one line that it is; or what is wrong with it, and nothing is kept.</returns>
    public async Task<(int? Import, IReadOnlyList<Problem> Problems)> Type(RecordForm form, InspectionRecord record, Actor by)
    {
        var standing = database.Read(connection => Standing.Of(connection, form));
        standing.AsKept(record);
        if (ImportDraft.Problems(record, clock.Today) is { Count: > 0 } problems)
            return (null, problems);
        var draft = new ImportDraft(form, standing.IdentifierOf, clock.Today);
        draft.Add(1, record, deleted: false);
        var line = new ImportLine(draft.Records[0].Id, 1, false, record, standing.Find(draft.Records[0].Id));
        if (line.Effect != ImportEffect.Same && ConflictsOf([line]) is [var (_, conflict), ..])
            return (null, [conflict]);
        // It is right: a browser that has gone does not stop it.
        var import = await Keep(form, form.Named(record), draft, isTyped: true, by, CancellationToken.None);
        await Take(import, by);
        return (import, []);
    }

    /// <summary>What an import that waits would change, and what of it would be rejected: found out by the intake itself, which keeps nothing of it.</summary>
    public ImportPreview Preview(Import import)
    {
        var form = RecordForm.Named(import.Form)!;
        var lines = database.Read(connection => ImportStore.Lines(connection, import));
        var sent = lines.Where(line => line.Effect != ImportEffect.Same).ToList();
        return new(lines, [.. ConflictsOf(sent).Select(one => new DraftFault(sent[one.Index].Line, CellText.HeadingOf(form, one.Problem.Field), CellText.InWords(one.Problem, form)))]);
    }

    /// <summary>Says yes: its records go to the intake. One that a stop cut off is taken again under the same version, and nothing changes twice.</summary>
    /// <returns>Why it cannot be taken; null where it was.</returns>
    public async Task<string?> Take(int id, Actor by)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InspectionsDb>();
        var import = await db.Imports.SingleAsync(one => one.Id == id);
        if (import.State is not (ImportState.Waiting or ImportState.Taking))
            return Decided;
        var (lines, version) = database.Read(connection => (ImportStore.Lines(connection, import), ImportStore.NextVersion(connection, clock.Now)));
        if (import.State == ImportState.Waiting)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            import.Take(clock.Now, version, lines.Count(line => line.Effect == ImportEffect.New), lines.Count(line => line.Effect is ImportEffect.Changed or ImportEffect.Out), lines.Count(line => line.Effect == ImportEffect.Same));
            db.Record(by, "took an import", import.InLog());
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateConcurrencyException)
            {
                return Decided;
            }
            ImportStore.KeepBefore((SqliteConnection)db.Database.GetDbConnection(), id, lines);
            await transaction.CommitAsync();
        }
        var sent = lines.Where(line => line.Effect != ImportEffect.Same).ToList();
        await Send($"import-{id}", sent.Select(line => line.Keyed(import.TakenAs)));
        var rejected = 0;
        database.Write(connection => rejected = ImportStore.Settle(connection, import, sent));
        import.Done(rejected);
        db.Record(Actor.Suite, "finished taking an import", import.InLog(), after: $"{Say.Number(import.New)} new, {Say.Number(import.Changed)} changed, {Say.Number(import.Same)} the same, {Say.Number(rejected)} of them rejected");
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Says no: nothing of it is kept but that it was brought.</summary>
    public async Task<string?> Drop(int id, Actor by, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InspectionsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var import = await db.Imports.SingleAsync(one => one.Id == id, cancel);
        if (import.State != ImportState.Waiting)
            return Decided;
        import.Drop();
        db.Record(by, "dropped an import", import.InLog());
        await db.SaveChangesAsync(cancel);
        await db.Set<ImportRecord>().Where(record => record.ImportId == id).ExecuteDeleteAsync(cancel);
        await db.Set<ImportFault>().Where(fault => fault.ImportId == id).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>What undoing an import that was taken would do.</summary>
    public UndoPreview ToUndo(Import import)
    {
        var form = RecordForm.Named(import.Form)!;
        var ((lines, leftAlone), workedOn, version) = database.Read(connection =>
        {
            var undo = ImportStore.ToUndo(connection, import);
            return (undo, form.Code == Tables.Recommendation ? ImportStore.WorkedOn(connection, undo.Lines.Where(line => line.Before is null)) : 0, ImportStore.NextVersion(connection, clock.Now));
        });
        var conflicts = intake.Conflicts(Sender, Source, [.. lines.Select(line => line.Undone(version))]);
        return new(
            lines.Count(line => line.Before is not null), lines.Count(line => line.Before is null), leftAlone, workedOn, [.. conflicts.Select(conflict => CellText.InWords(conflict.Problem, form))]);
    }

    /// <summary>Takes back what was taken: each record that still stands as this import brought it becomes again what it was before. It is undone as a whole or not at all.</summary>
    /// <returns>Why it cannot be undone; null where it was.</returns>
    public async Task<string?> Undo(int id, string? why, Actor by)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InspectionsDb>();
        var import = await db.Imports.SingleAsync(one => one.Id == id);
        if (import.State is not (ImportState.Done or ImportState.Undoing))
            return "It is not one that was taken, or somebody else has undone it meanwhile";
        var ((lines, leftAlone), version) = database.Read(connection => (ImportStore.ToUndo(connection, import), ImportStore.NextVersion(connection, clock.Now)));
        if (import.State == ImportState.Done)
        {
            if (ToUndo(import).Conflicts is [var first, ..])
                return first.TrimEnd('.');
            import.Undo(by.Name, why!, clock.Now, version, leftAlone);
            db.Record(by, "undid an import", import.InLog(), after: $"{Say.Count("record", lines.Count)} taken back, {Say.Number(leftAlone)} left alone", why: why);
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateConcurrencyException)
            {
                return Decided;
            }
        }
        await Send($"import-{id}-undo", lines.Select(line => line.Undone(import.UndoneAs)));
        import.Undone();
        db.Record(Actor.Suite, "finished undoing an import", import.InLog());
        await db.SaveChangesAsync();
        return null;
    }

    private async Task<int> Keep(RecordForm form, string name, ImportDraft draft, bool isTyped, Actor by, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InspectionsDb>();
        var import = new Import { Form = form.Code, Name = Import.Named(name), IsTyped = isTyped, By = by.Name, At = clock.Now, Rows = draft.Rows, PassedOver = Say.List(draft.PassedOver) };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Imports.Add(import);
        db.Record(
            by, isTyped ? "typed a record of inspections" : "read a file of inspections", import.InLog(),
            after: isTyped ? null : $"{Say.Count("line", draft.Rows)}, {Say.Count("record", draft.Records.Count)}, {Say.Count("fault", draft.Faults.Count)}");
        await db.SaveChangesAsync(cancel);
        ImportStore.Insert((SqliteConnection)db.Database.GetDbConnection(), import.Id, draft);
        await transaction.CommitAsync(cancel);
        return import.Id;
    }

    private IReadOnlyList<(int Index, Problem Problem)> ConflictsOf(IReadOnlyList<ImportLine> sent)
    {
        var version = database.Read(connection => ImportStore.NextVersion(connection, clock.Now));
        return intake.Conflicts(Sender, Source, [.. sent.Select(line => line.Keyed(version))]);
    }

    private async Task Send(string stream, IEnumerable<InspectionRecord> records)
    {
        foreach (var (place, batch) in records.Chunk(InspectionRecordIntake.MostRecords).Index())
            await intake.Submit(
                Sender, new BatchHeader { SourceSystem = Source, Stream = stream, Sequence = place + 1, SchemaVersion = InspectionRecordIntake.SchemaVersion }, batch, CancellationToken.None);
    }
}

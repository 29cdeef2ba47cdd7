using Hangfire;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Importing.Reading;
using ImprovementSuite.Schools.Results;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Schools.Importing;

/// <summary>What a person does with a file: it is read, looked at, and then taken or dropped; one that was taken can be undone. Every step stands in the change log.</summary>
internal sealed class Imports(ImportWork work, ModuleDatabase<SchoolsDb> database, IServiceScopeFactory scopes, Pseudonyms pseudonyms, IBackgroundJobClient jobs, BusinessClock clock)
{
    /// <summary>Reads a file whole and keeps what it would change. Nothing of it counts yet.</summary>
    /// <param name="content">Can be read twice.</param>
    /// <param name="year">Of results: the year of the tests.</param>
    /// <param name="status">Of results.</param>
    /// <returns>The import, which now waits.</returns>
    /// <exception cref="ImportFileException">The file cannot be taken as a whole.</exception>
    public async Task<int> Read(ImportKind kind, string name, Stream content, int? year, ResultStatus? status, Actor by, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolsDb>();
        var draft = Draft(kind, name, content, year, status, (await db.Settings(cancel)).Authority);
        var import = new Import
        {
            Kind = kind, Name = Import.Named(name), Year = kind == ImportKind.Register ? null : year, Status = kind == ImportKind.Register ? null : status, By = by.Name, At = clock.Now,
            Rows = draft.Rows, PassedOver = draft.PassedOver,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Imports.Add(import);
        db.Record(
            by, "read a file of schools", $"{import.Words()}, {import.Name}",
            after: $"{Say.Count("row", draft.Rows)}, {Say.Count("record", draft.Records.Count)}, {Say.Count("fault", draft.Faults.Count)}, {Say.Number(draft.PassedOver)} passed over");
        await db.SaveChangesAsync(cancel);
        ImportStore.Insert((SqliteConnection)db.Database.GetDbConnection(), import.Id, draft.Records, draft.Faults);
        await transaction.CommitAsync(cancel);
        return import.Id;
    }

    /// <summary>Says yes: its records go to the intake in the background.</summary>
    /// <returns>Why it cannot be taken; null where it can.</returns>
    public async Task<string?> Take(int id, Actor by, CancellationToken cancel)
    {
        if (await BeginTaking(id, by, cancel) is { } refused)
            return refused;
        jobs.Enqueue<ImportWork>(job => job.Run(id, CancellationToken.None));
        return null;
    }

    /// <summary>As the other, to its end.</summary>
    /// <exception cref="InvalidOperationException">It cannot be taken.</exception>
    public async Task TakeNow(int id, Actor by, CancellationToken cancel)
    {
        if (await BeginTaking(id, by, cancel) is { } refused)
            throw new InvalidOperationException(refused);
        await work.Run(id, cancel);
    }

    /// <summary>Says no: nothing of it is kept but that it was brought.</summary>
    public async Task<string?> Drop(int id, Actor by, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var import = await db.Imports.SingleAsync(i => i.Id == id, cancel);
        if (import.State != ImportState.Waiting)
            return Decided;
        import.Drop(clock.Now);
        db.Record(by, "dropped an import", $"{import.Words()}, {import.Name}");
        await db.SaveChangesAsync(cancel);
        await db.Set<ImportRecord>().Where(record => record.ImportId == id).ExecuteDeleteAsync(cancel);
        await db.Set<ImportFault>().Where(fault => fault.ImportId == id).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Takes back what was taken: each record that still stands as this import brought it becomes again what it was before, in the background.</summary>
    /// <returns>Why it cannot be undone; null where it can.</returns>
    public async Task<string?> Undo(int id, string why, Actor by, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolsDb>();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            var import = await db.Imports.SingleAsync(i => i.Id == id, cancel);
            if (import.State != ImportState.Done)
                return "It is not one that was taken, or somebody else has undone it meanwhile";
            if (await Busy(db, cancel) is { } busy)
                return busy;
            var (lines, leftAlone) = ImportStore.ToUndo((SqliteConnection)db.Database.GetDbConnection(), id);
            import.Undo(by.Name, why, clock.Now, leftAlone);
            db.Record(by, "undid an import", $"{import.Words()}, {import.Name}", after: $"{Say.Count("record", lines.Count)} taken back, {Say.Number(leftAlone)} left alone", why: why);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        jobs.Enqueue<ImportWork>(job => job.Run(id, CancellationToken.None));
        return null;
    }

    private const string Decided = "Somebody else has decided about it meanwhile";

    private async Task<string?> BeginTaking(int id, Actor by, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var import = await db.Imports.SingleAsync(i => i.Id == id, cancel);
        if (import.State != ImportState.Waiting)
            return Decided;
        if (await Busy(db, cancel) is { } busy)
            return busy;
        import.Take(clock.Now, ImportStore.NextVersion((SqliteConnection)db.Database.GetDbConnection(), clock.Now));
        db.Record(by, "took an import", $"{import.Words()}, {import.Name}");
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>One at a time: what the next one changes depends on how the one before it ends.</summary>
    private static async Task<string?> Busy(SchoolsDb db, CancellationToken cancel) =>
        await db.Imports.AsNoTracking().FirstOrDefaultAsync(other => other.State == ImportState.Taking || other.State == ImportState.Undoing, cancel) is { } other
            ? $"{other.Name} is being {(other.State == ImportState.Taking ? "taken" : "undone")}. Wait until that is done, and try again"
            : null;

    private ImportDraft Draft(ImportKind kind, string name, Stream content, int? year, ResultStatus? status, string authority)
    {
        if (kind == ImportKind.Register)
            return NotEmpty(With(file => RegisterFile.Read(file, authority, pseudonyms, clock.Today)));
        var set = new ResultSet(year!.Value, status!.Value);
        if (YearOfFile.WhyNot(kind, set.Year, clock.Today) is { } why)
            throw new ImportFileException(why);
        var draft = NotEmpty(With(file => kind == ImportKind.Results ? ResultsFile.Read(file, name, set, clock.Today) : LevelFile.Read(file, set, clock.Today)));
        return database.Read(connection => ImportStore.YearWithTheSameFigures(connection, draft.Records, set.Year)) is { } other
            ? throw new ImportFileException(
                $"All figures of the schools that were compared are those that are stored of {other}, so the file is of the tests of {other}, and {set.Year} was chosen. Choose {other}, or the file of {set.Year}.")
            : draft;

        ImportDraft With(Func<CsvFile, ImportDraft> read)
        {
            using var file = CsvFile.Open(content);
            return read(file);
        }
    }

    private static ImportDraft NotEmpty(ImportDraft draft) => draft switch
    {
        { Rows: 0 } => throw new ImportFileException("The file has headings and no lines under them."),
        { Records.Count: 0, Faults.Count: 0 } => throw new ImportFileException(
            $"{Say.Count("line", draft.Rows)} {(draft.Rows == 1 ? "was" : "were")} read, and none is of your authority. Look whether this is the right file, and under Settings which authority is yours."),
        _ => draft,
    };
}

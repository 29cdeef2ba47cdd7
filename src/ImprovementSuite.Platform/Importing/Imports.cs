using Google.Protobuf;
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

namespace ImprovementSuite.Platform.Importing;

/// <summary>
/// What a person does with a file or a form: it is read, looked at, and then taken or dropped; what was taken can be undone. Every step stands in the change
/// log. A module says what its files are, how their records are stored, and what was before them.
/// </summary>
/// <param name="database">The module's database.</param>
/// <param name="scopes">For contexts of its own: a browser that has gone stops nothing.</param>
/// <param name="clock">The business clock.</param>
/// <param name="forms">The forms of its files.</param>
/// <param name="records">All of them together: "the workforce".</param>
/// <param name="path">The page of its imports.</param>
public abstract class Imports(ModuleDatabase database, IServiceScopeFactory scopes, BusinessClock clock, IReadOnlyList<RecordForm> forms, string records, string path)
{
    /// <summary>The source system of everything that people bring in.</summary>
    public const string Source = "council";

    private const string Decided = "Somebody else has decided about it meanwhile";

    /// <summary>One at a time: what the next one changes depends on how the one before it ends.</summary>
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The forms of its files.</summary>
    public IReadOnlyList<RecordForm> Forms => forms;

    /// <summary>What a file can be, by its code and as people choose it.</summary>
    public virtual IReadOnlyList<(string Code, string Title)> Kinds => [.. forms.Select(form => (form.Code, form.Title))];

    /// <summary>All its records together: "the workforce".</summary>
    public string Records => records;

    /// <summary>The page of its imports; each has its own under it.</summary>
    public string Path => path;

    /// <summary>What the ledger calls it as a sender.</summary>
    protected FeedClient Sender { get; } = new("Imports", database.Name, [Source]);

    /// <summary>The business day.</summary>
    protected DateOnly Today => clock.Today;

    /// <summary>The form of a type of record; null where there is none.</summary>
    public RecordForm? Form(string? code) => forms.FirstOrDefault(form => form.Code == code);

    /// <summary>"Recommendations", or "Recommendation, typed".</summary>
    public string Words(Import import) => import.IsTyped ? $"{Form(import.Form)!.OneHeading}, typed" : Kinds.FirstOrDefault(kind => kind.Code == import.Form).Title ?? import.Form;

    /// <summary>Reads a file whole and keeps what it would change. Nothing of it counts yet.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="content">The file.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The import, which now waits.</returns>
    /// <exception cref="FileRefusedException">The file cannot be taken as a whole.</exception>
    public Task<int> Read(string kind, string name, byte[] content, Actor by, CancellationToken cancel) => Keep(kind, name, Draft(kind, content), isTyped: false, by, cancel);

    /// <summary>What an import that waits would change, and what of it would be rejected: found out by the intake itself, which keeps nothing of it.</summary>
    public ImportPreview Preview(Import import)
    {
        var (lines, version) = database.Read(connection => (Lines(connection, import), NextVersion(connection)));
        return new(lines, Conflicts(lines, version));
    }

    /// <summary>What undoing an import that was taken would do, found out in the same way.</summary>
    public UndoPreview PreviewUndo(Import import)
    {
        var (way, version) = database.Read(connection => (ToUndo(connection, import), NextVersion(connection)));
        return new(way, Conflicts(way.Lines, line => line.TakenBack(version)));
    }

    /// <summary>Says yes: its records go to the intake. One that a stop cut off is taken again under the same version, and nothing changes twice.</summary>
    /// <returns>Why it cannot be taken; null where it was.</returns>
    public Task<string?> Take(int id, Actor by) => Alone(async db =>
    {
        var import = await db.Set<Import>().SingleAsync(one => one.Id == id);
        if (import.State is not (ImportState.Waiting or ImportState.Taking))
            return Decided;
        var (lines, version) = database.Read(connection => (Lines(connection, import), NextVersion(connection)));
        if (import.State == ImportState.Waiting)
        {
            // What its preview shows as wrong is left out as it said, and stays on the list of what is wrong.
            var conflicts = Conflicts(lines, version);
            var atOdds = conflicts.Select(conflict => conflict.Line).ToHashSet();
            var left = lines.Where(line => atOdds.Contains(line.Line)).ToList();
            lines = [.. lines.Except(left)];
            await using var transaction = await db.Database.BeginTransactionAsync();
            ImportStore.Insert(Connection(db), id, conflicts);
            ImportStore.Forget(Connection(db), id, left);
            import.Take(clock.Now, version, lines.Count(line => line.Effect == ImportEffect.New), lines.Count(line => line.Effect is ImportEffect.Changed or ImportEffect.Out), lines.Count(line => line.Effect == ImportEffect.Same));
            db.Record(by, "took an import", InLog(import));
            await db.SaveChangesAsync();
            KeepBefore(Connection(db), import, lines);
            await transaction.CommitAsync();
        }
        var sent = lines.Where(line => line.Effect != ImportEffect.Same).ToList();
        await Send($"import-{id}", sent.Select(line => line.Keyed(import.TakenAs)));
        var rejected = 0;
        database.Write(connection => rejected = ImportStore.ForgetRejected(connection, import, sent));
        import.Done(rejected);
        db.Record(Actor.Suite, "finished taking an import", InLog(import), after: $"{Say.Number(import.New)} new, {Say.Number(import.Changed)} changed, {Say.Number(import.Same)} the same, {Say.Number(rejected)} of them rejected");
        await db.SaveChangesAsync();
        return null;
    });

    /// <summary>
    /// Takes back what was taken: each record that still stands as this import brought it becomes again what it was before. It is undone as a whole or not at
    /// all. One that a stop cut off is undone again under the same version, and nothing changes twice.
    /// </summary>
    /// <param name="id">The import.</param>
    /// <param name="why">The reason; of one that was cut off it is known.</param>
    /// <param name="by">Who takes it back.</param>
    /// <returns>Why it cannot be undone; null where it was.</returns>
    public Task<string?> Undo(int id, string? why, Actor by) => Alone(async db =>
    {
        var import = await db.Set<Import>().SingleAsync(one => one.Id == id);
        if (!import.CanBeUndone)
            return "It is not one that can be undone, or somebody else has undone it meanwhile";
        var (way, inTheWay) = PreviewUndo(import);
        if (import.State == ImportState.Done)
        {
            if (inTheWay.Count > 0)
                return "Records that came later stand in the way: below stands which. Undo or correct those first";
            import.Undo(by.Name, why!, clock.Now, database.Read(NextVersion), way.LeftAlone);
            db.Record(by, "undid an import", InLog(import), after: $"{Say.Count("record", way.Lines.Count)} taken back, {Say.Number(way.LeftAlone)} left alone", why: why);
            await db.SaveChangesAsync();
        }
        await Send($"import-{id}-undo", way.Lines.Select(line => line.TakenBack(import.UndoneAs)));
        await using var transaction = await db.Database.BeginTransactionAsync();
        import.Undone();
        db.Record(Actor.Suite, "finished undoing an import", InLog(import));
        await db.SaveChangesAsync();
        // What it said is nobody's history any more, and it may be about people.
        ImportStore.Forget(Connection(db), id);
        await transaction.CommitAsync();
        return null;
    });

    /// <summary>Says no: nothing of it is kept but that it was brought.</summary>
    /// <returns>Why it cannot be dropped; null where it was.</returns>
    public Task<string?> Drop(int id, Actor by) => Alone(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var import = await db.Set<Import>().SingleAsync(one => one.Id == id);
        if (import.State != ImportState.Waiting)
            return Decided;
        import.Drop();
        db.Record(by, "dropped an import", InLog(import));
        await db.SaveChangesAsync();
        ImportStore.Forget(Connection(db), id);
        await db.Set<ImportFault>().Where(fault => fault.ImportId == id).ExecuteDeleteAsync();
        await transaction.CommitAsync();
        return null;
    });

    /// <summary>"Recommendations, recommendations.csv".</summary>
    public string InLog(Import import) => $"{Words(import)}, {import.Name}";

    /// <summary>The module's context.</summary>
    protected abstract ModuleDb Db(IServiceProvider services);

    /// <summary>Gives a batch to the module's intake, from <see cref="Sender"/>.</summary>
    protected abstract Task Submit(BatchHeader header, IEnumerable<IMessage> batch);

    /// <summary>What of some records the module's intake would reject, as they are sent in this order.</summary>
    protected abstract IReadOnlyList<(int Index, Problem Problem)> Conflicts(IEnumerable<IMessage> sent);

    /// <summary>What a file comes to.</summary>
    /// <exception cref="FileRefusedException">It cannot be taken as a whole.</exception>
    protected abstract ImportDraft Draft(string kind, byte[] content);

    /// <summary>Keeps the records of an import, in the order in which they are to be sent.</summary>
    protected abstract void Insert(SqliteConnection connection, int import, IEnumerable<DraftRecord> drafts);

    /// <summary>Every record of an import in the order in which they are sent: of one that waits, beside what stands now; of another, beside what stood when it was taken.</summary>
    protected abstract IReadOnlyList<ImportLine> Lines(SqliteConnection connection, Import import);

    /// <summary>The way back from an import that was taken. Records that are taken back already are on it too, so that an undoing that was cut off sends the same again.</summary>
    protected abstract WayBack ToUndo(SqliteConnection connection, Import import);

    /// <summary>Keeps what stands before an import is taken, where its records do not say so by themselves.</summary>
    protected virtual void KeepBefore(SqliteConnection connection, Import import, IReadOnlyList<ImportLine> lines)
    {
    }

    /// <summary>Keeps what a file or a form came to, as an import that waits.</summary>
    protected async Task<int> Keep(string kind, string name, ImportDraft draft, bool isTyped, Actor by, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Db(scope.ServiceProvider);
        var import = new Import { Form = kind, Name = Import.Named(name), IsTyped = isTyped, By = by.Name, At = clock.Now, Rows = draft.Rows, PassedOver = Say.List(draft.PassedOver) };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(import);
        db.Record(
            by, isTyped ? $"typed a record of {records}" : $"read a file of {records}", InLog(import),
            after: isTyped ? null : $"{Say.Count("line", draft.Rows)}, {Say.Count("record", draft.Records.Count)}, {Say.Count("fault", draft.Faults.Count)}");
        await db.SaveChangesAsync(cancel);
        Insert(Connection(db), import.Id, draft.Records);
        ImportStore.Insert(Connection(db), import.Id, draft.Faults);
        await transaction.CommitAsync(cancel);
        return import.Id;
    }

    private List<DraftFault> Conflicts(IReadOnlyList<ImportLine> lines, long version) => Conflicts([.. lines.Where(line => line.Effect != ImportEffect.Same)], line => line.Keyed(version));

    private List<DraftFault> Conflicts(IReadOnlyList<ImportLine> sent, Func<ImportLine, IMessage> record) =>
    [
        .. from conflict in Conflicts(sent.Select(record))
           let line = sent[conflict.Index]
           let form = Form(line.Type)!
           select new DraftFault(line.Line, form.HeadingOf(conflict.Problem.Field), form.InWords(conflict.Problem)),
    ];

    /// <summary>A version that is higher than any that the council's own records have.</summary>
    protected long NextVersion(SqliteConnection connection) => ImportStore.NextVersion(connection, forms.Select(form => form.Code), clock.Now);

    private async Task Send(string stream, IEnumerable<IMessage> sent)
    {
        foreach (var (place, batch) in sent.Chunk(Intake<IMessage>.MostRecords).Index())
            await Submit(new BatchHeader { SourceSystem = Source, Stream = stream, Sequence = place + 1, SchemaVersion = Intake<IMessage>.SchemaVersion }, batch);
    }

    private async Task<string?> Alone(Func<ModuleDb, Task<string?>> work)
    {
        await _one.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await work(Db(scope.ServiceProvider));
        }
        finally
        {
            _one.Release();
        }
    }

    private static SqliteConnection Connection(ModuleDb db) => (SqliteConnection)db.Database.GetDbConnection();
}

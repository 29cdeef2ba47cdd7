using Google.Protobuf;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Inspections.Importing;

/// <summary>Files of inspections, and records that are typed: each is compared with what stands.</summary>
internal sealed class InspectionImports(ModuleDatabase<InspectionsDb> database, InspectionRecordIntake intake, IServiceScopeFactory scopes, BusinessClock clock)
    : Imports(database, scopes, clock, InspectionForms.All, "inspections", "/inspections/imports")
{
    /// <summary>The council's record that stands under a key; null where none does.</summary>
    public InspectionRecord? Find(RecordForm form, InspectionRecord key) => database.Read(connection =>
    {
        var standing = Standing.Of(connection, form);
        standing.Settle(key);
        return standing.IdentifierOf(form.KeyOf(key)) is { } id ? standing.Find(id) : null;
    });

    /// <summary>Keeps a record that was typed, to its end.</summary>
    /// <returns>The import of one line that it is; or what is wrong with it, and nothing is kept.</returns>
    public async Task<(int? Import, IReadOnlyList<Problem> Problems)> Type(RecordForm form, InspectionRecord record, Actor by)
    {
        var standing = database.Read(connection => Standing.Of(connection, form));
        var draft = new InspectionDraft(standing, Today) { Rows = 1 };
        if (draft.Add(form, 1, record, deleted: false) is { Count: > 0 } problems)
            return (null, problems);
        var line = new ImportLine(form.Code, draft.Records[0].Id, 0, 1, false, record, standing.Find(draft.Records[0].Id));
        if (line.Effect != ImportEffect.Same && Conflicts([line.Keyed(database.Read(NextVersion))]) is [var (_, conflict), ..])
            return (null, [conflict]);
        // It is right: a browser that has gone does not stop it.
        var import = await Keep(form.Code, form.Named(record), draft, isTyped: true, by, CancellationToken.None);
        await Take(import, by);
        return (import, []);
    }

    protected override ModuleDb Db(IServiceProvider services) => services.GetRequiredService<InspectionsDb>();

    protected override Task Submit(BatchHeader header, IEnumerable<IMessage> batch) => intake.Submit(Sender, header, [.. batch.Cast<InspectionRecord>()], CancellationToken.None);

    protected override IReadOnlyList<(int Index, Problem Problem)> Conflicts(IEnumerable<IMessage> sent) => intake.Conflicts(Sender, Source, [.. sent.Cast<InspectionRecord>()]);

    protected override ImportDraft Draft(string kind, byte[] content)
    {
        var form = Form(kind)!;
        var draft = new InspectionDraft(database.Read(connection => Standing.Of(connection, form)), Today);
        FilledForm.Read(content, form, draft);
        return draft;
    }

    protected override void Insert(SqliteConnection connection, int import, IEnumerable<DraftRecord> drafts) => ImportStore.Insert(connection, import, drafts);

    protected override IReadOnlyList<ImportLine> Lines(SqliteConnection connection, Import import) => ImportStore.Lines(connection, import);

    protected override WayBack ToUndo(SqliteConnection connection, Import import) => ImportStore.ToUndo(connection, import);

    protected override void KeepBefore(SqliteConnection connection, Import import, IReadOnlyList<ImportLine> lines) => ImportStore.KeepBefore(connection, import.Id, lines);
}

using Google.Protobuf;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Feed.V1;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Workforce.Importing;

/// <summary>Files of the workforce: the module's own forms, and the census's XML.</summary>
internal sealed class WorkforceImports(ModuleDatabase<WorkforceDb> database, WorkforceRecordIntake intake, IServiceScopeFactory scopes, Pseudonyms pseudonyms, BusinessClock clock)
    : Imports(database, scopes, clock, WorkforceForms.All, "the workforce", "/workforce/imports")
{
    public override IReadOnlyList<(string Code, string Title)> Kinds => [.. base.Kinds, (CensusFile.Form, "Return of the workforce census (XML)")];

    protected override ModuleDb Db(IServiceProvider services) => services.GetRequiredService<WorkforceDb>();

    protected override Task Submit(BatchHeader header, IEnumerable<IMessage> batch) => intake.Submit(Sender, header, [.. batch.Cast<WorkforceRecord>()], CancellationToken.None);

    protected override IReadOnlyList<(int Index, Problem Problem)> Conflicts(IEnumerable<IMessage> sent) => intake.Conflicts(Sender, Source, [.. sent.Cast<WorkforceRecord>()]);

    protected override ImportDraft Draft(string kind, byte[] content)
    {
        var draft = new WorkforceDraft(pseudonyms, Today);
        if (kind == CensusFile.Form)
            CensusFile.Read(new MemoryStream(content), draft);
        else
            FilledForm.Read(content, Form(kind)!, draft);
        return draft;
    }

    protected override void Insert(SqliteConnection connection, int import, IEnumerable<DraftRecord> drafts) => ImportStore.Insert(connection, import, drafts.OrderBy(draft => Turn(draft.Record, draft.Deleted)));

    protected override IReadOnlyList<ImportLine> Lines(SqliteConnection connection, Import import) => ImportStore.Lines(connection, import.Id);

    protected override WayBack ToUndo(SqliteConnection connection, Import import)
    {
        var way = ImportStore.ToUndo(connection, import.Id);
        return way with { Lines = [.. way.Lines.OrderBy(line => Turn(line.Before ?? line.Record, line.Before is null))] };
    }

    /// <summary>What makes room goes first: records that are taken out, then times that end, each by its first day.</summary>
    private static (int, string) Turn(IMessage record, bool deleted) => deleted ? (0, "") : (WorkforceRecord)record switch
    {
        { PersonInPost: { } person } => (person.EndsOn.Length > 0 ? 1 : 2, person.StartsOn),
        { AgencyCover: { } cover } => (cover.EndsOn.Length > 0 ? 1 : 2, cover.StartsOn),
        { Post: { } post } => (1, post.StartsOn),
        _ => (1, ""),
    };
}

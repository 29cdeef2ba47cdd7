using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>Which source counts for each type of record, and what other sources say otherwise: as counts, and record by record for whoever may read records.</summary>
[Authorize(Tasks.ReadFeeds)]
internal sealed class SourcesModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, IAuthorizationService authorization, Pseudonyms pseudonyms) : PageModel
{
    private const int Shown = 200;
    private const int Counted = 20_000;

    public IReadOnlyList<SourceInForce> Sources { get; private set; } = [];

    public IReadOnlyList<(string RecordType, string Source, long Records)> Counts { get; private set; } = [];

    public string Records => Counts.Sum(count => count.Records) is var all && all > Counted ? $"more than {Say.Number(Counted)} records" : Say.Count("record", all);

    /// <summary>The first of them, one by one; empty for whoever may not read the records of every team.</summary>
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var references = await pseudonyms.For(User, authorization);
        var (actor, reads) = (Actor.Of(User), await May(Tasks.ReadRecords) && await May(Tasks.ReadEveryTeam));
        (Sources, Counts, Differences) = database.Read(connection => (
            SourcesOfRecord.Read(connection), SourceDifferences.Count(connection, Counted + 1), reads ? SourceDifferences.Read(connection, actor.Id, references, Shown) : []));
        if (Differences.Count == 0)
            return;
        db.Record(actor, "viewed records", "Where sources differ", after: Say.Count("difference", Differences.Count));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<bool> May(string task) => (await authorization.AuthorizeAsync(User, task)).Succeeded;
}

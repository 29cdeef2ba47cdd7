using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>Which source counts for each type of record, and what other sources say otherwise.</summary>
[Authorize(Tasks.ReadFeeds)]
internal sealed class SourcesModel(ModuleDatabase<SocialCareDb> database) : PageModel
{
    public const int Most = 200;

    public IReadOnlyList<SourceInForce> Sources { get; private set; } = [];

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public void OnGet() => (Sources, Differences) = database.Read(connection => (SourcesOfRecord.Read(connection), SourceDifferences.Read(connection, Most + 1)));
}

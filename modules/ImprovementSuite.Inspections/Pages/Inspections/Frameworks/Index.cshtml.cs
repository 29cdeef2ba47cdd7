using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Frameworks;

/// <summary>The versions of frameworks with their scales, and the providers that were judged under more than one.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class FrameworksModel(InspectionsDb db, ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    public DateOnly Today => clock.Today;

    /// <summary>Those in force first, then the latest.</summary>
    public IReadOnlyList<Framework> All { get; private set; } = [];

    /// <summary>Providers with overall judgements of more than one version, and those versions in their order.</summary>
    public IReadOnlyList<(string Reference, string Name, IReadOnlyList<string> Versions)> UnderTwo { get; private set; } = [];

    private IReadOnlyDictionary<string, FrameworkUse> _uses = new Dictionary<string, FrameworkUse>();

    public FrameworkUse Use(Framework framework) => _uses.GetValueOrDefault(framework.Code, FrameworkUse.None);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        All = [.. (await db.Frameworks.AsNoTracking().ToListAsync(cancel)).OrderByDescending(framework => framework.IsInForce(Today)).ThenByDescending(framework => framework.StartsOn).ThenBy(framework => framework.Code)];
        _uses = await FrameworkUse.All(db, cancel);
        var titles = All.ToDictionary(framework => framework.Code, framework => framework.Title);
        UnderTwo =
        [
            // The annual rating judges something else than an inspection does.
            .. database.Read(StandingJudgement.Read).Where(one => one.Framework != FrameworkSeed.Profile).GroupBy(one => (one.ProviderRef, one.Provider)).OrderBy(provider => provider.Key.Provider)
                .Select(provider => (provider.Key.ProviderRef, provider.Key.Provider, (IReadOnlyList<string>)[.. provider.Select(one => titles[one.Framework]).Distinct()])).Where(provider => provider.Item3.Count > 1),
        ];
    }
}

using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Pages.PersonalData;

/// <summary>For how long each type of record is kept, and when some were last removed.</summary>
[Authorize(Tasks.LookAfterPersonalData)]
internal sealed class IndexModel(RetentionOfAll retention, IServiceProvider services) : PageModel
{
    /// <summary>By module: its types with their rule, how many there are, and the newest removal.</summary>
    public IReadOnlyList<(RetainedRecords Records, IReadOnlyList<(RetainedType Type, int? Years, long Held, RetentionRun? Last)> Types)> Modules { get; private set; } = [];

    public int Types => Modules.Sum(module => module.Types.Count);

    public int WithoutRule => Modules.Sum(module => module.Types.Count(type => type.Years is null));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        List<(RetainedRecords, IReadOnlyList<(RetainedType, int?, long, RetentionRun?)>)> modules = [];
        foreach (var module in retention.Modules)
        {
            var db = retention.Context(module, services);
            var rules = await db.Set<RetentionRule>().AsNoTracking().ToDictionaryAsync(rule => rule.Type, cancel);
            var runs = (await db.Set<RetentionRun>().AsNoTracking().OrderBy(run => run.Id).ToListAsync(cancel)).ToLookup(run => run.Type);
            var held = module.Held();
            modules.Add((module.Records, [.. module.Records.Types.Select(type => (type, rules.GetValueOrDefault(type.Name)?.Years, held[type.Name], runs[type.Name].LastOrDefault()))]));
        }
        Modules = modules;
    }
}

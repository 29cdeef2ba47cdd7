using ImprovementSuite.Plan.Actions;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan.Actions;

/// <summary>What the plan says and no figure shows, what would be needed, and who leads.</summary>
internal sealed class NotMeasuredModel(PlanSnapshots snapshots, IAuthorizationService authorization) : PageModel
{
    public PlanSnapshot? Plan { get; private set; }
    public NotMeasured List { get; private set; } = new([], [], [], []);
    public bool MayEnter { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan)
            return;
        (Plan, List) = (plan, NotMeasured.Of(plan));
        MayEnter = (await authorization.AuthorizeAsync(User, Tasks.EditPlan)).Succeeded;
    }

    /// <summary>Where it is entered by whoever may; for others the page that tells about it.</summary>
    public string PathOf(Gap gap) => MayEnter && gap.EntryPath is { } entry ? entry : gap.Path;
}

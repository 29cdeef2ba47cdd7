using ImprovementSuite.Plan.Actions;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan.Actions;

/// <summary>Everything that waits for a lead about the lines of their own, the oldest first.</summary>
[Authorize(Tasks.WriteUpdates)]
internal sealed class MyActionsModel(PlanSnapshots snapshots, PlanDb db, IAuthorizationService authorization) : PageModel
{
    /// <summary>Null where no plan is loaded.</summary>
    public PlanSnapshot? Plan { get; private set; }

    public IReadOnlyList<Workstream> Own { get; private set; } = [];

    /// <summary>Lines of the lead's own; one of two own workstreams counts once.</summary>
    public int Lines { get; private set; }

    public IReadOnlyList<ActionItem> Items { get; private set; } = [];

    public int Pressing => Items.Count(item => item.ToDo.Presses(Plan!.Day));

    public async Task OnGet(CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan)
            return;
        var person = await Person.Of(User, authorization);
        Plan = plan;
        Own = [.. Workstream.All(plan).Where(workstream => person.Workstreams.Contains(workstream.Name, StringComparer.OrdinalIgnoreCase))];
        Lines = Workstream.LinesOf(plan, person.Workstreams).Count;
        Items = [.. LeadActions.Of(plan, person, await PlanToDo.Awaited(db, cancel)).OrderBy(item => item.Day ?? DateOnly.MaxValue)];
    }
}

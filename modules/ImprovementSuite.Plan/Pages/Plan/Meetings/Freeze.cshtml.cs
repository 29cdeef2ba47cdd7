using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>Asks once more before a meeting is frozen, and says what is unfinished.</summary>
[Authorize(Tasks.RunPanel)]
internal sealed class FreezeModel(PlanDb db, PlanSnapshots snapshots, PanelFreeze freeze, IEnumerable<Recalculator> recalculators, Doorbell doorbell) : MeetingPage(snapshots)
{
    public IReadOnlyList<Unfinished> StillToDo { get; private set; } = [];

    /// <summary>Why it cannot be frozen; null where it can.</summary>
    public string? WhyNot { get; private set; }

    public async Task<IActionResult> OnGet(string day, CancellationToken cancel)
    {
        if (!await Find(day, cancel))
            return NotFound();
        if ((WhyNot = PanelFreeze.WhyNot(Panel, Plan)) is null)
            StillToDo = Unfinished.Of(
                Plan, Panel, await db.Papers.AsNoTracking().Where(paper => paper.Panel == Panel.On).OrderBy(paper => paper.Id).ToListAsync(cancel), recalculators.Sum(module => module.Waiting()));
        return Page();
    }

    public async Task<IActionResult> OnPost(string day, CancellationToken cancel)
    {
        if (!await Find(day, cancel))
            return NotFound();
        if ((WhyNot = await freeze.Freeze(Panel.On, Actor.Of(User), cancel)) is not null)
            return Page();
        doorbell.Ring(PlanModule.Name);
        return Redirect(Address);
    }
}

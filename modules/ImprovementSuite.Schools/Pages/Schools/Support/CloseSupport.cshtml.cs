using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>Closes a school's support plan with a reason; that of a school that has closed too, which can have no other end.</summary>
[Authorize(Tasks.SupportSchools)]
internal sealed class CloseSupportModel(SchoolsDb db, BusinessClock clock) : SchoolForm(db, clock)
{
    public SupportPlan Known { get; private set; } = null!;

    /// <summary>The plan that the person had before them.</summary>
    [BindProperty]
    public int Plan { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public int OpenActions => Known.Actions.Count(action => action.DoneOn is null);

    public async Task<IActionResult> OnGetAsync(int urn, CancellationToken cancel)
    {
        if (!await Read(urn, cancel))
            return NotFound();
        (Plan, Version) = (Known.Id, Known.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int urn, CancellationToken cancel)
    {
        // Whoever comes second to close it finds it closed.
        if (!await Read(urn, cancel))
            return School is null ? NotFound() : Redirect(Back);
        Text(Why, nameof(Why), "Say why it is closed, such as the results that it brought", LongestReason);
        if (!ModelState.IsValid)
            return Page();
        if (Known.Id != Plan)
            return await ShowMeanwhile(urn, cancel);
        var before = Known.InLog();
        Db.Expect(Known, Version ?? 0);
        Known.Close(Today, Why!.Trim());
        Db.Record(Actor.Of(User), "closed a support plan", Subject, before, $"Closed on {Today:yyyy-MM-dd}.", Known.ClosedWhy);
        return await Save(() => ShowMeanwhile(urn, cancel), cancel);
    }

    private async Task<IActionResult> ShowMeanwhile(int urn, CancellationToken cancel)
    {
        Db.ChangeTracker.Clear();
        if (!await Read(urn, cancel))
            return Redirect(Back);
        (Plan, Version) = (Known.Id, Known.Version);
        ModelState.AddModelError("", "Somebody else has changed this plan while you were writing. It stands below as it is now: close it if that is still right");
        return Page();
    }

    private async Task<bool> Read(int urn, CancellationToken cancel)
    {
        if (!await Find(urn, cancel, closedToo: true))
            return false;
        if (await Db.SupportPlans.Include(plan => plan.Actions).SingleOrDefaultAsync(plan => plan.Urn == urn && plan.ClosedOn == null, cancel) is not { } open)
            return false;
        Known = open;
        return true;
    }
}

using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>Notes a visit to a school that is supported. What was found is for those who support schools, so the change log does not repeat it.</summary>
[Authorize(Tasks.SupportSchools)]
internal sealed class AddVisitModel(SchoolsDb db, BusinessClock clock) : SchoolForm(db, clock)
{
    private SupportPlan _plan = null!;

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The latest visit before; null where there was none.</summary>
    public SupportVisit? Last => _plan.Visits.MaxBy(visit => (visit.On, visit.Id));

    public async Task<IActionResult> OnGetAsync(int urn, CancellationToken cancel)
    {
        if (!await Read(urn, cancel))
            return NotFound();
        (On, By) = (EnglishDay.Write(Today), _plan.Adviser);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int urn, CancellationToken cancel)
    {
        if (!await Read(urn, cancel))
            return NotFound();
        var on = PastDay(On, nameof(On), $"Give the day of the visit, such as {Say.Date(Today)}");
        Text(By, nameof(By), "Say who visited the school", LongestName);
        Text(Note, nameof(Note), "Say what was found", LongestText);
        if (!ModelState.IsValid)
            return Page();
        _plan.Visits.Add(new SupportVisit { On = on!.Value, By = By!.Trim(), Note = TextOrNull(Note)! });
        Db.Record(Actor.Of(User), "noted a visit", Subject, after: $"{By.Trim()} on {on:yyyy-MM-dd}.");
        await Db.SaveChangesAsync(cancel);
        return Redirect(Back);
    }

    private async Task<bool> Read(int urn, CancellationToken cancel)
    {
        if (!await Find(urn, cancel))
            return false;
        if (await Db.SupportPlans.Include(plan => plan.Visits).SingleOrDefaultAsync(plan => plan.Urn == urn && plan.ClosedOn == null, cancel) is not { } open)
            return false;
        _plan = open;
        return true;
    }
}

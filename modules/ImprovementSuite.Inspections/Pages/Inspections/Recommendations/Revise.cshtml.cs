using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Inspections.Pages.Inspections.Recommendations;

/// <summary>Agrees a later date. The original one stays, and decides.</summary>
[Authorize(Tasks.WorkOnRecommendations)]
internal sealed class ReviseModel(InspectionsDb db, LedgerDesk desk, BusinessClock clock) : RecommendationForm(db, desk, clock)
{
    [BindProperty(Name = "Day")]
    public string? Until { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? ApprovedBy { get; set; }

    protected override string Doing => "Revise the date";

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        if (Day(Until, "Day", $"Give the day by which it is to be complete, such as {Say.Date(Today.AddMonths(1))}") is not { } day)
            return Page();
        return await Take(Desk.Revise(Case, day, Why, ApprovedBy, By), cancel, theirs => [("Revised date", EnglishDay.Write(theirs.RevisedDueOn), EnglishDay.Write(day))]);
    }
}

using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Inspections.Pages.Inspections.Recommendations;

/// <summary>Says that it is complete, with the evidence that is there; of what is said to be, corrects the day.</summary>
[Authorize(Tasks.WorkOnRecommendations)]
internal sealed class CompleteModel(InspectionsDb db, LedgerDesk desk, BusinessClock clock) : RecommendationForm(db, desk, clock)
{
    [BindProperty(Name = "Day")]
    public string? On { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Somebody has said so, and nobody has validated it yet.</summary>
    public bool IsClaimed => Row.Status == LedgerStatus.Claimed;

    protected override string Doing => IsClaimed ? "Correct the day" : "Say that it is complete";

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        Text(Why, nameof(Why), null, LedgerDesk.LongestWords);
        if (PastDay(On, "Day", $"Give the day on which it was complete, such as {Say.Date(Today)}") is not { } day || !ModelState.IsValid)
            return Page();
        return await Take(IsClaimed ? Desk.CorrectDay(Case, day, Why, By) : Desk.Complete(Case, day, Why, By), cancel, theirs => [("Complete on", EnglishDay.Write(theirs.CompletedOn), EnglishDay.Write(day))]);
    }
}

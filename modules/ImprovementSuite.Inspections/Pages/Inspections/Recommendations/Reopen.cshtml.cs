using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Inspections.Pages.Inspections.Recommendations;

/// <summary>It was met or claimed, and is not complete.</summary>
[Authorize(Tasks.ValidateRecommendations)]
internal sealed class ReopenModel(InspectionsDb db, LedgerDesk desk, BusinessClock clock) : RecommendationForm(db, desk, clock)
{
    [BindProperty]
    public string? Why { get; set; }

    protected override string Doing => "Reopen it";

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel) =>
        !await Find(id, cancel) ? NotFound() : await Take(Desk.Reopen(Case, Why, By), cancel, theirs => [("State", theirs.Status.Words(), LedgerStatus.Open.Words())]);
}

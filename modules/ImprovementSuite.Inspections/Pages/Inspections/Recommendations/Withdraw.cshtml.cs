using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Inspections.Pages.Inspections.Recommendations;

/// <summary>Whoever made it took it back; or it applies again.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class WithdrawModel(InspectionsDb db, LedgerDesk desk, BusinessClock clock) : RecommendationForm(db, desk, clock)
{
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>What the form was shown for: of two who withdraw it, the second does not put it back.</summary>
    [BindProperty]
    public bool Restores { get; set; }

    protected override string Doing => Restores ? "Put it back" : "Withdraw it";

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel) =>
        !await Find(id, cancel) ? NotFound() : await Take(Restores ? Desk.Restore(Case, Why, By) : Desk.Withdraw(Case, Why, By), cancel, theirs => [("State", theirs.Status.Words(), Restores ? "In force" : LedgerStatus.Withdrawn.Words())]);

    protected override Task Fill(CancellationToken cancel)
    {
        Restores = Row.Status == LedgerStatus.Withdrawn;
        return Task.CompletedTask;
    }
}

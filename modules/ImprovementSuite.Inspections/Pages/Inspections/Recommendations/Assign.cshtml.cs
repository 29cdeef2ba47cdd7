using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Inspections.Pages.Inspections.Recommendations;

/// <summary>Says who answers for it from now on.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class AssignModel(InspectionsDb db, LedgerDesk desk, BusinessClock clock) : RecommendationForm(db, desk, clock)
{
    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? Service { get; set; }

    protected override string Doing => "Give it to somebody";

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel) => !await Find(id, cancel) ? NotFound()
        : await Take(Desk.Assign(Case, Owner ?? "", Service ?? "", By), cancel, theirs => [("Owner", theirs.Owner, Owner), ("Service", theirs.Service, Service)]);

    protected override Task Fill(CancellationToken cancel)
    {
        (Owner, Service) = (Row.Owner, Row.Service);
        return Task.CompletedTask;
    }
}

using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Inspections.Pages.Inspections.Reports;

/// <summary>Freezes a report, which cannot be undone.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class FreezeModel(ReportDesk desk) : PageModel
{
    public ReportPeriod Period { get; private set; }

    /// <summary>Why it cannot be frozen; null where it can.</summary>
    public string? WhyNot { get; private set; }

    public RecommendationsReport? Recommendations { get; private set; }

    public ProfileReport? Profile { get; private set; }

    /// <summary>The hash of what the person was shown.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public async Task<IActionResult> OnGetAsync(string kind, string period, CancellationToken cancel) => await Read(kind, period, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, string period, CancellationToken cancel)
    {
        if (ReportPeriod.Read(kind, period) is not { } asked)
            return NotFound();
        if (await desk.Freeze(asked, Seen, Actor.Of(User), cancel) is not { } refused)
            return Redirect(asked.Path);
        ModelState.Clear();
        ModelState.AddModelError("", refused);
        await Read(kind, period, cancel);
        return Page();
    }

    private async Task<bool> Read(string kind, string named, CancellationToken cancel)
    {
        if (ReportPeriod.Read(kind, named) is not { } period)
            return false;
        Period = period;
        WhyNot = desk.WhyNot(period, await desk.Frozen(period, cancel));
        if (WhyNot is not null)
            return true;
        var body = desk.Preview(period);
        Seen = FrozenReport.HashOf(body);
        if (period.Kind == ReportKind.Recommendations)
            Recommendations = ReportBody.Recommendations(body);
        else
            Profile = ReportBody.Profile(body);
        return true;
    }
}

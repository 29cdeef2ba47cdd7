using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Appraisals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Workforce.Pages.Workforce.Appraisals;

/// <summary>What the pages of appraisals share: appraisals or supervision, and the day as at which they are shown.</summary>
internal abstract class AppraisalPage(BusinessClock clock) : PageModel
{
    public static readonly IReadOnlyList<(string, string)> Kinds = [("pdr", "Performance and development reviews (PDR)"), ("supervision", "Supervision")];

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? KindKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "on")]
    public string? AskedDay { get; set; }

    public AppraisalKind Kind => KindKey == "supervision" ? AppraisalKind.Supervision : AppraisalKind.Pdr;

    public DateOnly Today => clock.Today;

    public DateOnly On { get; private set; }

    /// <summary>"had had a review", "had been supervised".</summary>
    public string Had => Kind == AppraisalKind.Pdr ? "had received a PDR" : "had been supervised";

    public string Address(string path) => $"{path}?kind={(Kind == AppraisalKind.Pdr ? "pdr" : "supervision")}&on={On:yyyy-MM-dd}";

    /// <returns>False where the address asks for a kind that there is not.</returns>
    protected bool ReadAddress()
    {
        On = clock.Today;
        if (!string.IsNullOrWhiteSpace(AskedDay))
        {
            if (EnglishDay.Read(AskedDay) is not { } day)
                ModelState.AddModelError("on", $"“{AskedDay.Trim()}” is not a day: write it as {Say.Date(Today)}. The figures below are of today");
            else if (day > Today)
                ModelState.AddModelError("on", $"{Say.Date(day)} is still to come: give a day up to today. The figures below are of today");
            else
                On = day;
        }
        return string.IsNullOrEmpty(KindKey) || Kinds.Any(kind => kind.Item1 == KindKey);
    }
}

using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>Every school that is not below the floor and may fall below it, with all its reasons.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class RiskModel(ModuleDatabase<SchoolsDb> database, BusinessClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Reason { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Adviser { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Locality { get; set; }

    public SupportBook Book { get; private set; } = null!;

    /// <summary>All that are at risk.</summary>
    public IReadOnlyList<SupportedSchool> AtRisk { get; private set; } = [];

    /// <summary>What is shown: the most reasons first.</summary>
    public IReadOnlyList<SupportedSchool> Rows { get; private set; } = [];

    public IReadOnlyList<string> Advisers => Choices(one => one.Adviser);

    public IReadOnlyList<string> Localities => Choices(one => one.School.Locality);

    public IActionResult OnGet() => Read() ? Page() : NotFound();

    public IActionResult OnGetCsv() =>
        Read() ? File(RiskCsv.Write(Rows), "text/csv; charset=utf-8", $"schools-at-risk-{clock.Today:yyyy-MM-dd}.csv") : NotFound();

    private bool Read()
    {
        RiskReason? reason = RiskReasons.All.Where(one => one.Key() == Reason).Select(one => (RiskReason?)one).FirstOrDefault();
        if (!string.IsNullOrEmpty(Reason) && reason is null)
            return false;
        Book = database.Read(connection => SupportReading.Read(connection, clock.Today));
        AtRisk = [.. Book.Schools.Where(one => one.IsAtRisk)];
        Rows =
        [
            .. AtRisk.Where(one => reason is null || one.Risks.Any(risk => risk.Reason == reason)).Where(one => Is(Adviser, one.Adviser) && Is(Locality, one.School.Locality))
                .OrderByDescending(one => one.IsAtRiskByResults).ThenByDescending(one => one.Risks.Count),
        ];
        return true;
    }

    private static bool Is(string? asked, string has) => string.IsNullOrEmpty(asked) || has.Equals(asked, StringComparison.OrdinalIgnoreCase);

    private IReadOnlyList<string> Choices(Func<SupportedSchool, string> of) =>
        [.. AtRisk.Select(of).Where(choice => choice.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}

using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>Which schools below the floor or at risk are supported and which are not, those first; and whose reviews and actions are due.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class SupportedModel(ModuleDatabase<SchoolsDb> database, BusinessClock clock) : PageModel
{
    /// <summary>Below the floor, and without a plan.</summary>
    public const string BelowWithout = "below";

    /// <summary>Below or at risk, and without a plan.</summary>
    public const string Without = "without";

    public const string ReviewDue = "review";

    public const string LateActions = "late";

    public static readonly IReadOnlyList<(string Value, string Title)> Views =
    [
        ("", "All"), (BelowWithout, "Below the floor, without a plan"), (Without, "Below or at risk, without a plan"), (ReviewDue, "Review due"), (LateActions, "Late actions"),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Adviser { get; set; }

    public SupportBook Book { get; private set; } = null!;

    /// <summary>What is shown: those without a plan first, those below before those at risk, then by colour.</summary>
    public IReadOnlyList<SupportedSchool> Rows { get; private set; } = [];

    public IReadOnlyList<string> Advisers { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public IActionResult OnGet() => Read() ? Page() : NotFound();

    public IActionResult OnGetCsv() =>
        Read() ? File(SupportedCsv.Write(this), "text/csv; charset=utf-8", $"schools-support-{Today:yyyy-MM-dd}.csv") : NotFound();

    private bool Read()
    {
        if (Views.All(view => view.Value != (Show ?? "")))
            return false;
        Book = database.Read(connection => SupportReading.Read(connection, Today));
        Advisers = [.. Book.Schools.Select(one => one.Adviser).Where(adviser => adviser.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
        Rows =
        [
            .. Book.Schools.Where(IsShown).Where(one => string.IsNullOrEmpty(Adviser) || one.Adviser.Equals(Adviser, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(one => one.NeedsPlan).ThenByDescending(one => one.IsBelow).ThenByDescending(one => one.IsAtRisk).ThenBy(one => one.Plan?.Colour ?? (SupportColour)4),
        ];
        return true;
    }

    private bool IsShown(SupportedSchool one) => Show switch
    {
        BelowWithout => one is { IsBelow: true, NeedsPlan: true },
        Without => one.NeedsPlan,
        ReviewDue => one.Plan?.ReviewIsDue(Today) == true,
        LateActions => one.Plan?.LateActions > 0,
        _ => true,
    };
}

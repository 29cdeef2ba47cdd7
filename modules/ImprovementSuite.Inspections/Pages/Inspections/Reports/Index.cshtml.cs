using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Reports;

/// <summary>The reports that are due in a year: which are frozen, due, missing or still to come.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ReportsModel(InspectionsDb db, ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    /// <summary>The calendar year in which the year begins.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Asked { get; set; }

    public int Year { get; private set; }

    public string YearName => NameOf(Year);

    /// <summary>Years that may be chosen, the latest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<ReportRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var latest = ReportPeriod.YearOn(clock.Today);
        Year = Asked ?? latest;
        var frozen = await db.Set<FrozenReport>().Select(report => new { report.Kind, report.PeriodFrom, report.FrozenOn, report.FrozenBy }).ToListAsync(cancel);
        var first = frozen.Select(report => new ReportPeriod(report.Kind, report.PeriodFrom).Year).Append(database.Read(ReportsDue.Since) ?? latest).Append(latest).Min();
        if (Year < first || Year > latest)
            return NotFound();
        Years = [.. Enumerable.Range(first, latest - first + 1).Reverse()];
        var known = frozen.ToDictionary(report => new ReportPeriod(report.Kind, report.PeriodFrom));
        Rows =
        [
            .. Enum.GetValues<ReportKind>().SelectMany(kind => ReportPeriod.DueIn(kind, Year)).Select(period =>
            {
                var report = known.GetValueOrDefault(period);
                return new ReportRow(period, period.State(report is not null, clock.Today), report?.FrozenOn, report?.FrozenBy);
            }),
        ];
        return Page();
    }

    public IEnumerable<ReportRow> Of(ReportKind kind) => Rows.Where(row => row.Period.Kind == kind);

    /// <summary>"3 of 12 monthly reports and 1 of 4 quarterly reports due in 2010/11 are frozen; 2 are due now and 1 is missing."</summary>
    public string Sentence()
    {
        var parts = new[] { (ReportState.Due, "due now"), (ReportState.Missing, "missing") }.Select(part => (Count: Rows.Count(row => row.State == part.Item1), Word: part.Item2)).Where(part => part.Count > 0)
            .Select(part => $"{Say.Number(part.Count)} {(part.Count == 1 ? "is" : "are")} {part.Word}").ToList();
        return $"{Frozen(ReportKind.Recommendations)} monthly reports and {Frozen(ReportKind.Profile)} quarterly reports due in {YearName} are frozen{(parts.Count == 0 ? ", and none is due now" : $"; {Say.List(parts)}")}.";
    }

    public static string NameOf(int year) => $"{year}/{(year + 1) % 100:00}";

    private string Frozen(ReportKind kind) => Say.Of(Of(kind).Count(row => row.State == ReportState.Frozen), Of(kind).Count());
}

/// <summary>A period and what has become of its report.</summary>
internal sealed record ReportRow(ReportPeriod Period, ReportState State, DateOnly? FrozenOn, string? FrozenBy);

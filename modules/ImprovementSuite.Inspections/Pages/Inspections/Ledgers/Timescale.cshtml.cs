using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Inspections.Pages.Inspections.Ledgers;

/// <summary>What share of recommendations was met in the original timescale: by month and in the year, by service and by source.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class TimescaleModel(ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    /// <summary>Rows of a table: who, and the days of theirs.</summary>
    public sealed record Breakdown(string Title, string Heading, IReadOnlyList<(string Name, IReadOnlyList<TimescaleDay> Days)> Rows);

    /// <summary>The calendar year in which the council's year begins.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public DateOnly From { get; private set; }

    /// <summary>The year's last day, or today.</summary>
    public DateOnly To { get; private set; }

    public bool IsThisYear => To == clock.Today;

    /// <summary>The first day of each month up to <see cref="To"/>.</summary>
    public IReadOnlyList<DateOnly> Months { get; private set; } = [];

    public IReadOnlyList<TimescaleDay> Days { get; private set; } = [];

    public IReadOnlyList<Breakdown> Breakdowns =>
    [
        new("By service", "Service", [.. Days.GroupBy(day => day.Service).OrderBy(service => service.Key, StringComparer.OrdinalIgnoreCase).Select(service => (service.Key, (IReadOnlyList<TimescaleDay>)[.. service]))]),
        new("By source", "Source", [.. Days.GroupBy(day => day.Source).OrderBy(source => source.Key).Select(source => (source.Key.Words(), (IReadOnlyList<TimescaleDay>)[.. source]))]),
    ];

    public IActionResult OnGet() => Read() ? Page() : NotFound();

    public IActionResult OnGetCsv() => !Read() ? NotFound() : CsvDownload.Of(
        $"met-in-original-timescale-{From.Year}-{From.Year + 1}.csv", ["Of", "Name", "From", "To", "Met in original timescale", "Originally due", "Percent"],
        from breakdown in Breakdowns.Prepend(new("All", "", [("All", Days)]))
        from row in breakdown.Rows
        from period in Months.Select(month => (month, Last(month))).Append((From, To))
        let due = row.Days.Where(day => day.Day >= period.Item1 && day.Day <= period.Item2).ToList()
        select (IReadOnlyList<string>)
        [
            breakdown.Title, row.Name, $"{period.Item1:yyyy-MM-dd}", $"{period.Item2:yyyy-MM-dd}", $"{due.Sum(day => day.MetInTime)}", $"{due.Sum(day => day.Due)}",
            due.Count == 0 ? "" : FormattableString.Invariant($"{Math.Round(100m * due.Sum(day => day.MetInTime) / due.Sum(day => day.Due), 2)}"),
        ]);

    /// <summary>"3 of 4", "None due".</summary>
    public static string Words(IEnumerable<TimescaleDay> days) =>
        days.Aggregate((Met: 0L, Due: 0L), (sum, day) => (sum.Met + day.MetInTime, sum.Due + day.Due)) is { Due: > 0 } sum ? Say.Of(sum.Met, sum.Due) : "None due";

    /// <summary>"75.0%"; a dash where none was due.</summary>
    public static string Percent(IEnumerable<TimescaleDay> days) =>
        days.Aggregate((Met: 0L, Due: 0L), (sum, day) => (sum.Met + day.MetInTime, sum.Due + day.Due)) is { Due: > 0 } sum ? Say.PercentInTable(100m * sum.Met / sum.Due) : "–";

    public static IEnumerable<TimescaleDay> In(IEnumerable<TimescaleDay> days, DateOnly month) => days.Where(day => day.Day.Year == month.Year && day.Day.Month == month.Month);

    private DateOnly Last(DateOnly month) => month.AddMonths(1).AddDays(-1) is var last && last > To ? To : last;

    private bool Read()
    {
        var today = clock.Today;
        var now = Period.YearToDate(today).From.Year;
        if (!ModelState.IsValid || Year is { } asked && (asked < WorkingDayCalendar.First.Year || asked > now))
            return false;
        From = new(Year ?? now, 4, 1);
        To = From.AddYears(1).AddDays(-1) is var last && last > today ? today : last;
        Months = [.. Enumerable.Range(0, 12).Select(month => From.AddMonths(month)).Where(month => month <= To)];
        Days = database.Read(connection => LedgerFigures.Timescale(connection, From, To));
        return true;
    }
}

using System.Globalization;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Appraisals;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.PersonalData;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Appraisals;

/// <summary>Appraisals and supervision as at a day: due, held and overdue by locality and team, the months before, and what a sample audit says of under-recording.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class IndexModel(WorkforceDb db, ModuleDatabase<WorkforceDb> database, BusinessClock clock) : AppraisalPage(clock)
{
    private const int MonthsShown = 12;

    /// <summary>Each locality, then its teams.</summary>
    public IReadOnlyList<(Place Place, bool IsTeam, AppraisalCount Count)> Parts { get; private set; } = [];

    public AppraisalCount All { get; private set; }

    /// <summary>The ends of the months before, and the day itself last.</summary>
    public IReadOnlyList<(DateOnly Day, AppraisalCount Count)> Months { get; private set; } = [];

    /// <summary>Samples up to the day, the newest first, with what each says.</summary>
    public IReadOnlyList<(AppraisalSample Sample, UnderRecording? Says)> Samples { get; private set; } = [];

    /// <summary>Before which day not all cycles are kept, where the months shown begin before it.</summary>
    public DateOnly? Removed { get; private set; }

    public Chart? Chart { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ReadAddress())
            return NotFound();
        var samples = await db.Set<AppraisalSample>().AsNoTracking().Where(sample => sample.Kind == Kind && sample.On <= On).OrderByDescending(sample => sample.On).ThenByDescending(sample => sample.Id).ToListAsync(cancel);
        var firstOfMonth = new DateOnly(On.Year, On.Month, 1);
        DateOnly[] days = [.. Enumerable.Range(0, MonthsShown - 1).Reverse().Select(back => firstOfMonth.AddMonths(-back).AddDays(-1)), On];
        var counts = Read([.. days, .. samples.Select(sample => sample.On)]);
        Removed = database.Read(connection => Keeping.RemovedBefore(connection, Tables.Appraisal)) is { } before && days[0] < before ? before : null;
        Months = [.. days.Select(day => (day, Sum(counts, day))).Where(month => month.Item2.Staff > 0)];
        Samples = [.. samples.Select(sample => (sample, Sum(counts, sample.On) is var count ? UnderRecording.From(count.Held, count.Staff, sample) : null))];
        Chart = Months.Count < 2 ? null : new Chart("Share of staff whose appraisal is held and recorded, at the end of each month; the table beside it says the same", Months[0].Day, On, "%")
        {
            Each = "end of each month",
            Months = [.. Months.Select(month => new ChartMonth(month.Day, month.Day, 100m * month.Count.Held / month.Count.Staff, month.Day != On || On.AddDays(1).Day == 1))],
        };
        return Page();
    }

    public IActionResult OnGetCsv()
    {
        if (!ReadAddress())
            return NotFound();
        Read([On]);
        return CsvDownload.Of(
            $"appraisals-{(Kind == AppraisalKind.Pdr ? "pdr" : "supervision")}-{On:yyyy-MM-dd}.csv", ["Locality", "Team", "As at", "Staff", "Held", "Percent", "Overdue"],
            Parts.Where(part => part.IsTeam).Select(part => (IReadOnlyList<string>)
            [
                part.Place.Locality, part.Place.Team, $"{On:yyyy-MM-dd}", Number(part.Count.Staff), Number(part.Count.Held), (100m * part.Count.Held / part.Count.Staff).ToString("0.0", CultureInfo.InvariantCulture), Number(part.Count.Overdue),
            ]));

        static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private List<(DateOnly Day, Place Place, AppraisalCount Count)> Read(IReadOnlyList<DateOnly> days)
    {
        var counts = database.Read(connection => AppraisalReading.Read(connection, Kind, days));
        All = Sum(counts, On);
        Parts =
        [
            .. counts.Where(row => row.Day == On).OrderBy(row => row.Place.Locality.Length == 0).ThenBy(row => row.Place.Locality, StringComparer.Ordinal).ThenBy(row => row.Place.Team, StringComparer.Ordinal)
                .GroupBy(row => row.Place.Locality)
                .SelectMany(locality => locality.Select(row => (row.Place, true, row.Count)).Prepend((new Place("", locality.Key), false, locality.Aggregate(default(AppraisalCount), (sum, row) => sum + row.Count)))),
        ];
        return counts;
    }

    private static AppraisalCount Sum(IEnumerable<(DateOnly Day, Place Place, AppraisalCount Count)> counts, DateOnly day) =>
        counts.Where(row => row.Day == day).Aggregate(default(AppraisalCount), (sum, row) => sum + row.Count);
}

using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;

namespace ImprovementSuite.Plan.Ratings;

/// <summary>A month's figure.</summary>
internal sealed record MonthFigure(DateOnly From, DateOnly To, Figure Figure)
{
    /// <summary>Whether the month is over on <paramref name="day"/>, so that its figure is whole.</summary>
    public bool IsFull(DateOnly day) => To < day;

    /// <summary>Whether <paramref name="earlier"/> is the month before this one.</summary>
    public bool Follows(MonthFigure earlier) => From == earlier.From.AddMonths(1);
}

/// <summary>A measure's discrete months: each month's own figure, never the year so far.</summary>
internal static class MonthFigures
{
    /// <summary>One figure a month for the authority, oldest first. Months in which nothing was due have none.</summary>
    public static IReadOnlyList<MonthFigure> Of(IEnumerable<Reading> readings) =>
    [
        .. RatedReading.Preferred(readings.Where(reading => reading is { Current: true, ScopeKind: ScopeKind.Authority, PeriodKind: PeriodKind.Month, Figure.NothingDue: false }))
            .OrderBy(reading => reading.From)
            .Select(reading => new MonthFigure(reading.From, reading.To, reading.Figure!)),
    ];

    /// <summary>The last <paramref name="number"/> full months, oldest first; null where they are not all known or do not follow each other.</summary>
    public static IReadOnlyList<MonthFigure>? LastFull(IEnumerable<MonthFigure> months, DateOnly day, int number = 3)
    {
        var last = months.Where(month => month.IsFull(day)).OrderBy(month => month.From).TakeLast(number).ToList();
        return last.Count == number && last.Zip(last.Skip(1)).All(pair => pair.Second.Follows(pair.First)) ? last : null;
    }
}

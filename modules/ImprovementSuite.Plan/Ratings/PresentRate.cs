using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;

namespace ImprovementSuite.Plan.Ratings;

/// <summary>How a measure goes at present: its last three full months, or what its dated readings tell of them.</summary>
/// <param name="Share">What was reached in these days taken together; for a rate that is counted month by month.</param>
/// <param name="PerWeek">What was added a week, or by how much a stock changed a week, in the unit.</param>
/// <param name="From">The first day that it is worked out from.</param>
/// <param name="To">The last.</param>
/// <param name="Unknown">Why no present rate is known.</param>
internal sealed record PresentRate(Figure? Share, decimal? PerWeek, DateOnly? From, DateOnly? To, string? Unknown)
{
    private const int Months = 3;

    public bool IsKnown => Unknown is null;

    public static PresentRate Of(Measure measure, IReadOnlyList<Reading> readings, Reading? rated, DateOnly day) => measure switch
    {
        { Kind: MeasureKind.Judgement } => No("a judgement comes with its inspection"),
        { Kind: MeasureKind.Round } => No("it is read once a round"),
        { Kind: MeasureKind.Rate, RatedOn: not RatedOn.AsAt } => OfMonths(MonthFigures.Of(readings), day),
        _ when rated?.Value is null => No("nothing has been read yet"),
        { Kind: MeasureKind.Cumulative or MeasureKind.Scheduled } => OfSum(measure, readings, rated, day),
        _ => OfStock(RatedReading.Series(measure, rated, readings, day), rated),
    };

    /// <summary>A rate's last three full months together; where their counts are not published the mean of the three.</summary>
    private static PresentRate OfMonths(IReadOnlyList<MonthFigure> months, DateOnly day)
    {
        if (MonthFigures.LastFull(months, day, Months) is not { } last)
            return No(months.Where(month => month.IsFull(day)).ToList() switch
            {
                [] => "no full month has been read",
                [_] => "only one month has been read",
                [_, _] => "only two months have been read",
                _ => "a month is missing among the last three",
            });
        var share = last.All(month => month.Figure.Denominator is not null)
            ? Figure.Rate(last.Sum(month => month.Figure.Numerator!.Value), last.Sum(month => month.Figure.Denominator!.Value))
            : Figure.AsStated(Math.Round(last.Average(month => month.Figure.Value!.Value), 2));
        return new(share, null, last[0].From, last[^1].To, null);
    }

    /// <summary>What was added a week: in the last three full months, else between two readings of one span, else since its first day.</summary>
    private static PresentRate OfSum(Measure measure, IReadOnlyList<Reading> readings, Reading rated, DateOnly day)
    {
        if (MonthFigures.LastFull(MonthFigures.Of(readings), day, Months) is { } last)
            return Weekly(last.Sum(month => month.Figure.Value!.Value), last[0].From, last[^1].To);
        var earlier = RatedReading.Series(measure, rated, readings, day)
            .FirstOrDefault(reading => reading.From == rated.From && reading.Value is not null && reading.To < rated.To && reading.To >= rated.To.AddMonths(-Months));
        return earlier is null ? Weekly(rated.Value!.Value, rated.From, rated.To) : Weekly(rated.Value!.Value - earlier.Value!.Value, earlier.To.AddDays(1), rated.To);
    }

    /// <summary>How a stock changed a week over three months; where nothing was read in them, since the reading before.</summary>
    private static PresentRate OfStock(IReadOnlyList<Reading> series, Reading rated)
    {
        var before = series.Where(reading => reading.To < rated.To && reading.Value is not null).ToList();
        var earlier = before.FirstOrDefault(reading => reading.To >= rated.To.AddMonths(-Months)) ?? before.LastOrDefault();
        return earlier is null ? No("only one reading") : Weekly(rated.Value!.Value - earlier.Value!.Value, earlier.To.AddDays(1), rated.To);
    }

    private static PresentRate Weekly(decimal added, DateOnly from, DateOnly to) => new(null, added * 7 / (to.DayNumber - from.DayNumber + 1), from, to, null);

    private static PresentRate No(string why) => new(null, null, null, null, why);
}

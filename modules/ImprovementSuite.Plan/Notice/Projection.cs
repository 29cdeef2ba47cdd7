using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;

namespace ImprovementSuite.Plan.Notice;

/// <summary>What a measure's rated reading would be at the end of months to come, if it goes on at its present rate.</summary>
internal static class Projection
{
    private const int MonthsAhead = 36;

    /// <summary>The first end of a month on which it would be enough; null where it would not within three years, or not within its span.</summary>
    public static DateOnly? FirstMonthEnd(Measure measure, Reading reading, PresentRate present, DateOnly day, Func<decimal, DateOnly, bool> isEnough)
    {
        for (var ahead = 0; ahead < MonthsAhead; ahead++)
        {
            var end = Period.Month(Period.Month(day).From.AddMonths(ahead)).To;
            if (At(end, measure, reading, present) is not { } value)
                return null;
            if (isEnough(value, end))
                return end;
        }
        return null;
    }

    private static decimal? At(DateOnly end, Measure measure, Reading reading, PresentRate present)
    {
        var days = end.DayNumber - reading.To.DayNumber;
        if (present.Share is { } share)
            return YearSoFar(end, reading, share, present, days) ?? share.Value;
        if (present.PerWeek is not { } perWeek)
            return null;
        if (measure.Kind is MeasureKind.Cumulative or MeasureKind.Scheduled && Expected.LastStage(measure, reading.To, reading) is { By: { } by } && end > by)
            return null;
        // Rounded, so that a division's last digit does not put it off by a month.
        var value = Math.Max(0, Math.Round(reading.Value!.Value + (perWeek * days / 7), 6));
        return measure.Unit == Unit.Percent && !measure.MayExceed100 ? Math.Min(value, 100) : value;
    }

    /// <summary>The year's counts so far and those to come at the present volume; null in another year and where counts are not published.</summary>
    private static decimal? YearSoFar(DateOnly end, Reading reading, Figure share, PresentRate present, int days)
    {
        if (reading is not { PeriodKind: PeriodKind.YearToDate, Numerator: { } numerator, Denominator: { } denominator } || share is not { Numerator: { } met, Denominator: > 0 and var all }
            || Period.YearToDate(end).From != reading.From)
            return null;
        var months = (decimal)days / (present.To!.Value.DayNumber - present.From!.Value.DayNumber + 1);
        return 100 * (numerator + (met * months)) / (denominator + (all * months));
    }
}

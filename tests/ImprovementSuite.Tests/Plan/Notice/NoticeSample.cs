using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Tests.Plan.Ratings;

namespace ImprovementSuite.Tests.Plan.Notice;

/// <summary>One measure and its readings, as a test of a notice sees them.</summary>
internal static class NoticeSample
{
    public static readonly DateOnly Day = Sample.Today;

    public static NoticeFacts Facts(Measure measure, IEnumerable<Reading> readings, DateOnly? day = null, params Line[] lines) =>
        new(day ?? Day, Sample.PlanStart, new Dictionary<string, Measure> { [measure.Code] = measure }, readings.ToLookup(reading => reading.Measure), lines, RatingSettings.Usual);

    /// <summary>A month's own figure: its month of 2010 and "met of all".</summary>
    public static Reading Month(int month, long numerator, long denominator, int year = 2010, Origin origin = Origin.Recalculated) =>
        Month(new DateOnly(year, month, 1), Figure.Rate(numerator, denominator), origin);

    public static Reading Month(DateOnly first, Figure figure, Origin origin = Origin.Recalculated) => new()
    {
        Measure = "M", PeriodKind = PeriodKind.Month, From = first, To = Period.Month(first).To, Origin = origin, KnownOn = Period.Month(first).To,
        Numerator = figure.Numerator, Denominator = figure.Denominator, Unit = figure.Unit, Stated = figure.Stated,
    };

    /// <summary>A stock on a day.</summary>
    public static Reading On(DateOnly day, Figure figure) => new()
    {
        Measure = "M", PeriodKind = PeriodKind.AsAt, From = day, To = day, Origin = Origin.Typed, KnownOn = day,
        Numerator = figure.Numerator, Denominator = figure.Denominator, Unit = figure.Unit, Stated = figure.Stated,
    };
}

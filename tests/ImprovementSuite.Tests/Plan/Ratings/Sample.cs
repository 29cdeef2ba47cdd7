using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;

namespace ImprovementSuite.Tests.Plan.Ratings;

/// <summary>Measures and readings with only what a test is about.</summary>
internal static class Sample
{
    public static readonly DateOnly PlanStart = new(2010, 4, 1);
    public static readonly DateOnly PlanEnd = new(2011, 3, 31);
    public static readonly DateOnly Today = new(2010, 8, 20);

    public static Measure Measure(
        MeasureKind kind = MeasureKind.Rate, Polarity polarity = Polarity.HighIsGood, Unit unit = Unit.Percent, RatedOn ratedOn = RatedOn.YearToDate,
        IEnumerable<Stage>? stages = null, IEnumerable<Baseline>? baselines = null, IEnumerable<decimal>? comparators = null, string[]? scale = null) => new()
    {
        Code = "M", Title = "Measure", Thing = "thing", Things = "things", Kind = kind, Polarity = polarity, Unit = unit, RatedOn = ratedOn, Frequency = Frequency.Monthly,
        Stages = [.. stages ?? []], Baselines = [.. baselines ?? []], Scale = [.. scale ?? []],
        Comparators = [.. (comparators ?? []).Select(value => new Comparator { Who = "England", Period = "2009/10", Stored = Stored(value, unit) })],
    };

    public static Stage Stage(decimal value, DateOnly by, bool standing = false, decimal? upper = null, DateOnly? from = null, string? round = null, Unit unit = Unit.Percent) =>
        new() { By = by, Stored = Stored(value, unit), Standing = standing, Upper = upper, From = from, Round = round };

    public static Baseline Baseline(decimal value, DateOnly? on = null, bool comparable = true, Unit unit = Unit.Percent) =>
        new() { Label = "baseline", On = on, Stored = Stored(value, unit), Comparable = comparable };

    public static Reading Reading(Figure? figure, DateOnly? to = null, RatedOn ratedOn = RatedOn.YearToDate, string round = "", string? grade = null, Origin origin = Origin.Published,
        ScopeKind scope = ScopeKind.Authority)
    {
        var last = to ?? Today;
        return new()
        {
            Measure = "M", ScopeKind = scope, PeriodKind = ImprovementSuite.Plan.Ratings.RatedReading.RatedPeriod(ratedOn), From = Period.YearToDate(last).From, To = last, Round = round, Grade = grade, Origin = origin,
            KnownOn = last, Numerator = figure?.Numerator, Denominator = figure?.Denominator, Unit = figure?.Unit ?? Unit.Count, Stated = figure?.Stated,
        };
    }

    public static Reading Percent(decimal value, DateOnly? to = null) => Reading(Figure.AsStated(value), to);

    private static StoredFigure Stored(decimal value, Unit unit) => StoredFigure.Of(unit == Unit.Percent ? Figure.AsStated(value) : Figure.Of((long)value, unit));
}

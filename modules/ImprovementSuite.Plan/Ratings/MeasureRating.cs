using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Ratings;

/// <summary>All that the rules say of one measure on one day.</summary>
internal sealed record MeasureRating(
    Measure Measure, Reading? Reading, decimal? Expected, Distance? Distance, Computed Computed, Travel? Travel, SeenByPanel? Seen, bool Stale)
{
    public Colour Colour => Computed.Colour;

    public static MeasureRating Of(
        Measure measure, IEnumerable<Reading> readings, SeenByPanel? seen, DateOnly day, DateOnly planStart, RatingSettings settings)
    {
        var reading = RatedReading.Choose(measure, readings, day);
        var expected = Ratings.Expected.On(measure, day, planStart, reading);
        var distance = reading?.Figure is { } figure && expected is { } line
            ? Ratings.Distance.Between(figure, line, measure.Polarity, Ratings.Expected.UpperEdge(measure, day))
            : null;
        return new(
            measure, reading, expected, distance,
            ComputedColour.Of(measure, reading, day, planStart, settings),
            DirectionOfTravel.Of(measure, reading, seen, day, planStart, settings),
            seen,
            reading is not null && IsStale(measure.Frequency, reading.To, day, settings));
    }

    /// <summary>A reading is stale when it is older than its frequency and a month's grace.</summary>
    public static bool IsStale(Frequency frequency, DateOnly readOn, DateOnly day, RatingSettings settings) => day >= StaleFrom(frequency, readOn, settings);

    /// <summary>The first day on which it is stale.</summary>
    public static DateOnly StaleFrom(Frequency frequency, DateOnly readOn, RatingSettings settings)
    {
        var days = frequency switch { Frequency.Daily => 1, Frequency.Monthly => 31, Frequency.Quarterly => 92, _ => 366 };
        return readOn.AddDays(days + settings.StaleAfterDays + 1);
    }
}

/// <summary>Which of a measure's readings the plan rates.</summary>
internal static class RatedReading
{
    /// <summary>
    /// The authority's latest of the rated period. Where a module counts the measure its figures are rated, and those of another origin
    /// stand beside them.
    /// </summary>
    public static Reading? Choose(Measure measure, IEnumerable<Reading> readings, DateOnly day) => readings
        .Where(reading => reading.Current && reading.ScopeKind == ScopeKind.Authority && IsRated(measure, reading, day))
        .OrderByDescending(reading => reading.IsRecalculated).ThenByDescending(reading => reading.To).ThenByDescending(reading => reading.KnownOn)
        // Of two that became known on one day the later one corrects the earlier.
        .ThenByDescending(reading => reading.Id)
        .FirstOrDefault();

    /// <summary>One reading for each run of days: the counted one, else the one that became known last.</summary>
    public static IEnumerable<Reading> Preferred(IEnumerable<Reading> readings) => readings
        .GroupBy(reading => (reading.From, reading.To, reading.Round))
        .Select(same => same.OrderByDescending(reading => reading.IsRecalculated).ThenByDescending(reading => reading.KnownOn).ThenByDescending(reading => reading.Id).First());

    /// <summary>The authority's readings that may be compared with the rated one, oldest first: counted ones with counted ones, others with others.</summary>
    public static IReadOnlyList<Reading> Series(Measure measure, Reading rated, IEnumerable<Reading> readings, DateOnly day) =>
    [
        .. Preferred(readings.Where(reading =>
                reading.Current && reading.ScopeKind == ScopeKind.Authority && reading.IsRecalculated == rated.IsRecalculated && IsRated(measure, reading, day)))
            .OrderBy(reading => reading.To).ThenBy(reading => reading.KnownOn),
    ];

    /// <summary>Whether a reading is of the period that the measure is rated on, ended by <paramref name="day"/>. A month is rated once it is over.</summary>
    public static bool IsRated(Measure measure, Reading reading, DateOnly day) => reading.PeriodKind == RatedPeriod(measure.RatedOn)
        && (measure.RatedOn == RatedOn.Month ? reading.To < day : reading.To <= day);

    /// <summary>The kind of period behind a rated figure.</summary>
    public static PeriodKind RatedPeriod(RatedOn ratedOn) => ratedOn switch
    {
        RatedOn.YearToDate => PeriodKind.YearToDate,
        RatedOn.Month => PeriodKind.Month,
        RatedOn.AsAt => PeriodKind.AsAt,
        RatedOn.Round => PeriodKind.Round,
        _ => PeriodKind.Span,
    };
}

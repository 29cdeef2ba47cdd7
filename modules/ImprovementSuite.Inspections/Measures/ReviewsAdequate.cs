using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Platform.Recalculation;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Measures;

/// <summary>Serious case reviews that were judged adequate or better.</summary>
internal sealed class ReviewsAdequate(DateOnly from) : IMeasure
{
    public const string Code = "SCR-ADEQUATE";

    public MeasureDefinition Definition { get; } = new(
        Code, "Serious case reviews judged adequate or better",
        new MeasureWords(
            Of: $"serious case reviews that were judged since {from:d MMMM yyyy}", Counted: "those judged adequate or better on the scale of reviews",
            Clock: "none; a review counts from the day on which it was judged", Limit: null, Finished: "reviews were judged adequate or better", More: "reviews", NumeratorHeading: "Adequate or better",
            DenominatorHeading: "Judged", Cohort: "the day"),
        Unit.Percent, MeasureKind.Rate, Polarity.HighIsGood, Frequency.Quarterly, RatedOn.AsAt, "Ofsted evaluations of serious case reviews", "/inspections/reviews", 1, OpenRecords: true);

    public Additivity Additivity => Additivity.AsAt;

    public bool HasWeeks => false;

    public List<Tally> Count(SqliteConnection connection, DateOnly start, DateOnly to) =>
    [
        .. ReviewReading.Judged(connection).Where(review => review.On >= from && start <= review.On && review.On <= to).GroupBy(review => review.On)
            .Select(day => new Tally(day.Key, 0, day.Count(review => review.IsGood), day.Count())),
    ];
}

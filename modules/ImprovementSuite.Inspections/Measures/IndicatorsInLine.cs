using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Measures;

/// <summary>Block C of the performance profile.</summary>
internal sealed class IndicatorsInLine : IMeasure
{
    public const string Code = "BLOCK-C";

    public MeasureDefinition Definition { get; } = new(
        Code, "National indicators in line with or better than statistical neighbours and national",
        new MeasureWords(
            Of: "national indicators of the plan that have a reading, and a figure of statistical neighbours or of England beside it",
            Counted: "those that are as good as each of the figures beside them, or better; equal to a tenth of a point is in line",
            Clock: "none; the readings are the plan's, and the module keeps a copy of them from the day on which it was told", Limit: null, Finished: "indicators are in line or better", More: "indicators in line",
            NumeratorHeading: "In line or better", DenominatorHeading: "Compared", Cohort: "the day"),
        Unit.Percent, MeasureKind.Rate, Polarity.HighIsGood, Frequency.Quarterly, RatedOn.AsAt, "Performance profile of children's services, Block C", "/inspections/profile", 1, OpenRecords: true);

    public Additivity Additivity => Additivity.AsAt;

    public bool HasWeeks => false;

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => connection.Query(
        """
        SELECT ToldOn, SUM(InLineChange), SUM(ComparedChange) FROM indicator_change WHERE ToldOn BETWEEN $1 AND $2 GROUP BY ToldOn
        """,
        row => new Tally(row.GetDay(0), 0, row.GetInt64(1), row.GetInt64(2)), from, to);
}

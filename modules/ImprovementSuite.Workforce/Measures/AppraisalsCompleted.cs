using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Appraisals;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Measures;

/// <summary>Staff whose appraisal of the running cycle is held and recorded.</summary>
internal sealed class AppraisalsCompleted(DateOnly countsFrom) : IMeasure
{
    public const string Code = "PDR-COMPLETED";

    public MeasureDefinition Definition { get; } = new(
        Code, "Staff who have received a PDR",
        new MeasureWords(
            Of: "staff who are to have a performance and development review in the cycle that runs on the day",
            Counted: "those whose review is held and recorded",
            Clock: "none; a cycle is mostly the year from 1 April", Limit: $"counted from {countsFrom:d MMMM yyyy}",
            Finished: "staff had received a review", More: "reviews held", NumeratorHeading: "Held", DenominatorHeading: "Staff", Cohort: "the day"),
        Unit.Percent, MeasureKind.Rate, Polarity.HighIsGood, Frequency.Monthly, RatedOn.AsAt, "Council's appraisal scheme", "/workforce/appraisals", 1, OpenRecords: true);

    public Additivity Additivity => Additivity.AsAt;

    public bool HasWeeks => false;

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => connection.Query(
        $"""
         WITH mine AS (SELECT * FROM appraisal WHERE Counts = 1 AND Kind = {(int)AppraisalKind.Pdr} AND CycleToOn >= {countsFrom.DayNumber}),
         change AS (
           SELECT CycleFrom AS Day, TeamId, 0 AS Held, 1 AS Staff FROM mine
           UNION ALL SELECT CycleToOn + 1, TeamId, 0, -1 FROM mine
           UNION ALL SELECT DoneOn, TeamId, 1, 0 FROM mine WHERE DoneOn <= CycleToOn
           UNION ALL SELECT CycleToOn + 1, TeamId, -1, 0 FROM mine WHERE DoneOn <= CycleToOn)
         SELECT MAX(Day, {countsFrom.DayNumber}) AS At, TeamId, SUM(Held), SUM(Staff) FROM change WHERE MAX(Day, {countsFrom.DayNumber}) BETWEEN $1 AND $2 GROUP BY At, TeamId
         """,
        row => new Tally(row.GetDay(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3)), from, to);
}

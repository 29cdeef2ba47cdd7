using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Measures;

/// <summary>Staff and managers who came to training in the common assessment framework.</summary>
internal sealed class CafTrained : IMeasure
{
    public const string Code = "CAF-TRAINED";

    public MeasureDefinition Definition { get; } = new(
        Code, "Staff and managers trained in CAF",
        new MeasureWords(
            Of: "staff and managers who came to training in the common assessment framework",
            Counted: "everybody who came to a session; somebody who came to two counts twice, because sessions are kept without names",
            Clock: "none; a session counts on its day", Limit: null,
            Finished: "people were trained", More: "people trained", NumeratorHeading: "Trained", DenominatorHeading: "", Cohort: "the day of the session"),
        Unit.Count, MeasureKind.Cumulative, Polarity.HighIsGood, Frequency.Monthly, RatedOn.YearToDate, "The council's record of training", "/workforce/learning", 1, OpenRecords: true);

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => connection.Query(
        """
        SELECT "On", SUM(Staff + Managers) FROM learning_event
        WHERE IsCaf = 1 AND Staff IS NOT NULL AND WithdrawnWhy IS NULL AND "On" BETWEEN $1 AND $2 GROUP BY "On"
        """,
        row => new Tally(row.GetDay(0), 0, row.GetInt64(1), 0), from, to);
}

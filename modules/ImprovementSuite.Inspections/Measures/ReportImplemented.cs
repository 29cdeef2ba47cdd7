using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Measures;

/// <summary>The recommendations of one report, or of several, that the plan follows as a measure of their own.</summary>
internal sealed class ReportImplemented(string code, string title) : IMeasure
{
    public MeasureDefinition Definition { get; } = new(
        code, title,
        new MeasureWords(
            Of: "recommendations of the report, those withdrawn left out", Counted: "those that are complete with evidence and validated by somebody other than their owner; one that is linked to another report's counts as that one does",
            Clock: "none; the day is that on which it was complete, once that is validated", Limit: null, Finished: "recommendations are implemented", More: "recommendations implemented", NumeratorHeading: "Implemented",
            DenominatorHeading: "Recommended", Cohort: "the day"),
        Unit.Percent, MeasureKind.Rate, Polarity.HighIsGood, Frequency.Monthly, RatedOn.AsAt, "Council's ledger of recommendations", Pages.Inspections.Ledgers.BehindModel.PathOf(code), 1, OpenRecords: true);

    public Additivity Additivity => Additivity.AsAt;

    public bool HasWeeks => false;

    /// <summary>Each measure that a report is counted as.</summary>
    public static IEnumerable<ReportImplemented> All(SqliteConnection connection) => connection.Query(
        "SELECT Code, MIN(Title) FROM report_measure GROUP BY Code ORDER BY Code", row => new ReportImplemented(row.GetString(0), row.GetString(1)));

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => connection.Query(
        $"""
         WITH ledger AS ({LedgerSql.Rows}),
         mine AS (
           SELECT l.ReportOn, COALESCE(o.Status, l.Status) AS Status, COALESCE(o.CompletedOn, l.CompletedOn) AS CompletedOn
           FROM ledger l LEFT JOIN ledger o ON o.Id = l.DuplicateOfId
           WHERE l.InspectionRef IN (SELECT InspectionRef FROM report_measure WHERE Code = $3) AND l.Status <> {(int)LedgerStatus.Withdrawn}),
         change AS (
           SELECT ReportOn AS Day, 0 AS Done, 1 AS Asked FROM mine
           UNION ALL SELECT MAX(ReportOn, CompletedOn), 1, 0 FROM mine WHERE Status = {(int)LedgerStatus.Met})
         SELECT Day, SUM(Done), SUM(Asked) FROM change WHERE Day BETWEEN $1 AND $2 GROUP BY Day
         """,
        row => new Tally(row.GetDay(0), 0, row.GetInt64(1), row.GetInt64(2)), from, to, code);
}

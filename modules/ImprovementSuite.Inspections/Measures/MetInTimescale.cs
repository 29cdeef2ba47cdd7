using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Measures;

/// <summary>Recommendations that were met by their original date.</summary>
internal sealed class MetInTimescale : IMeasure
{
    public const string Code = "RECS-IN-TIMESCALE";

    public MeasureDefinition Definition { get; } = new(
        Code, "Recommendations met in original timescale",
        new MeasureWords(
            Of: "recommendations that were originally due in the period, of every source; those of schools and childminders are left out where the council has not said otherwise, and so are duplicates and those withdrawn",
            Counted: "those that were complete with evidence on or before their original date, and validated later by somebody other than their owner; a revised date meets nothing",
            Clock: "none; what is claimed and not yet validated counts as not met, and the figure is restated when it is validated", Limit: null,
            Finished: "recommendations were met in their original timescale", More: "recommendations met in time", NumeratorHeading: "Met in time", DenominatorHeading: "Due",
            Cohort: "the original date"),
        Unit.Percent, MeasureKind.Rate, Polarity.HighIsGood, Frequency.Monthly, RatedOn.YearToDate, "Council's ledger of recommendations", Pages.Inspections.Ledgers.BehindModel.PathOf(Code), 1, OpenRecords: true);

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => connection.Query(
        $"""
         SELECT OriginallyDueOn, SUM({LedgerSql.MetInTime}), COUNT(*) FROM ({LedgerSql.Rows}) WHERE {LedgerSql.Counted} AND OriginallyDueOn BETWEEN $1 AND $2 GROUP BY OriginallyDueOn
         """,
        row => new Tally(row.GetDay(0), 0, row.GetInt64(1), row.GetInt64(2)), from, to);
}

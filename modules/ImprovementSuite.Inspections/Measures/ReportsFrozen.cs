using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Measures;

/// <summary>Reports that were frozen: monthly ones of recommendations, quarterly ones of the profile.</summary>
internal sealed class ReportsFrozen(ReportKind kind, string code, string title, string of) : IMeasure
{
    public static readonly ReportsFrozen Monthly = new(ReportKind.Recommendations, "REPORTS-MONTHLY", "Reports on outstanding recommendations", "monthly reports on recommendations");
    public static readonly ReportsFrozen Quarterly = new(ReportKind.Profile, "REPORTS-QUARTERLY", "Quarterly profile reports", "quarterly reports of the performance profile");

    public string Code => code;

    public MeasureDefinition Definition { get; } = new(
        code, title,
        new MeasureWords(
            Of: of, Counted: "each that was frozen, on the day on which it was frozen; a period has one report, and while none is made the reading is 0", Clock: "none", Limit: null,
            Finished: "reports were made", More: "more reports", NumeratorHeading: "Reports",
            DenominatorHeading: "", Cohort: "the day on which it was frozen"),
        Unit.Count, MeasureKind.Scheduled, Polarity.HighIsGood, Frequency.Monthly, RatedOn.YearToDate, "The module's frozen reports", "/inspections/reports", 2, OpenRecords: true);

    /// <summary>The first record decides from when on none made is 0.</summary>
    public bool StaleOnwards => true;

    public bool ZeroIsAValue => true;

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to)
    {
        var frozen = connection.Query(
            "SELECT FrozenOn, COUNT(*) FROM frozen_report WHERE Kind = $3 AND FrozenOn BETWEEN $1 AND $2 GROUP BY FrozenOn", row => new Tally(row.GetDay(0), 0, row.GetInt64(1), 0), from, to, (int)kind);
        // From the day on which a report can be made, that none is made is known.
        var none = ReportsDue.Since(connection) is { } year
            ? ReportPeriod.MadeFrom(kind, year).Select(period => period.To.AddDays(1)).SkipWhile(day => day < from).TakeWhile(day => day <= to).Except(frozen.Select(tally => tally.Day)) : [];
        return [.. frozen, .. none.Select(day => new Tally(day, 0, 0, 0))];
    }
}

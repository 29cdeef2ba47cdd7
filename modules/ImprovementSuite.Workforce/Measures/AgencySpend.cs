using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Measures;

/// <summary>What agencies have charged so far in the year.</summary>
internal sealed class AgencySpend : IMeasure
{
    public const string Code = "AGENCY-SPEND";

    public MeasureDefinition Definition { get; } = new(
        Code, "Spend on agency staff",
        new MeasureWords(
            Of: "invoices of agencies, credit notes taken off",
            Counted: "their amounts without VAT",
            Clock: "none; spend counts on the day on which the invoice came in, and what came after 31 March for work of the year before counts on 31 March",
            Limit: null, Finished: "was spent on agency staff", More: "spend", NumeratorHeading: "Spent", DenominatorHeading: "", Cohort: "the day on which the invoice came in"),
        Unit.Pence, MeasureKind.Cumulative, Polarity.LowIsGood, Frequency.Monthly, RatedOn.YearToDate, "Council's ledger", "/workforce/agency", 1, OpenRecords: true);

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => connection.Query(
        "SELECT SpentOn, TeamId, SUM(Pence) FROM invoice WHERE Counts = 1 AND SpentOn BETWEEN $1 AND $2 GROUP BY SpentOn, TeamId",
        row => new Tally(row.GetDay(0), row.GetInt32(1), row.GetInt64(2), 0), from, to);
}

using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>Invoices and agency workers as the pages of agency spend read them.</summary>
internal static class AgencyReading
{
    /// <summary>What a lag is told from reaches back so many months of work.</summary>
    private const int MonthsBack = 25;

    /// <summary>Months whose missing invoices are asked for.</summary>
    private const int MonthsAsked = 12;

    /// <summary>What counts in a year, in sum.</summary>
    public static long Spent(SqliteConnection connection, FinancialYear year) =>
        connection.Scalar<long>("SELECT TOTAL(Pence) FROM invoice WHERE Counts = 1 AND SpentOn BETWEEN $1 AND $2", year.From, year.To);

    /// <summary>Every invoice for work of the year, and of the months before today that tell the lag.</summary>
    public static List<InvoicedWork> Development(SqliteConnection connection, FinancialYear year, DateOnly today) => connection.Query(
        "SELECT WorkedToOn, ReceivedOn, Pence FROM invoice WHERE Counts = 1 AND WorkedToOn >= $1",
        row => new InvoicedWork(row.GetDay(0), row.GetDay(1), row.GetInt64(2)), today.AddMonths(-MonthsBack) is var back && back < year.From ? back : year.From);

    /// <summary>What counts in the year so far, by everything that it is shown by.</summary>
    public static List<SpendPart> Parts(SqliteConnection connection, FinancialYear year) => connection.Query(
        """
        SELECT Agency, Contract, Role, SocialCare, WorkedToOn, COUNT(*), SUM(Pence) FROM invoice
        WHERE Counts = 1 AND SpentOn BETWEEN $1 AND $2 GROUP BY Agency, Contract, Role, SocialCare, WorkedToOn
        """,
        row => new SpendPart(row.GetString(0), row.GetString(1), (PostRole)row.GetInt32(2), row.GetBoolean(3), new(row.GetDay(4).Year, row.GetDay(4).Month, 1), row.GetInt32(5), row.GetInt64(6)),
        year.From, year.To);

    /// <summary>The years that any invoice counts in, the latest first.</summary>
    public static List<FinancialYear> Years(SqliteConnection connection, DateOnly today) => connection.Query(
            "SELECT MIN(SpentOn), MAX(SpentOn) FROM invoice WHERE Counts = 1 HAVING COUNT(*) > 0", row => (First: FinancialYear.Of(row.GetDay(0)), Last: FinancialYear.Of(row.GetDay(1))))
        .Select(range => (range.First.First, Last: Math.Max(range.Last.First, FinancialYear.Of(today).First))).DefaultIfEmpty((FinancialYear.Of(today).First, FinancialYear.Of(today).First))
        .SelectMany(range => Enumerable.Range(range.Item1, range.Item2 - range.Item1 + 1)).Reverse().Select(first => new FinancialYear(first)).ToList();

    /// <summary>
    /// By agency, the months of the last year in which its workers worked and of which no invoice has come a month after they ended. Empty where nobody brings
    /// in invoices.
    /// </summary>
    public static List<(string Agency, DateOnly Month)> WithoutInvoice(SqliteConnection connection, DateOnly today)
    {
        var running = new DateOnly(today.Year, today.Month, 1);
        var months = Enumerable.Range(2, MonthsAsked).Select(back => running.AddMonths(-back)).Select(first => $"({first.DayNumber}, {first.AddMonths(1).AddDays(-1).DayNumber})");
        return connection.Query(
            $"""
             WITH month(First, Last) AS (VALUES {string.Join(", ", months)})
             SELECT MIN(c.Agency), m.First FROM month m JOIN agency_cover c ON c.Counts = 1 AND c.StartsOn <= m.Last AND (c.EndsOn IS NULL OR c.EndsOn >= m.First)
             WHERE m.Last >= (SELECT MIN(ReceivedOn) FROM invoice WHERE Counts = 1)
               AND NOT EXISTS (SELECT 1 FROM invoice i WHERE i.Counts = 1 AND i.Agency = c.Agency COLLATE NOCASE AND i.WorkedFrom <= m.Last AND i.WorkedToOn >= m.First)
             GROUP BY c.Agency COLLATE NOCASE, m.First ORDER BY 1 COLLATE NOCASE, m.First
             """, row => (row.GetString(0), row.GetDay(1)));
    }

    /// <summary>Every time of an agency worker that began by a day. Their role and team are those of the post on their last day until then, or their own beyond the establishment.</summary>
    public static List<AgencyStay> Stays(SqliteConnection connection, DateOnly until) => connection.Query(
        $"""
         WITH term AS ({EstablishmentSql.Terms}), stay AS (SELECT *, MIN($1, COALESCE(EndsOn, $1)) AS At FROM agency_cover WHERE Counts = 1 AND StartsOn <= $1)
         SELECT s.Worker, s.Agency, COALESCE(t.Role, s.Role, {(int)PostRole.Other}), team.Code, team.Locality, s.Fte, s.StartsOn, s.EndsOn, s.HourlyCharge
         FROM stay s LEFT JOIN term t ON s.Number <> '' AND t.Number = s.Number AND t.StartsOn <= s.At AND t.LastOn >= s.At JOIN team ON team.Id = COALESCE(t.TeamId, s.TeamId)
         ORDER BY s.Worker, s.StartsOn
         """,
        row => new AgencyStay(
            row.GetString(0), row.GetString(1), (PostRole)row.GetInt32(2), Team.Named(row.GetString(3), row.GetString(4)), row.GetInt32(5), row.GetDay(6), row.IsDBNull(7) ? null : row.GetDay(7),
            row.IsDBNull(8) ? null : row.GetInt32(8)), until);
}

/// <summary>A part of the year's spend.</summary>
/// <param name="Month">In which the work ended.</param>
internal sealed record SpendPart(string Agency, string Contract, PostRole Role, bool SocialCare, DateOnly Month, int Invoices, long Pence);

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

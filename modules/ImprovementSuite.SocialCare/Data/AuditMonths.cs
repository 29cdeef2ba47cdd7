using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.CaseAudits;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>What one post was expected to audit in a month, and what came.</summary>
/// <param name="Own">Audits that the manager did.</param>
/// <param name="ForThem">Audits that another did for them.</param>
/// <param name="ByManagers">Of both, those done by a locality or team manager.</param>
internal sealed record ManagerMonth(ManagerInPost Manager, int Expected, int Own, int ForThem, int ByManagers)
{
    /// <summary>Received and completed, up to what was expected: more from one does not make up for less from another.</summary>
    public int Received => Math.Min(Own + ForThem, Expected);

    public int Missing => Expected - Received;
}

/// <summary>One month of the programme.</summary>
/// <param name="Expected">As stated, else as posts and quotas add up.</param>
/// <param name="HasParts">Whether localities and teams have expected numbers of their own.</param>
internal sealed record AuditMonth(DateOnly Month, IReadOnlyList<ManagerMonth> Managers, int Expected, bool HasParts)
{
    public int Received => Math.Min(Managers.Sum(manager => manager.Received), Expected);

    public int Missing => Expected - Received;

    public int ByManagers => Managers.Sum(manager => Math.Min(manager.ByManagers, manager.Received));

    public bool HasEnded(DateOnly today) => Month.AddMonths(1) <= today;
}

/// <summary>Expected against received, month by month: what the pages show and the measure counts.</summary>
internal static class AuditMonths
{
    /// <summary>The months of the programme whose first day lies between these, the earliest first.</summary>
    public static List<AuditMonth> Read(SqliteConnection connection, DateOnly from, DateOnly to)
    {
        var (first, last) = connection.Query(
            "SELECT FirstMonth, LastMonth FROM audit_programme", row => (First: row.IsDBNull(0) ? DateOnly.MaxValue : row.GetDay(0), Last: row.IsDBNull(1) ? DateOnly.MinValue : row.GetDay(1))).FirstOrDefault((DateOnly.MaxValue, DateOnly.MinValue));
        var managers = Managers(connection);
        var stated = connection.Query("SELECT Month, Expected FROM audit_statement", row => (row.GetDay(0), row.GetInt32(1))).ToDictionary();
        var expected = new ExpectedAudits(
            managers,
            connection.Query("""SELECT Role, Kind, "From", Files FROM audit_quota""", row => AuditQuota.Stored((AuditorRole)row.GetInt32(0), (AuditKind)row.GetInt32(1), row.GetDay(2), row.GetInt32(3))),
            stated);
        var received = connection.Query(
                $"""
                 SELECT a.Month, a.ForId, SUM(a.AuditorId = a.ForId), SUM(a.AuditorId <> a.ForId), SUM(m.Role IN ({(int)AuditorRole.TeamManager}, {(int)AuditorRole.LocalityManager}))
                 FROM case_audit a JOIN manager_in_post m ON m.Id = a.AuditorId
                 WHERE a.Purpose = {(int)AuditPurpose.Quota} AND a.ReceivedOn IS NOT NULL AND a.Month BETWEEN $1 AND $2
                 GROUP BY a.Month, a.ForId
                 """,
                row => (Key: (row.GetDay(0), row.GetInt32(1)), Counts: (Own: row.GetInt32(2), ForThem: row.GetInt32(3), ByManagers: row.GetInt32(4))), from, to)
            .ToDictionary(r => r.Key, r => r.Counts);

        var months = new List<AuditMonth>();
        for (var month = first; month <= last; month = month.AddMonths(1))
            if (month >= from && month <= to)
                months.Add(new AuditMonth(
                    month,
                    [.. managers.Select(manager => (Manager: manager, Expected: expected.Of(manager, month), Came: received.GetValueOrDefault((month, manager.Id))))
                        .Where(row => row.Expected > 0).Select(row => new ManagerMonth(row.Manager, row.Expected, row.Came.Own, row.Came.ForThem, row.Came.ByManagers))],
                    expected.Total(month), expected.HasParts(month)));
        return months;
    }

    public static List<ManagerInPost> Managers(SqliteConnection connection) => connection.Query(
        """SELECT Id, Name, Role, TeamId, Locality, "From", Until, SignIn, Agency FROM manager_in_post ORDER BY Id""",
        row => ManagerInPost.Stored(
            row.GetInt32(0), row.GetString(1), (AuditorRole)row.GetInt32(2), row.IsDBNull(3) ? null : row.GetInt32(3), row.GetString(4),
            row.GetDay(5), row.IsDBNull(6) ? null : row.GetDay(6), row.GetString(7), row.GetBoolean(8)));
}

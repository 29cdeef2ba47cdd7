using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Learning;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>What completed audits found: two grouped queries, whatever is asked of them afterwards.</summary>
internal static class PracticeCounts
{
    private static readonly string Counted =
        $"a.Purpose IN ({(int)AuditPurpose.Quota}, {(int)AuditPurpose.NfaReview}) AND a.ReceivedOn BETWEEN $1 AND $2 AND ($3 IS NULL OR a.Kind = $3)";

    /// <param name="kind">Audits of one kind alone; null for both.</param>
    public static AuditedPractice Read(SqliteConnection connection, DateOnly from, DateOnly to, AuditKind? kind = null)
    {
        var places = SocialCareCounting.Places(connection);
        var completed = connection.Query(
            $"SELECT a.ReceivedOn, a.TeamId, COUNT(*) FROM case_audit a WHERE {Counted} GROUP BY a.ReceivedOn, a.TeamId",
            row => new AuditCount(row.GetDay(0), places[row.GetInt32(1)], row.GetInt64(2)), from, to, (int?)kind);
        var found = connection.Query(
            $"""
             SELECT f.ItemId, a.ReceivedOn, a.TeamId, COUNT(*) FROM case_audit a JOIN audit_finding f ON f.AuditId = a.Id
             WHERE {Counted} GROUP BY f.ItemId, a.ReceivedOn, a.TeamId
             """,
            row => (Issue: row.GetInt32(0), Count: new AuditCount(row.GetDay(1), places[row.GetInt32(2)], row.GetInt64(3))), from, to, (int?)kind);
        return new(completed, found.ToLookup(row => row.Issue, row => row.Count));
    }
}

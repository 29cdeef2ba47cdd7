using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Restricted;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>The stored records that can be audited, and what is known of them against an auditor.</summary>
internal static class AuditPool
{
    private static readonly string Nfa = $"((f.Type = {(int)FileType.Contact} AND f.Outcome = {CaseCodes.ContactOutcomes["nfa"]}) OR (f.Type = {(int)FileType.Referral} AND f.Outcome = {CaseCodes.ReferralOutcomes["nfa"]}))";

    /// <summary>Every record as a file; a referral counts on the day it was received, an assessment on the day it was completed.</summary>
    private static readonly string Files =
        $"""
         SELECT {(int)FileType.Contact} AS Type, Id, SourceId, RecordId, Child, TeamId, HolderId, ReceivedOn AS Day, Outcome, Counts FROM contact
         UNION ALL
         SELECT {(int)FileType.Referral}, Id, SourceId, RecordId, Child, TeamId, HolderId, ReceivedOn, Outcome, Counts FROM referral
         UNION ALL
         SELECT {(int)FileType.Assessment}, Id, SourceId, RecordId, Child, TeamId, HolderId, CompletedOn, Outcome, Counts FROM assessment
         """;

    /// <summary>The child of an audit's file, as SQL over a row of case_audit.</summary>
    public static readonly string ChildOfAudit =
        $"""
         CASE FileType
             WHEN {(int)FileType.Contact} THEN (SELECT Child FROM contact WHERE Id = FileRow)
             WHEN {(int)FileType.Referral} THEN (SELECT Child FROM referral WHERE Id = FileRow)
             ELSE (SELECT Child FROM assessment WHERE Id = FileRow)
         END
         """;

    /// <summary>The pool of a draw, and how many records were left out because they were given out before this draw.</summary>
    /// <param name="before">A draw: what it and later ones gave out is in the pool. Null is now.</param>
    public static (List<PoolFile> Pool, int DrawnBefore) Read(SqliteConnection connection, AuditKind kind, DateOnly from, DateOnly to, int? before = null)
    {
        var given = connection.Query(
            "SELECT FileType, FileRow FROM case_audit WHERE DrawId IS NOT NULL AND WithdrawnWhy IS NULL AND DrawId < $1",
            row => ((FileType)row.GetInt32(0), row.GetInt64(1)), before ?? int.MaxValue).ToHashSet();
        var all = connection.Query(
            $"""
             SELECT f.Type, f.Id, f.SourceId, f.RecordId, f.Child, f.TeamId, f.HolderId, f.Day FROM ({Files}) f
             WHERE f.Counts = 1 AND f.Day BETWEEN $1 AND $2 AND {(kind == AuditKind.NoFurtherAction ? Nfa : $"f.Type <> {(int)FileType.Contact} AND NOT {Nfa}")}
               AND NOT EXISTS (SELECT 1 FROM child closed WHERE closed.RecordId = f.Child AND closed.Restricted = 1 AND closed.Deleted = 0)
             """,
            File, from, to);
        var pool = all.Where(file => !given.Contains((file.Type, file.Row))).ToList();
        return (pool, all.Count - pool.Count);
    }

    /// <summary>One file as it stands now; null where the record is withdrawn or no longer counts.</summary>
    public static PoolFile? Read(SqliteConnection connection, FileType type, long row)
    {
        var stored = connection.Query(
            $"SELECT f.Type, f.Id, f.SourceId, f.RecordId, f.Child, f.TeamId, f.HolderId, f.Day FROM ({Files}) f WHERE f.Type = $1 AND f.Id = $2 AND f.Counts = 1 AND f.Day IS NOT NULL", File, (int)type, row).SingleOrDefault();
        return stored is null ? null : stored with { OpenTo = RestrictedCases.OpenTo(connection, stored.Child) };
    }

    /// <summary>The children of whom each of these people is or was the worker, by the name that records give.</summary>
    public static ILookup<string, string> WorksWith(SqliteConnection connection, IEnumerable<string> names)
    {
        var wanted = names.Select(name => name.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var workers = connection.Query("SELECT Id, Name FROM worker WHERE Id <> 0", row => (Id: row.GetInt32(0), Name: row.GetString(1))).Where(worker => wanted.Contains(worker.Name.Trim())).ToDictionary(w => w.Id, w => w.Name.Trim());
        if (workers.Count == 0)
            return Array.Empty<(string, string)>().ToLookup(x => x.Item1, x => x.Item2);
        var which = $"Deleted = 0 AND WorkerId IN ({string.Join(", ", workers.Keys)})";
        return connection.Query(
            $"SELECT WorkerId, Child FROM contact WHERE {which} UNION SELECT WorkerId, Child FROM referral WHERE {which} UNION SELECT WorkerId, Child FROM assessment WHERE {which}",
            row => (Name: workers[row.GetInt32(0)], Child: row.GetString(1))).ToLookup(w => w.Name, w => w.Child, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The rule of independence for each of these auditors, in two questions to the database.</summary>
    public static Dictionary<int, Independence> Independence(
        SqliteConnection connection, IReadOnlyCollection<ManagerInPost> auditors, IReadOnlyCollection<ManagerInPost> posts, IReadOnlyDictionary<int, Place> places, DateOnly today)
    {
        var own = auditors.ToDictionary(auditor => auditor.Id, auditor => posts.Where(post => post.IsSamePersonAs(auditor)).Append(auditor).Select(post => post.Name.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase));
        var worksWith = WorksWith(connection, own.Values.SelectMany(names => names));
        return auditors.ToDictionary(
            auditor => auditor.Id,
            auditor => new Independence(auditor, posts, own[auditor.Id].SelectMany(name => worksWith[name]).ToHashSet(), places, today));
    }

    private static PoolFile File(SqliteDataReader row) => new(
        (FileType)row.GetInt32(0), row.GetInt64(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetInt32(6), row.GetDay(7));
}

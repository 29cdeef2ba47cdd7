using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Restricted;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>
/// The audits that a person may not open because their case is restricted and the person is not named for it. No draw gives such a file out; these
/// are cases that were restricted after they were drawn.
/// </summary>
internal sealed class ClosedAudits(IReadOnlySet<int> ids)
{
    public static readonly ClosedAudits None = new(new HashSet<int>());

    public static ClosedAudits To(SqliteConnection connection, string personId) => new(connection.Query(
        $"SELECT a.Id FROM (SELECT Id, {AuditPool.ChildOfAudit} AS Child FROM case_audit) a WHERE {RecordAccess.IsClosed("a.Child", "$1")}", row => row.GetInt32(0), personId).ToHashSet());

    public bool Has(int audit) => ids.Contains(audit);

    /// <summary>What stands for the file on a page: its type and reference, or only that it is restricted.</summary>
    public string Name(CaseAudit audit) => Has(audit.Id) ? RecordRow.RestrictedWords : $"{audit.FileType} {audit.FileReference}";

    /// <summary>The files that were shown, for the change log.</summary>
    public string InLog(IEnumerable<CaseAudit> audits, Pseudonyms pseudonyms) =>
        string.Join(", ", audits.Where(audit => !Has(audit.Id)).Select(audit => audit.FileReference).Distinct().Select(pseudonyms.Of));
}

using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.PersonalData;

/// <summary>
/// Which records may go and when. The years of a case record run from the last day of the whole case, not from its own: measures look back within a
/// case, as a re-referral does, and a case is left whole while any of it is recent.
/// </summary>
internal static class Keeping
{
    private const string CaseAudit = "case_audit";
    private const string OfCase = "the last day of the child's case";

    private static readonly int NotYet = DateOnly.MaxValue.DayNumber;

    /// <summary>The last day of a record of a case, as SQL; a case that something is open in has not had its last day.</summary>
    private static readonly IReadOnlyList<(RecordType Type, string Last)> CaseRecords =
    [
        (RecordType.Contact, "ReceivedOn"),
        (RecordType.Referral, "COALESCE(ClosedOn, ReceivedOn)"),
        (RecordType.Assessment, $"COALESCE(CompletedOn, {NotYet})"),
        (RecordType.Enquiry, $"COALESCE(ConcludedOn, {NotYet})"),
        (RecordType.Conference, "HeldOn"),
        (RecordType.Plan, $"COALESCE(EndedOn, {NotYet})"),
        (RecordType.LookedAfter, $"COALESCE(CeasedOn, {NotYet})"),
        (RecordType.LookedAfterReview, "HeldOn"),
        (RecordType.EarlyHelp, $"COALESCE(CompletedOn, {NotYet})"),
        (RecordType.CareLeaver, "BirthdayOn"),
    ];

    public static RetainedRecords Of(ModuleDatabase database) => new(
        database, "Social care",
        [
            .. CaseRecords.Select(record => new RetainedType(record.Type.Name, record.Type.Plural, OfCase,
                $"SELECT r.Id, c.Last FROM {record.Type.Name} r JOIN temp.case_last c ON c.Child = r.Child WHERE c.Last < {NotYet}{Needed(record.Type)}")),
            new(RecordType.Supervision.Name, RecordType.Supervision.Plural, "the day on which it was held, or due", "SELECT Id, COALESCE(HeldOn, DueOn) AS Last FROM supervision"),
            new(RecordType.DataQualityCheck.Name, RecordType.DataQualityCheck.Plural, "the day on which it was done, or due", "SELECT Id, COALESCE(DoneOn, DueOn) AS Last FROM data_quality_check"),
            new(CaseAudit, "case audits", "the day on which it was sent in, or due",
                """
                SELECT Id, COALESCE(ReceivedOn, DueOn) AS Last FROM case_audit a
                WHERE NOT EXISTS (SELECT 1 FROM case_audit later WHERE later.EarlierId = a.Id)
                  AND NOT EXISTS (SELECT 1 FROM audit_action x WHERE x.ClosedById = a.Id AND x.AuditId <> a.Id)
                  AND NOT EXISTS (SELECT 1 FROM audit_action x WHERE x.AuditId = a.Id AND x.ClosedOn IS NULL)
                """),
            new("feed_rejection", "rejected records", "the day on which it came", "SELECT Id, ReceivedAt / 86400000 + 719162 AS Last FROM feed_rejection"),
        ],
        $"""
         CREATE TEMP TABLE case_last (Child TEXT PRIMARY KEY, Last INTEGER) WITHOUT ROWID;
         INSERT INTO temp.case_last SELECT Child, MAX(Last) FROM (
             {string.Join(" UNION ALL ", CaseRecords.Select(record => $"SELECT Child, {record.Last} AS Last FROM {record.Type.Name} WHERE Deleted = 0"))}
             UNION ALL {string.Join(" UNION ALL ", CaseRecords.Select(record => $"SELECT Child, 0 FROM {record.Type.Name} WHERE Deleted = 1"))}) GROUP BY Child;
         """,
        ["case_last", "case_left"],
        // Of a child nothing is left to say where nothing of its case is kept; one whose first record is still to come has no case yet.
        $"""
         CREATE TEMP TABLE case_left AS {string.Join(" UNION ", CaseRecords.Select(record => $"SELECT Child FROM {record.Type.Name}"))};
         DELETE FROM child WHERE RecordId IN (SELECT Child FROM temp.case_last) AND RecordId NOT IN (SELECT Child FROM temp.case_left);
         DELETE FROM named_reader WHERE Child IN (SELECT Child FROM temp.case_last) AND Child NOT IN (SELECT Child FROM temp.case_left);
         {string.Concat(RecordType.All.Select(type => $"DELETE FROM dq_failure WHERE RecordType = '{type.Name}' AND RowId NOT IN (SELECT Id FROM {type.Name});"))}
         """);

    /// <summary>From which day on each measure can be counted, where records that it counts have been removed.</summary>
    public static Dictionary<string, DateOnly> CountsFrom(SqliteConnection connection, IReadOnlyList<IMeasure> measures)
    {
        var removed = RetentionTables.RemovedBefore(connection);
        return removed.Count == 0 ? [] : measures
            .Select(measure => (measure.Definition.Code, Days: TypesOf(measure).Where(removed.ContainsKey).Select(type => removed[type]).ToList()))
            .Where(measure => measure.Days.Count > 0).ToDictionary(measure => measure.Code, measure => measure.Days.Max());
    }

    private static IEnumerable<string> TypesOf(IMeasure measure) => measure is CaseMeasure counted ? counted.CountedFrom : [CaseAudit];

    /// <summary>What an assessment hangs on stays with it, and the file of an audit with the audit: by it is known whether the case is restricted.</summary>
    private static string Needed(RecordType type) => string.Concat(
        type == RecordType.Referral ? " AND NOT EXISTS (SELECT 1 FROM assessment a WHERE a.ReferralId = r.Id)" : "",
        AuditedAs(type) is { } audited ? $" AND NOT EXISTS (SELECT 1 FROM case_audit a WHERE a.FileType = {(int)audited} AND a.FileRow = r.Id)" : "");

    private static FileType? AuditedAs(RecordType type) =>
        type == RecordType.Contact ? FileType.Contact : type == RecordType.Referral ? FileType.Referral : type == RecordType.Assessment ? FileType.Assessment : null;
}

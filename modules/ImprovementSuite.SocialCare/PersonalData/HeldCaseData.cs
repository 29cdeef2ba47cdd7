using System.Globalization;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.Restricted;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.PersonalData;

/// <summary>What the module holds about a child or a worker.</summary>
internal sealed class HeldCaseData(ModuleDatabase<SocialCareDb> database) : IHeldData
{
    private const string Named = "$1";
    private const string Asker = "$2";

    /// <summary>Types of which each row names its child.</summary>
    private static readonly IReadOnlyList<RecordType> OfChild = [.. RecordType.All.Where(type => type.OfChild)];

    public HeldAnswer Find(HeldQuestion question) => database.Read(connection =>
    {
        // A pseudonym is found by making that of each reference there is.
        connection.CreateFunction("pseudonym", (string reference) => question.Pseudonyms.Of(reference), isDeterministic: true);
        var children = Children(connection, question);
        var workers = Workers(connection, question);
        var places = SocialCareCounting.Places(connection);
        List<HeldTable> tables =
        [
            .. children.SelectMany(child => OfCase(connection, question, child)).GroupBy(table => table.Title)
                .Select(same => same.First() with { Rows = [.. same.SelectMany(table => table.Rows)] }),
            .. question.Teams is null ? workers.SelectMany(worker => OfWorker(connection, worker)) : [],
        ];
        return new HeldAnswer([.. children, .. question.Teams is null ? workers : []], [.. tables.Where(table => table.Rows.Count > 0)]);

        bool Opens(int team) => question.Teams is null || (places.TryGetValue(team, out var place) && question.Teams.Contains(place.Team, StringComparer.OrdinalIgnoreCase));

        IEnumerable<HeldTable> OfCase(SqliteConnection of, HeldQuestion asked, string child) =>
        [
            .. RecordType.All.Where(type => type.OfChild || type == RecordType.Child).Select(type => Records(of, type, type == RecordType.Child ? "r.RecordId" : "r.Child", child, Opens)),
            .. asked.Teams is null ? About(of, child) : [],
        ];
    });

    /// <summary>The children whose reference, or the reference of a record of theirs, was typed; without those whose case is closed to the person.</summary>
    private static List<string> Children(SqliteConnection connection, HeldQuestion question)
    {
        var isPseudonym = Pseudonyms.IsOne(question.Text);
        var asked = isPseudonym ? question.Text.ToUpperInvariant() : question.Text;
        string Is(string reference) => isPseudonym ? $"pseudonym({reference}) = {Named}" : $"{reference} = {Named}";
        var found = string.Join(" UNION ", OfChild.Select(type => $"SELECT Child FROM {type.Name} WHERE {Is("Child")} OR {Is("RecordId")}").Append($"SELECT RecordId FROM child WHERE {Is("RecordId")}"));
        return connection.Query($"SELECT f.Child FROM ({found}) f WHERE NOT {RecordAccess.IsClosed("f.Child", Asker)} ORDER BY f.Child", row => row.GetString(0), asked, question.PersonId);
    }

    private static List<string> Workers(SqliteConnection connection, HeldQuestion question) =>
        connection.Query($"SELECT Name FROM worker WHERE Name = {Named} COLLATE NOCASE AND Name <> ''", row => row.GetString(0), question.Text);

    /// <summary>The rows of one type with all that is kept of each.</summary>
    private static HeldTable Records(SqliteConnection connection, RecordType type, string by, string value, Func<int, bool> opens)
    {
        var columns = connection.Query($"SELECT name FROM pragma_table_info('{type.Name}') WHERE name <> 'Id' ORDER BY cid", row => row.GetString(0)).OrderBy(Place).ToList();
        var rows = connection.Query(
            $"""
             SELECT {(type.IsHeld ? "r.HolderId" : "0")}, {string.Join(", ", columns.Select(Shown))} FROM {type.Name} r WHERE {by} = {Named} ORDER BY {(type == RecordType.Child ? "r.Id" : type.Day)}, r.Id
             """,
            row => (Holder: row.GetInt32(0), Fields: (IReadOnlyList<string>)[.. columns.Select((column, i) => Text(type, column, row, i + 1))]), value);
        return new HeldTable(type.Heading, [.. columns.Select(Heading)], [.. rows.Where(row => !type.IsHeld || opens(row.Holder)).Select(row => row.Fields)]);
    }

    /// <summary>What a record is comes first, how it came last.</summary>
    private static int Place(string column) => column switch
    {
        "RecordId" => 0,
        "Child" => 1,
        "SourceId" or "Version" or "Deleted" or "Counts" or "RecordedOn" => 3,
        _ => 2,
    };

    private static string Shown(string column) => column switch
    {
        "SourceId" => "(SELECT Name FROM feed_source WHERE Id = r.SourceId)",
        "WorkerId" or "SupervisorId" => $"(SELECT Name FROM worker WHERE Id = r.{column})",
        _ when column.EndsWith("TeamId", StringComparison.Ordinal) || column == "HolderId" => $"(SELECT TRIM(Code || ', ' || Locality, ', ') FROM team WHERE Id = r.{column})",
        "ReferralId" => "(SELECT RecordId FROM referral WHERE Id = r.ReferralId)",
        _ => $"r.{column}",
    };

    private static string Heading(string column) => column switch
    {
        "RecordId" => "Reference",
        "SourceId" => "Source",
        "HolderId" => "Held by team",
        "TeamId" => "Team on its day",
        "Deleted" => "Withdrawn",
        _ => Words(column.EndsWith("Id", StringComparison.Ordinal) && column.Length > 2 ? column[..^2] : column),
    };

    private static string Words(string column) =>
        char.ToUpperInvariant(column[0]) + string.Concat(column.Skip(1).Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static string Text(RecordType type, string column, SqliteDataReader row, int i)
    {
        if (row.IsDBNull(i))
            return "";
        if (column.EndsWith("On", StringComparison.Ordinal) || column.EndsWith("From", StringComparison.Ordinal))
            return Day(row.GetDay(i));
        return (type.Name, column) switch
        {
            (_, "Deleted" or "Counts" or "Restricted" or "Unborn" or "InEducationOrWork" or "LeftOut" or "InsteadOfAssessment" or "Adequate") => row.GetBoolean(i) ? "yes" : "no",
            (_, "Origin") => Code(CaseCodes.Origins, row.GetInt32(i)),
            (_, "Category") => Code(CaseCodes.Categories, row.GetInt32(i)),
            ("assessment", "Kind") => Code(CaseCodes.AssessmentKinds, row.GetInt32(i)),
            ("conference", "Kind") => Code(CaseCodes.ConferenceKinds, row.GetInt32(i)),
            ("contact", "Outcome") => CaseCodes.Words(CaseCodes.ContactOutcomes, row.GetInt32(i)),
            ("referral", "Outcome") => CaseCodes.Words(CaseCodes.ReferralOutcomes, row.GetInt32(i)),
            ("assessment", "Outcome") => CaseCodes.Words(CaseCodes.AssessmentOutcomes, row.GetInt32(i)),
            ("section_47_enquiry", "Outcome") => CaseCodes.Words(CaseCodes.EnquiryOutcomes, row.GetInt32(i)),
            ("conference", "Outcome") => CaseCodes.Words(CaseCodes.ConferenceOutcomes, row.GetInt32(i)),
            ("early_help_assessment", "Outcome") => CaseCodes.Words(CaseCodes.EarlyHelpOutcomes, row.GetInt32(i)),
            _ => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)!,
        };
    }

    private static string Code(IReadOnlyDictionary<string, int> codes, int stored) => codes.FirstOrDefault(code => code.Value == stored).Key ?? "";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What the suite itself knows of a case: who may open it, what audits found, which rules its records failed, what was rejected.</summary>
    private static IEnumerable<HeldTable> About(SqliteConnection connection, string child) =>
    [
        new("People named for the restricted case", ["Sign-in", "Since"], connection.Query(
            $"SELECT PersonId, Since FROM named_reader WHERE Child = {Named} ORDER BY Since", row => Row(row.GetString(0), At(row, 1)), child)),
        new("Case audits", ["File", "Auditor", "Due", "Sent in", "Grade", "Note", "Found", "Actions", "Safeguarding alerts"], connection.Query(
            $"""
             SELECT a.FileType, a.FileReference, m.Name, a.DueOn, a.ReceivedOn, a.Grade, a.Note,
                    (SELECT GROUP_CONCAT(i.Title || CASE f.Note WHEN '' THEN '' ELSE ' (' || f.Note || ')' END, '; ') FROM audit_finding f JOIN audit_item i ON i.Id = f.ItemId WHERE f.AuditId = a.Id),
                    (SELECT GROUP_CONCAT(x.What || ' (' || x.Owner || ')', '; ') FROM audit_action x WHERE x.AuditId = a.Id),
                    (SELECT GROUP_CONCAT(s.What || COALESCE(' - ' || s.Answer, ''), '; ') FROM safeguarding_alert s WHERE s.AuditId = a.Id)
             FROM (SELECT *, {AuditPool.ChildOfAudit} AS Child FROM case_audit) a JOIN manager_in_post m ON m.Id = a.AuditorId WHERE a.Child = {Named} ORDER BY a.Id
             """,
            row => Row(
                $"{(FileType)row.GetInt32(0)} {row.GetString(1)}", row.GetString(2), Day(row.GetDay(3)), row.IsDBNull(4) ? "" : Day(row.GetDay(4)), Given(row, 5), Given(row, 6), Given(row, 7), Given(row, 8), Given(row, 9)),
            child)),
        new("Rules of data quality that records failed", ["Rule", "Record", "Since", "Resolved"], connection.Query(
            $"SELECT Rule, RecordType, RecordId, Since, ResolvedOn FROM dq_failure WHERE Child = {Named} ORDER BY Since",
            row => Row(row.GetString(0), $"{row.GetString(1).Replace('_', ' ')} {row.GetString(2)}", Day(row.GetDay(3)), row.IsDBNull(4) ? "" : Day(row.GetDay(4))), child)),
        new("Rejected records", ["Record", "What was wrong", "Came", "As it came"], connection.Query(
            $"""SELECT RecordType, RecordId, Sentence, ReceivedAt, Record FROM feed_rejection WHERE RecordId = {Named} OR INSTR(Record, '"' || {Named} || '"') > 0 ORDER BY Id""",
            row => Row($"{row.GetString(0).Replace('_', ' ')} {row.GetString(1)}", row.GetString(2), At(row, 3), row.GetString(4)), child)),
    ];

    /// <summary>What is about a worker as such; the records of children that they hold are about the children.</summary>
    private static IEnumerable<HeldTable> OfWorker(SqliteConnection connection, string worker) =>
    [
        Records(connection, RecordType.Supervision, "(SELECT Name FROM worker WHERE Id = r.WorkerId)", worker, _ => true),
        Records(connection, RecordType.DataQualityCheck, "(SELECT Name FROM worker WHERE Id = r.WorkerId)", worker, _ => true),
        new("Supervisions given", ["Due", "Held"], connection.Query(
            $"SELECT DueOn, HeldOn FROM supervision WHERE SupervisorId = (SELECT Id FROM worker WHERE Name = {Named}) ORDER BY DueOn", row => Row(Day(row.GetDay(0)), row.IsDBNull(1) ? "" : Day(row.GetDay(1))), worker)),
        new("Records of children that name the worker", ["Type", "Records"], [.. OfChild.Select(type => Row(
            type.Heading, connection.Scalar<long>($"SELECT COUNT(*) FROM {type.Name} WHERE WorkerId = (SELECT Id FROM worker WHERE Name = {Named})", worker).ToString(CultureInfo.InvariantCulture))).Where(row => row[1] != "0")]),
        new("Posts in the audit programme", ["Name", "Role", "Locality", "Sign-in"], connection.Query(
            $"SELECT Name, Role, Locality, SignIn FROM manager_in_post WHERE Name = {Named} COLLATE NOCASE", row => Row(row.GetString(0), ((AuditorRole)row.GetInt32(1)).Words(), row.GetString(2), Given(row, 3)), worker)),
    ];

    private static IReadOnlyList<string> Row(params string[] fields) => fields;

    private static string At(SqliteDataReader row, int i) => SqliteCommands.FromMilliseconds(row.GetInt64(i)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Given(SqliteDataReader row, int i) => row.IsDBNull(i) ? "" : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)!;
}

using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.PersonalData;

/// <summary>
/// What the module holds of a member of staff, a visitor or somebody else who works with recommendations, by name: as owner, as who said or found that one is
/// complete, who acts, gave evidence, visited, is written to, or brought something in. It holds no child.
/// </summary>
internal sealed class HeldInspectionData(ModuleDatabase<InspectionsDb> database) : IHeldData
{
    public HeldAnswer Find(HeldQuestion question) => question.Teams is not null ? HeldAnswer.Nothing : database.Read(connection =>
    {
        var name = question.Text.Trim();
        List<HeldTable> tables =
        [
            Table(connection, name, "Recommendations owned", ["Report", "Number", "Service", "Original date", "Completed", "How it stands"],
                $"SELECT Report, Number, Service, OriginallyDueOn, CompletedOn, Status FROM ({LedgerSql.Rows}) WHERE Owner = $1 COLLATE NOCASE ORDER BY OriginallyDueOn, Report, Number",
                days: [3, 4], words: (5, status => ((LedgerStatus)status).Words())),
            Table(connection, name, "Recommendations first given to this owner", ["Report", "Number", "Original date"],
                """
                SELECT r.InspectionRef, r.Number, r.OriginallyDueOn FROM recommendation r JOIN progress p ON p.RecommendationId = r.Id
                WHERE r.Owner = $1 COLLATE NOCASE AND p.Owner <> $1 COLLATE NOCASE AND r.Deleted = 0 ORDER BY r.OriginallyDueOn, r.InspectionRef, r.Number
                """, days: [2]),
            Table(connection, name, "Recommendations said to be complete", ["Report", "Number", "Completed"],
                """
                SELECT r.InspectionRef, r.Number, p.CompletedOn FROM progress p JOIN recommendation r ON r.Id = p.RecommendationId
                WHERE p.CompletedBy = $1 COLLATE NOCASE ORDER BY p.CompletedOn, r.InspectionRef, r.Number
                """, days: [2]),
            Table(connection, name, "Recommendations validated", ["Report", "Number", "Validated", "How", "Finding"],
                """
                SELECT r.InspectionRef, r.Number, COALESCE(p.ValidatedOn, r.ValidatedOn), COALESCE(p.ValidatedHow, r.ValidatedHow), p.Finding FROM recommendation r LEFT JOIN progress p ON p.RecommendationId = r.Id
                WHERE (r.ValidatedBy = $1 COLLATE NOCASE OR p.ValidatedBy = $1 COLLATE NOCASE) AND r.Deleted = 0 ORDER BY 3, r.InspectionRef, r.Number
                """, days: [2], words: (3, how => ((ValidatedHow)how).Words())),
            Table(connection, name, "Steps in the ledger", ["Report", "Number", "When", "Step", "Words"],
                """
                SELECT r.InspectionRef, r.Number, e.At, e.Step, e.Words FROM ledger_event e JOIN recommendation r ON r.Id = e.RecommendationId
                WHERE e."By" = $1 COLLATE NOCASE OR e.ApprovedBy = $1 COLLATE NOCASE ORDER BY e.At, e.Id
                """, times: [2], words: (3, step => ((LedgerStep)step).Words())),
            Table(connection, name, "Actions", ["Report", "Number", "What", "Due", "Done"],
                """
                SELECT r.InspectionRef, r.Number, a.What, a.DueOn, a.DoneOn FROM recommendation_action a JOIN recommendation r ON r.Id = a.RecommendationId
                WHERE a.Who = $1 COLLATE NOCASE ORDER BY a.DueOn, a.Id
                """, days: [3, 4]),
            Table(connection, name, "Evidence added", ["Title", "File or link", "When"],
                "SELECT Title, COALESCE(FileName, Link), AddedAt FROM evidence WHERE AddedBy = $1 COLLATE NOCASE ORDER BY AddedAt, Id", times: [2]),
            Table(connection, name, "Visits of children's homes", ["Provider", "Visited", "Finding", "Report came"],
                "SELECT ProviderRef, VisitedOn, Finding, ReportedOn FROM home_visit WHERE Visitor = $1 COLLATE NOCASE AND Deleted = 0 ORDER BY VisitedOn, ProviderRef", days: [1, 3]),
            Table(connection, name, "Papers of serious case reviews", ["Review", "Named by", "When"],
                "SELECT InspectionRef, NamedBy, NamedAt FROM review_reader WHERE PersonName = $1 COLLATE NOCASE OR NamedBy = $1 COLLATE NOCASE ORDER BY NamedAt, Id", times: [2]),
            Table(connection, name, "Readiness for inspections", ["Provider", "Grade of the service", "Grade of the reviewer", "Why"],
                """
                SELECT ProviderRef, CASE WHEN ServiceBy = $1 COLLATE NOCASE THEN ServiceGrade END, CASE WHEN ReviewerBy = $1 COLLATE NOCASE THEN ReviewerGrade END,
                  CASE WHEN ReviewerBy = $1 COLLATE NOCASE THEN ReviewerWhy END
                FROM provider_readiness WHERE ServiceBy = $1 COLLATE NOCASE OR ReviewerBy = $1 COLLATE NOCASE ORDER BY ProviderRef
                """),
            Table(connection, name, "Contacts for reminders", ["Service", "E-mail", "Escalates to"],
                "SELECT Service, Email, EscalateTo FROM service_contact WHERE Name = $1 COLLATE NOCASE OR Email = $1 COLLATE NOCASE OR EscalateTo = $1 COLLATE NOCASE ORDER BY Service"),
            Table(connection, name, "Reminders sent", ["Service", "Due", "Subject", "When"],
                """
                SELECT m.Service, m.DueOn, m.Subject, m.SentAt FROM reminder m
                WHERE m.SentAt IS NOT NULL AND (m.Address = $1 COLLATE NOCASE OR m.MarkedBy = $1 COLLATE NOCASE OR m.Address IN (SELECT Email FROM service_contact WHERE Name = $1 COLLATE NOCASE)) ORDER BY m.SentAt, m.Id
                """, days: [1], times: [3]),
            Table(connection, name, "Reports frozen", ["Period from", "When"], "SELECT PeriodFrom, FrozenAt FROM frozen_report WHERE FrozenBy = $1 COLLATE NOCASE ORDER BY FrozenAt", days: [0], times: [1]),
            Table(connection, name, "Imports", ["What", "Name", "When"],
                """SELECT Form, Name, At FROM import WHERE "By" = $1 COLLATE NOCASE OR UndoneBy = $1 COLLATE NOCASE ORDER BY At, Id""", times: [2]),
        ];
        var held = tables.Where(table => table.Rows.Count > 0).ToList();
        return held.Count == 0 ? HeldAnswer.Nothing : new HeldAnswer([name], held);
    });

    private static HeldTable Table(
        SqliteConnection connection, string name, string title, IReadOnlyList<string> columns, string sql, int[]? days = null, int[]? times = null, (int Column, Func<int, string> Of)? words = null) => new(
        title, columns, connection.Query(sql, row => (IReadOnlyList<string>)[.. columns.Select((_, i) =>
            row.IsDBNull(i) ? ""
            : days?.Contains(i) == true ? Say.Date(row.GetDay(i))
            : times?.Contains(i) == true ? Say.DateAndTime(Platform.Time.BusinessClock.Local(SqliteCommands.FromMilliseconds(row.GetInt64(i))))
            : words?.Column == i ? words.Value.Of(row.GetInt32(i))
            : row.GetString(i))], name));
}

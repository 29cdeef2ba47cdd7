using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.PersonalData;

/// <summary>
/// What the module holds of a member of staff, an agency worker, a candidate or a foster household, by the reference of whoever sends records or the name of the
/// case system. Surveys and learning hold nobody, and the census has marks that nobody can be found by.
/// </summary>
internal sealed class HeldPeopleData(ModuleDatabase<WorkforceDb> database) : IHeldData
{
    public HeldAnswer Find(HeldQuestion question) => question.Teams is not null ? HeldAnswer.Nothing : database.Read(connection =>
    {
        List<HeldTable> tables =
        [
            Table(connection, question, "Time in posts", ["Post", "Full-time equivalent", "From", "Until", "Why it ended"],
                """
                SELECT Number, printf('%.2f', Fte / 100.0), StartsOn, EndsOn, CASE Ended WHEN 1 THEN 'Left the council' WHEN 2 THEN 'Moved to another post' END
                FROM person_in_post WHERE Person = $1 COLLATE NOCASE AND Deleted = 0 ORDER BY StartsOn
                """, 2, 3),
            Table(connection, question, "Agency work", ["Post", "Agency", "Full-time equivalent", "From", "Until", "Pounds an hour"],
                """
                SELECT Number, Agency, printf('%.2f', Fte / 100.0), StartsOn, EndsOn, CASE WHEN HourlyCharge IS NOT NULL THEN printf('%.2f', HourlyCharge / 100.0) END
                FROM agency_cover WHERE Worker = $1 COLLATE NOCASE AND Deleted = 0 ORDER BY StartsOn
                """, 3, 4),
            Table(connection, question, "Candidacies", ["Campaign", "Applied", "Shortlisted", "Interviewed", "Offered", "Cleared", "Starts", "Ended"],
                """
                SELECT Campaign, AppliedOn, ShortlistedOn, InterviewedOn, OfferedOn, ClearedOn, StartsOn, EndedOn
                FROM candidate WHERE Person = $1 COLLATE NOCASE AND Deleted = 0 ORDER BY AppliedOn
                """, 1, 2, 3, 4, 5, 6, 7),
            Table(connection, question, "Fostering", ["Carers", "Locality", "Enquired", "Visited", "In training", "Being assessed", "Approved", "Ended"],
                """
                SELECT h.Carers, t.Locality, h.EnquiredOn, h.VisitedOn, h.TrainedOn, h.AssessedOn, h.ApprovedOn, h.EndedOn
                FROM foster_household h JOIN team t ON t.Id = h.TeamId WHERE h.Household = $1 COLLATE NOCASE AND h.Deleted = 0 ORDER BY h.EnquiredOn
                """, 2, 3, 4, 5, 6, 7),
            Table(connection, question, "Appraisals and supervision", ["Kind", "Team", "Cycle from", "Due", "Held"],
                """
                SELECT CASE a.Kind WHEN 1 THEN 'PDR' ELSE 'Supervision' END, t.Code, a.CycleFrom, a.DueOn, a.DoneOn FROM appraisal a JOIN team t ON t.Id = a.TeamId
                WHERE a.Person = $1 COLLATE NOCASE AND a.Deleted = 0 ORDER BY a.CycleFrom, a.Kind
                """, 2, 3, 4),
            Table(connection, question, "Sample audits of appraisals", ["Day", "Looked at", "Held", "Note"],
                """SELECT "On", LookedAt, Held, Note FROM appraisal_sample WHERE "By" = $1 COLLATE NOCASE ORDER BY "On" """, 0),
            Table(connection, question, "Cases held", ["Team", "Cases"], "SELECT Team, Cases FROM case_holder WHERE Worker = $1 COLLATE NOCASE ORDER BY Team"),
            Table(connection, question, "Restructures of teams", ["Day", "Why"], """SELECT "On", Why FROM restructure WHERE "By" = $1 COLLATE NOCASE ORDER BY "On" """, 0),
        ];
        var held = tables.Where(table => table.Rows.Count > 0).ToList();
        return held.Count == 0 ? HeldAnswer.Nothing : new HeldAnswer([question.Text.Trim()], held);
    });

    private static HeldTable Table(SqliteConnection connection, HeldQuestion question, string title, IReadOnlyList<string> columns, string sql, params int[] days) => new(
        title, columns,
        connection.Query(
            sql, row => (IReadOnlyList<string>)[.. columns.Select((_, i) => row.IsDBNull(i) ? "" : days.Contains(i) ? Say.Date(row.GetDay(i)) : row.GetString(i))], question.Text.Trim()));
}

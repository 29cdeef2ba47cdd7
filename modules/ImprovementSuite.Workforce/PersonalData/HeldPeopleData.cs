using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.PersonalData;

/// <summary>What the module holds of a member of staff, by the reference of whoever sends records or the name of the case system. Surveys and learning hold nobody.</summary>
internal sealed class HeldPeopleData(ModuleDatabase<WorkforceDb> database) : IHeldData
{
    public HeldAnswer Find(HeldQuestion question) => question.Teams is not null ? HeldAnswer.Nothing : database.Read(connection =>
    {
        List<HeldTable> tables =
        [
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

using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Schools.PersonalData;

/// <summary>What the module holds under the name of somebody who works with schools. No pupil is in it, and no head by name.</summary>
internal sealed class HeldSchoolData(ModuleDatabase<SchoolsDb> database) : IHeldData
{
    private const string School = "COALESCE((SELECT s.Name FROM school s WHERE s.Counts = 1 AND s.Urn = {0} LIMIT 1), {0})";

    public HeldAnswer Find(HeldQuestion question) => question.Teams is not null ? HeldAnswer.Nothing : database.Read(connection =>
    {
        List<HeldTable> tables =
        [
            Table(connection, question, "Schools advised", ["School"], $"SELECT {Of("n.Urn")} FROM school_note n WHERE n.Adviser = $1 COLLATE NOCASE ORDER BY 1"),
            Table(connection, question, "Support plans of schools", ["School", "Opened", "Aim", "Colour's reason"],
                $"SELECT {Of("p.Urn")}, p.OpenedOn, p.Aim, p.ColourWhy FROM support_plan p WHERE p.Adviser = $1 COLLATE NOCASE ORDER BY p.OpenedOn", 1),
            Table(connection, question, "Actions for schools", ["School", "Due", "Action", "Done"],
                $"SELECT {Of("p.Urn")}, a.DueOn, a.What, a.DoneOn FROM support_action a JOIN support_plan p ON p.Id = a.PlanId WHERE a.Who = $1 COLLATE NOCASE ORDER BY a.DueOn", 1, 3),
            Table(connection, question, "Visits to schools", ["School", "Day", "Note"],
                $"""SELECT {Of("p.Urn")}, v."On", v.Note FROM support_visit v JOIN support_plan p ON p.Id = v.PlanId WHERE v."By" = $1 COLLATE NOCASE ORDER BY v."On" """, 1),
            Table(connection, question, "Forecasts of schools' results", ["School", "Made", "Round", "Percent in hundredths"],
                $"SELECT {Of("f.Urn")}, f.MadeOn, f.Year, f.Percent FROM forecast f WHERE f.MadeBy = $1 COLLATE NOCASE AND f.Deleted = 0 ORDER BY f.MadeOn", 1),
        ];
        var held = tables.Where(table => table.Rows.Count > 0).ToList();
        return held.Count == 0 ? HeldAnswer.Nothing : new HeldAnswer([question.Text.Trim()], held);
    });

    private static string Of(string urn) => string.Format(null, School, urn);

    private static HeldTable Table(SqliteConnection connection, HeldQuestion question, string title, IReadOnlyList<string> columns, string sql, params int[] days) => new(
        title, columns,
        connection.Query(
            sql, row => (IReadOnlyList<string>)[.. columns.Select((_, i) => row.IsDBNull(i) ? "" : days.Contains(i) ? Say.Date(row.GetDay(i)) : row.GetString(i))], question.Text.Trim()));
}

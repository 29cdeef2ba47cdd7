using ImprovementSuite.Inspections.Importing;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>What a form of a record offers to choose from, and how many of each type there are.</summary>
internal sealed record EntryLists(
    IReadOnlyList<(string Value, string Title)> Providers, IReadOnlyList<(string Value, string Title)> Reports, IReadOnlyList<(string Value, string Title)> Frameworks,
    IReadOnlyDictionary<string, int> Counts)
{
    public static EntryLists Read(SqliteConnection connection) => new(
        List(connection, "SELECT Reference, Name || ', ' || Reference FROM provider WHERE Counts = 1 ORDER BY ClosedOn IS NOT NULL, Name, Reference"),
        List(connection, "SELECT Reference, Title || ', ' || Reference FROM inspection WHERE Counts = 1 ORDER BY BeganOn DESC, Reference"),
        List(connection, "SELECT Code, Title FROM framework ORDER BY StartsOn DESC, Code"),
        connection.Query(
                string.Join(" UNION ALL ", InspectionForms.All.Select(form => $"SELECT '{form.Code}', COUNT(*) FROM {form.Code} WHERE Counts = 1")),
                row => (Type: row.GetString(0), Records: row.GetInt32(1)))
            .ToDictionary(count => count.Type, count => count.Records));

    /// <summary>What can be chosen for a column of a form; nothing where it is written.</summary>
    public IReadOnlyList<(string Value, string Title)> Of(RecordForm form, FormColumn column) => (column.Field, form.Code) switch
    {
        _ when column.Kind == CellKind.Choice => [("", column.Needed ? "Choose one" : "Not yet"), .. column.Choices.Select(choice => (choice.Code, choice.Words))],
        ("provider", not Tables.Provider) => [("", "Choose a provider"), .. Providers],
        ("inspection", not Tables.Inspection) => [("", "Choose a report"), .. Reports],
        ("framework", _) => [("", "None: nothing is graded"), .. Frameworks],
        _ => [],
    };

    /// <summary>How many grades and recommendations of a report are here.</summary>
    public static (int Grades, int Recommendations) Of(SqliteConnection connection, string report) => connection.Query(
        "SELECT (SELECT COUNT(*) FROM judgement WHERE InspectionRef = $1 AND Counts = 1), (SELECT COUNT(*) FROM recommendation WHERE InspectionRef = $1 AND Counts = 1)",
        row => (row.GetInt32(0), row.GetInt32(1)), report)[0];

    private static List<(string, string)> List(SqliteConnection connection, string sql) => connection.Query(sql, row => (row.GetString(0), row.GetString(1)));
}

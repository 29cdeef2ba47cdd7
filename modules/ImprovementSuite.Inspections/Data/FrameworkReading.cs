using System.Text.Json;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>Reads frameworks where no Entity Framework is.</summary>
internal static class FrameworkReading
{
    private const string Columns = "SELECT Code, Title, Grades, GoodFrom, HasOverall, Areas, StartsOn, EndsOn, Source FROM framework";

    public static Framework? Named(SqliteConnection connection, string code) => connection.Query($"{Columns} WHERE Code = $1", Read, code).FirstOrDefault();

    public static IReadOnlyDictionary<string, Framework> All(SqliteConnection connection) => connection.Query(Columns, Read).ToDictionary(framework => framework.Code);

    public static IReadOnlyList<string> Codes(SqliteConnection connection) => connection.Query("SELECT Code FROM framework ORDER BY Code", row => row.GetString(0));

    private static Framework Read(SqliteDataReader row) => new()
    {
        Code = row.GetString(0), Title = row.GetString(1), Grades = List(row.GetString(2)), GoodFrom = row.GetInt32(3), HasOverall = row.GetBoolean(4), Areas = List(row.GetString(5)),
        StartsOn = row.GetDay(6), EndsOn = row.IsDBNull(7) ? null : row.GetDay(7), Source = row.GetString(8),
    };

    private static List<string> List(string json) => JsonSerializer.Deserialize<List<string>>(json)!;
}

using System.Text.Json;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>Reads frameworks where no Entity Framework is.</summary>
internal static class FrameworkReading
{
    private const string Columns = "SELECT Code, Title, Grades, GoodFrom, HasOverall, Areas, Reports, Providers, StartsOn, EndsOn, Source FROM framework";

    public static Framework? Named(SqliteConnection connection, string code) => connection.Query($"{Columns} WHERE Code = $1", Read, code).FirstOrDefault();

    public static IReadOnlyDictionary<string, Framework> All(SqliteConnection connection) => connection.Query(Columns, Read).ToDictionary(framework => framework.Code);

    public static IReadOnlyList<string> Codes(SqliteConnection connection) => connection.Query("SELECT Code FROM framework ORDER BY Code", row => row.GetString(0));

    private static Framework Read(SqliteDataReader row) => new()
    {
        Code = row.GetString(0), Title = row.GetString(1), Grades = List<string>(row.GetString(2)), GoodFrom = row.GetInt32(3), HasOverall = row.GetBoolean(4), Areas = List<string>(row.GetString(5)),
        Reports = List<SourceKind>(row.GetString(6)), Providers = List<ProviderKind>(row.GetString(7)), StartsOn = row.GetDay(8), EndsOn = row.IsDBNull(9) ? null : row.GetDay(9), Source = row.GetString(10),
    };

    private static List<T> List<T>(string json) => JsonSerializer.Deserialize<List<T>>(json)!;
}

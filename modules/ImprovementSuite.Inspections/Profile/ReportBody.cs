using System.Text.Json;
using System.Text.Json.Serialization;
using ImprovementSuite.Inspections.Data;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Profile;

/// <summary>What a report says, as the JSON that is frozen. A frozen report is read from it alone.</summary>
internal static class ReportBody
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>A report as it would be frozen on a day.</summary>
    public static string Of(SqliteConnection connection, ReportPeriod period, DateOnly today) => period.Kind == ReportKind.Recommendations
        ? JsonSerializer.Serialize(RecommendationsReportReading.Read(connection, period, today), Json)
        : JsonSerializer.Serialize(ProfileReportReading.Read(connection, period, today), Json);

    public static RecommendationsReport Recommendations(string body) => JsonSerializer.Deserialize<RecommendationsReport>(body, Json)!;

    public static ProfileReport Profile(string body) => JsonSerializer.Deserialize<ProfileReport>(body, Json)!;
}

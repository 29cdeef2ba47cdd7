using System.Globalization;
using ImprovementSuite.Contracts.Inspections;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>Reads judgements as other modules are told of them.</summary>
internal static class JudgementReading
{
    /// <summary>Every judgement that counts, by its identifier; the revision is for whoever tells them.</summary>
    public static Dictionary<long, JudgementRecorded> Standing(SqliteConnection connection, DateTime now) => connection.Query(
            """
            SELECT j.Id, m.Code, v.Name, j.Area, f.Title, j.Grade, i.EndedOn, v.Kind, v.Urn, i.Kind
            FROM judgement j JOIN inspection i ON i.Reference = j.InspectionRef AND i.Counts = 1 JOIN provider v ON v.Reference = i.ProviderRef AND v.Counts = 1
            JOIN framework f ON f.Code = i.Framework
            LEFT JOIN judgement_measure m ON m.ProviderRef = v.Reference AND m.Area = j.Area AND i.Kind = $1
            WHERE j.Counts = 1 ORDER BY j.Id
            """,
            row => (Id: row.GetInt64(0), Message: new JudgementRecorded(
                $"j{row.GetInt64(0)}", row.IsDBNull(1) ? null : row.GetString(1), Judged(row.GetString(2), row.GetString(3)), row.GetString(4), row.GetString(5), row.GetDay(6), now, 0,
                // A visit judges no school.
                (SourceKind)row.GetInt32(9) == SourceKind.Inspection && (ProviderKind)row.GetInt32(7) is ProviderKind.School or ProviderKind.PupilReferralUnit && row.GetString(3) == Judgement.Overall && int.TryParse(row.GetString(8), NumberStyles.None, CultureInfo.InvariantCulture, out var urn) ? urn : null)),
            (int)SourceKind.Inspection)
        .ToDictionary(one => one.Id, one => one.Message);

    private static string Judged(string provider, string area) => area == Judgement.Overall ? provider : $"{provider}, {area.Replace('-', ' ')}";
}

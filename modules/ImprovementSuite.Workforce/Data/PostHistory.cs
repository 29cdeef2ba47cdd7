using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>A post as it stood from a day to a day, and who was in it when.</summary>
internal static class PostHistory
{
    public static List<PostTerm> Terms(SqliteConnection connection, string number) => connection.Query(
        $"SELECT Title, Role, TeamId, Grade, Fte, FixedTerm, StartsOn, LastOn FROM ({EstablishmentSql.Terms}) WHERE Number = $1 ORDER BY StartsOn",
        row => new PostTerm(row.GetString(0), (PostRole)row.GetInt32(1), row.GetInt32(2), row.GetString(3), row.GetInt32(4), row.GetBoolean(5), row.GetDay(6), row.GetDay(7)), number);

    public static List<TimeInPost> People(SqliteConnection connection, string number) => connection.Query(
        """
        SELECT Person, '' AS Agency, Fte, StartsOn, EndsOn, Ended FROM person_in_post WHERE Counts = 1 AND Number = $1
        UNION ALL SELECT Worker, Agency, Fte, StartsOn, EndsOn, 0 FROM agency_cover WHERE Counts = 1 AND Number = $1
        ORDER BY StartsOn
        """,
        row => new TimeInPost(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetDay(3), row.IsDBNull(4) ? null : row.GetDay(4), (PostEnd)row.GetInt32(5)), number);
}

/// <summary>A post as it stood from a day on.</summary>
/// <param name="LastOn">The last such day; after all others where it goes on.</param>
internal sealed record PostTerm(string Title, PostRole Role, int TeamId, string Grade, int Fte, bool FixedTerm, DateOnly StartsOn, DateOnly LastOn);

/// <summary>Somebody's time in a post.</summary>
/// <param name="Agency">Empty for people whom the council employs.</param>
internal sealed record TimeInPost(string Reference, string Agency, int Fte, DateOnly StartsOn, DateOnly? EndsOn, PostEnd Ended)
{
    public bool HoldsOn(DateOnly day) => StartsOn <= day && !(EndsOn < day);
}

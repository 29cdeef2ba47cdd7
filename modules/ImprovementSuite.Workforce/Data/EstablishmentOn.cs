using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>The establishment as it stood at the end of a day: one query, grouped by all that makes posts alike. What of them is vacant is <see cref="PostState"/>'s to say.</summary>
internal static class EstablishmentOn
{
    /// <summary>What stands on day $1: posts, and the hours and heads of those in them.</summary>
    private static readonly string Standing =
        $"""
         WITH post_on AS ({EstablishmentSql.TermsOn}),
         employed AS (SELECT Number, SUM(Fte) AS Fte, COUNT(*) AS Heads FROM person_in_post WHERE Counts = 1 AND StartsOn <= $1 AND (EndsOn IS NULL OR EndsOn >= $1) GROUP BY Number),
         agency AS (SELECT Number, SUM(Fte) AS Fte, COUNT(*) AS Heads FROM agency_cover WHERE Counts = 1 AND Number <> '' AND StartsOn <= $1 AND (EndsOn IS NULL OR EndsOn >= $1) GROUP BY Number),
         standing AS (
           SELECT p.*, COALESCE(e.Fte, 0) AS Employed, COALESCE(a.Fte, 0) AS Agency, COALESCE(e.Heads, 0) AS People, COALESCE(a.Heads, 0) AS Workers
           FROM post_on p LEFT JOIN employed e ON e.Number = p.Number LEFT JOIN agency a ON a.Number = p.Number)
         """;

    public static List<AlikePosts> Read(SqliteConnection connection, DateOnly on) => connection.Query(
        $"{Standing} SELECT Role, TeamId, Fte, Employed, Agency, COUNT(*), SUM(People), SUM(Workers) FROM standing GROUP BY Role, TeamId, Fte, Employed, Agency",
        row => new AlikePosts(
            new((PostRole)row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4)), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7)), on);

    /// <summary>The posts themselves, by number.</summary>
    public static List<PostOn> Posts(SqliteConnection connection, DateOnly on) => connection.Query(
        $"{Standing} SELECT Number, Title, Role, TeamId, Grade, Fte, FixedTerm, Employed, Agency, People, Workers FROM standing ORDER BY Number",
        row => new PostOn(
            row.GetString(0), row.GetString(1), row.GetString(4), row.GetBoolean(6),
            new((PostRole)row.GetInt32(2), row.GetInt32(3), row.GetInt32(5), row.GetInt32(7), row.GetInt32(8)), row.GetInt32(9), row.GetInt32(10)), on);

    /// <summary>Who is in posts: people and agency workers by their references, post by post.</summary>
    public static List<InPost> Holders(SqliteConnection connection, DateOnly on) => connection.Query(
        """
        SELECT Number, Person, '' AS Agency, Fte, StartsOn FROM person_in_post WHERE Counts = 1 AND StartsOn <= $1 AND (EndsOn IS NULL OR EndsOn >= $1)
        UNION ALL SELECT Number, Worker, Agency, Fte, StartsOn FROM agency_cover WHERE Counts = 1 AND Number <> '' AND StartsOn <= $1 AND (EndsOn IS NULL OR EndsOn >= $1)
        ORDER BY Number, Agency, StartsOn
        """,
        row => new InPost(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetDay(4)), on);

    /// <summary>Agency workers beyond the establishment: heads, and their hours in hundredths.</summary>
    public static (int Workers, long Fte) Beyond(SqliteConnection connection, DateOnly on) => connection.Query(
        "SELECT COUNT(*), TOTAL(Fte) FROM agency_cover WHERE Counts = 1 AND Number = '' AND StartsOn <= $1 AND (EndsOn IS NULL OR EndsOn >= $1)",
        row => (row.GetInt32(0), (long)row.GetDouble(1)), on).Single();
}

/// <summary>A post on a day.</summary>
internal sealed record PostOn(string Number, string Title, string Grade, bool FixedTerm, PostState State, int People, int Workers);

/// <summary>Somebody in a post on a day.</summary>
/// <param name="Reference">The sender's reference.</param>
/// <param name="Agency">Empty for people whom the council employs.</param>
internal sealed record InPost(string Number, string Reference, string Agency, int Fte, DateOnly Since);

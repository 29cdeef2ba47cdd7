namespace ImprovementSuite.Workforce.Data;

/// <summary>What posts, people and agency workers are on a day, as SQL.</summary>
internal static class EstablishmentSql
{
    /// <summary>A day after all others: what goes on without an end has it as its last.</summary>
    public static readonly int Never = DateOnly.MaxValue.DayNumber;

    /// <summary>
    /// Posts as they stood, each row from StartsOn to LastOn: a later row of the same post stands in the place of the one before, whether that was ended or not.
    /// </summary>
    public static readonly string Terms =
        $"""
         SELECT Id, Number, Title, Role, TeamId, Grade, Fte, FixedTerm, StartsOn,
           MIN(COALESCE(EndsOn, {Never}), COALESCE(LEAD(StartsOn) OVER (PARTITION BY Number ORDER BY StartsOn, Id) - 1, {Never})) AS LastOn
         FROM post WHERE Counts = 1
         """;

    /// <summary>
    /// Posts as they stand on day $1: of each its last row that has begun, if that has not ended. The same as <see cref="Terms"/> on that day, without looking at what
    /// came after it.
    /// </summary>
    public const string TermsOn =
        """
        SELECT Number, Title, Role, TeamId, Grade, Fte, FixedTerm
        FROM (SELECT *, MAX(StartsOn) FROM post WHERE Counts = 1 AND StartsOn <= $1 GROUP BY Number) WHERE EndsOn IS NULL OR EndsOn >= $1
        """;
}

using ImprovementSuite.Contracts;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Recalculation;

/// <summary>One measure of a module: what it means and how it is counted.</summary>
public interface IMeasure
{
    /// <summary>What the measure means now, its dated limits included.</summary>
    MeasureDefinition Definition { get; }

    /// <summary>
    /// Counts the days from <paramref name="from"/> to <paramref name="to"/>, both included, in one grouped query by day and team. A day or
    /// team without anything to count has no tally.
    /// </summary>
    List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to);
}

/// <summary>What one team's day adds to a measure.</summary>
/// <param name="Day">The cohort day.</param>
/// <param name="Team">The look-up id of the team that the record had on that day; 0 is "not recorded".</param>
/// <param name="Numerator">In the unit's smallest part.</param>
/// <param name="Denominator">0 for a count that is no rate.</param>
public readonly record struct Tally(DateOnly Day, int Team, long Numerator, long Denominator);

/// <summary>Where a team's figures stand now: a team that was merged or renamed leads to its successor, so that trends survive.</summary>
public readonly record struct Place(string Team, string Locality);

/// <summary>What a module counts at present: read from its database with the counts, so that both are of one moment.</summary>
/// <param name="Measures">Every measure of the module.</param>
/// <param name="Places">Where each team's figures stand now, by look-up id; a team that is missing here is "not recorded".</param>
public sealed record Counting(IReadOnlyList<IMeasure> Measures, IReadOnlyDictionary<int, Place> Places);

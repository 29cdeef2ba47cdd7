using ImprovementSuite.Platform.Recalculation;

namespace ImprovementSuite.Workforce.Establishment;

/// <summary>
/// A team in a locality, as records name it. A team that moves to another locality is another row. When teams are merged, renamed or moved the old one is
/// given a successor: its records keep their team, its figures are shown under the successor, so that trends survive.
/// </summary>
internal sealed class Team
{
    /// <summary>The row of records that name no team.</summary>
    public const int NotRecorded = 0;

    public int Id { get; init; }

    public required string Code { get; init; }

    public required string Locality { get; init; }

    public int? SuccessorId { get; private set; }

    /// <summary>The day of the restructure.</summary>
    public DateOnly? SucceededOn { get; private set; }

    public void SucceedBy(Team successor, DateOnly on) => (SuccessorId, SucceededOn) = (successor.Id, on);

    /// <summary>What people read: "North 1, North".</summary>
    public string Name => Named(Code, Locality);

    public static string Named(string code, string locality) => (code, locality) switch
    {
        ("", "") => "No team recorded",
        ("", _) => $"No team recorded, {locality}",
        (_, "") => code,
        _ => $"{code}, {locality}",
    };

    /// <summary>Where each team's figures stand now: at the end of its line of successors.</summary>
    public static Dictionary<int, Place> Places(IReadOnlyCollection<(int Id, string Code, string Locality, int? Successor)> teams)
    {
        var byId = teams.ToDictionary(team => team.Id);
        return teams.ToDictionary(team => team.Id, team =>
        {
            while (team.Successor is { } next)
                team = byId[next];
            return new Place(team.Code, team.Locality);
        });
    }
}

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

    /// <summary>From this day another team carries on for this one.</summary>
    /// <returns>A sentence that says why not, or null where it is done.</returns>
    public string? SucceedBy(Team successor, DateOnly on, IReadOnlyCollection<Team> all)
    {
        if (successor.Id == Id)
            return $"{Name} cannot carry on for itself: choose another name or another locality";
        for (var next = successor; next is not null; next = all.FirstOrDefault(team => team.Id == next.SuccessorId))
            if (next.Id == Id)
                return $"{successor.Name} is already carried on by {Name}: undo that first";
        (SuccessorId, SucceededOn) = (successor.Id, on);
        return null;
    }

    /// <summary>The team stands for itself again.</summary>
    public void StandAlone() => (SuccessorId, SucceededOn) = (null, null);

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

using ImprovementSuite.Platform.Recalculation;

namespace ImprovementSuite.SocialCare.Cases;

/// <summary>
/// A team in a locality, as records name it. A team that moves to another locality is another row. When teams are merged or renamed the
/// old one is given a successor: its records keep their team, its figures are shown under the successor, so that trends survive.
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

    /// <summary>What people read: "North 1, North".</summary>
    public string Name => (Code, Locality) switch
    {
        ("", "") => "No team recorded",
        ("", _) => $"No team recorded, {Locality}",
        (_, "") => Code,
        _ => $"{Code}, {Locality}",
    };

    /// <summary>Whether people still need to see it: a record names it, another team carries on for it, or it carries on for another.</summary>
    public bool IsNeeded(IReadOnlySet<int> named, IReadOnlyCollection<Team> all) => named.Contains(Id) || SuccessorId is not null || all.Any(t => t.SuccessorId == Id);

    /// <summary>From this day another team carries on for this one.</summary>
    /// <returns>A sentence that says why not, or null where it is done.</returns>
    public string? SucceedBy(Team successor, DateOnly on, IReadOnlyCollection<Team> all)
    {
        if (Id == NotRecorded)
            return "Records without a team stay as they are: correct them in the case system.";
        if (successor.Id == Id)
            return "Choose two different teams.";
        for (var next = successor; next is not null; next = all.FirstOrDefault(t => t.Id == next.SuccessorId))
            if (next.Id == Id)
                return $"{successor.Name} is already carried on by {Name}. Undo that first.";
        (SuccessorId, SucceededOn) = (successor.Id, on);
        return null;
    }

    /// <summary>The team stands for itself again.</summary>
    public void StandAlone() => (SuccessorId, SucceededOn) = (null, null);

    /// <summary>Where each team's figures stand now: at the end of its line of successors.</summary>
    public static Dictionary<int, Place> Places(IReadOnlyCollection<(int Id, string Code, string Locality, int? Successor)> teams)
    {
        var byId = teams.ToDictionary(t => t.Id);
        return teams.ToDictionary(t => t.Id, t =>
        {
            while (t.Successor is { } next)
                t = byId[next];
            return new Place(t.Code, t.Locality);
        });
    }
}

internal sealed class Worker
{
    /// <summary>The row of records that name no worker.</summary>
    public const int NotRecorded = 0;

    public int Id { get; init; }

    public required string Name { get; init; }
}

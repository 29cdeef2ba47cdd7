namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>
/// Reference numbers of invented children. A referral is of a child who is not known or whose case is closed, so a number comes up again only
/// after its case was closed, and in the same locality.
/// </summary>
internal sealed class Children(Random random)
{
    private const double KnownBefore = 0.24;

    private readonly PriorityQueue<(string Child, string Locality), DateOnly> _closing = new();
    private readonly Dictionary<string, List<string>> _closed = ByLocality();
    private readonly Dictionary<string, List<string>> _ever = ByLocality();
    private int _last = 100_000;

    /// <summary>To be asked in the order of the referrals.</summary>
    public string Of(SampleReferral referral)
    {
        while (_closing.TryPeek(out var next, out var closedOn) && closedOn < referral.ReceivedOn)
        {
            _closing.Dequeue();
            _closed[next.Locality].Add(next.Child);
        }
        var locality = referral.Team.Locality;
        var known = _closed[locality];
        var child = known.Count > 0 && random.Chance(KnownBefore) ? Take(known) : New(locality);
        if (referral.ClosedOn is { } closes)
            _closing.Enqueue((child, locality), closes);
        return child;
    }

    /// <summary>Anyone may be the child of a contact.</summary>
    public string OfContact(SampleTeam team) =>
        _ever[team.Locality] is { Count: > 0 } known && random.Chance(0.3) ? random.Pick(known) : New(team.Locality);

    private static Dictionary<string, List<string>> ByLocality() =>
        SampleTeams.All.Select(team => team.Locality).Distinct().ToDictionary(name => name, _ => new List<string>());

    private string Take(List<string> known)
    {
        var at = random.Next(known.Count);
        var child = known[at];
        known[at] = known[^1];
        known.RemoveAt(known.Count - 1);
        return child;
    }

    private string New(string locality)
    {
        _last += random.Next(1, 9);
        var child = $"CH-{_last}";
        _ever[locality].Add(child);
        return child;
    }
}

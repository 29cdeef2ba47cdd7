using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Floor;

/// <summary>What became of a school between two sets of results.</summary>
internal enum FloorMove
{
    /// <summary>Below, and not below any more.</summary>
    Rose = 1,

    /// <summary>Below in both.</summary>
    StayedBelow,

    /// <summary>Not below, and below now.</summary>
    Fell,

    /// <summary>Below in neither.</summary>
    StayedAbove,

    /// <summary>Decided in the first set alone: closed, or without a result in the second.</summary>
    Left,

    /// <summary>Decided in the second set alone.</summary>
    Came,
}

/// <summary>One school between two sets of results.</summary>
/// <param name="Was">Its decision in the first set; null where it had none.</param>
/// <param name="Is">Its decision in the second set; null where it has none.</param>
internal sealed record MovedSchool(OwnSchool School, FloorMove Move, FloorDecision? Was, FloorDecision? Is, bool HardToReach);

/// <summary>Who rose, who fell and who stayed between two sets of results: never a net number alone.</summary>
internal sealed record FloorFlow(ResultSet From, ResultSet To, IReadOnlyList<MovedSchool> Schools)
{
    public IReadOnlyList<MovedSchool> Of(FloorMove move) => [.. Schools.Where(school => school.Move == move)];

    public int Count(FloorMove move) => Schools.Count(school => school.Move == move);

    /// <summary>Below in the first set.</summary>
    public int BelowBefore => Schools.Count(school => school.Was?.Outcome == FloorOutcome.Below);

    /// <summary>Below in the second set.</summary>
    public int BelowNow => Schools.Count(school => school.Is?.Outcome == FloorOutcome.Below);

    public static FloorFlow Between(FloorBook book, ResultSet from, ResultSet to)
    {
        // A school that alone carried on for another is the same school to whoever asks who rose.
        var was = Decided(book, from).ToDictionary(one => one.School.CarriesOnAs, one => one);
        var now = Decided(book, to).ToDictionary(one => one.School.CarriesOnAs, one => one);
        var (start, end) = (ResultSet.RoundDay(from.Year), ResultSet.RoundDay(to.Year).AddMonths(7));
        return new(from, to,
        [
            .. was.Keys.Union(now.Keys)
                .Select(urn => (Was: was.TryGetValue(urn, out var before) ? before : ((OwnSchool School, FloorDecision Decision)?)null, Is: now.TryGetValue(urn, out var after) ? after : ((OwnSchool School, FloorDecision Decision)?)null))
                .Select(one => new MovedSchool(
                    (one.Is ?? one.Was)!.Value.School, Move(one.Was?.Decision, one.Is?.Decision), one.Was?.Decision, one.Is?.Decision,
                    new[] { one.Was, one.Is }.OfType<(OwnSchool School, FloorDecision Decision)>().Any(either => book.IsHardToReach(either.School.Urn, start, end))))
                .OrderBy(school => school.Move).ThenBy(school => school.School.Name, StringComparer.OrdinalIgnoreCase),
        ]);
    }

    private static IEnumerable<(OwnSchool School, FloorDecision Decision)> Decided(FloorBook book, ResultSet set) =>
        book.Decisions(set).Where(one => one.Decision.Outcome is FloorOutcome.Above or FloorOutcome.Below).DistinctBy(one => one.School.CarriesOnAs);

    private static FloorMove Move(FloorDecision? was, FloorDecision? now) => (was?.Outcome, now?.Outcome) switch
    {
        (null, _) => FloorMove.Came,
        (_, null) => FloorMove.Left,
        (FloorOutcome.Below, FloorOutcome.Below) => FloorMove.StayedBelow,
        (FloorOutcome.Below, _) => FloorMove.Rose,
        (_, FloorOutcome.Below) => FloorMove.Fell,
        _ => FloorMove.StayedAbove,
    };
}

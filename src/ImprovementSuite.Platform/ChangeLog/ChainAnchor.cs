namespace ImprovementSuite.Platform.ChangeLog;

/// <summary>What somebody kept elsewhere of the ends of the change logs: a log that no longer holds those entries was cut off or written anew.</summary>
/// <param name="Where">Such as "the backup of 20 Aug 2010, 9:00am".</param>
/// <param name="At">When it was kept, UTC, in business time.</param>
/// <param name="Heads">The last entry of each log then.</param>
public sealed record ChainAnchor(string Where, DateTime At, IReadOnlyList<ChainHead> Heads)
{
    /// <summary>Why it is no anchor, as a sentence; null where it is one.</summary>
    public string? Fault { get; init; }
}

/// <summary>A module's own anchors. It registers them, and <c>verify</c> asks all.</summary>
public sealed record ChainAnchors(Func<IEnumerable<ChainAnchor>> Read);

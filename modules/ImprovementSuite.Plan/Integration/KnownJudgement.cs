namespace ImprovementSuite.Plan.Integration;

/// <summary>Which reading a judgement was made, so that a correction of its day or measure takes the old one back.</summary>
internal sealed class KnownJudgement
{
    /// <summary>The sending module's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The module's count; the higher one wins.</summary>
    public long Revision { get; set; }

    /// <summary>The measure that it is a reading of; null where of none.</summary>
    public string? Measure { get; set; }

    public DateOnly On { get; set; }
}

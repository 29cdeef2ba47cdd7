namespace ImprovementSuite.Inspections.Told;

/// <summary>What was last told other modules of a judgement, so that only changes go out.</summary>
internal sealed class JudgementTold
{
    public long JudgementId { get; init; }

    /// <summary>Of what went out; empty to send it again.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>What was told, to be taken back in the same words when the judgement is withdrawn.</summary>
    public string Body { get; init; } = "";

    public long Revision { get; init; }
}

/// <summary>What was last told other modules of a recommendation that was overdue once.</summary>
internal sealed class RecommendationTold
{
    public long RecommendationId { get; init; }

    /// <summary>Of what went out; empty to send it again.</summary>
    public string Fingerprint { get; init; } = "";

    public long Revision { get; init; }
}

namespace ImprovementSuite.SocialCare.Cases;

/// <summary>An early help assessment, such as a common assessment.</summary>
internal sealed class EarlyHelpAssessment : CaseRecordRow
{
    public DateOnly? StartedOn { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public required string Organisation { get; init; }

    public int Outcome { get; init; }

    /// <summary>Agreed in place of an initial assessment.</summary>
    public bool InsteadOfAssessment { get; init; }
}

namespace ImprovementSuite.SocialCare.Cases;

/// <summary>What is known of a child apart from any case. Its record id is the reference by which the other records name the child.</summary>
internal sealed class Child : CaseRow
{
    /// <summary>Of an unborn child the day on which it is expected.</summary>
    public DateOnly? BornOn { get; init; }

    public bool Unborn { get; init; }

    /// <summary>The source system opens the case to named people only, and so does the suite.</summary>
    public bool Restricted { get; init; }
}

namespace ImprovementSuite.SocialCare.Cases;

/// <summary>An enquiry under section 47 of the Children Act 1989.</summary>
internal sealed class Section47Enquiry : CaseRecordRow
{
    /// <summary>Day 0 of the clock of the initial conference.</summary>
    public DateOnly? StrategyDiscussionOn { get; init; }

    public DateOnly? ConcludedOn { get; init; }

    public int Outcome { get; init; }
}

/// <summary>A child protection conference about one child.</summary>
internal sealed class Conference : CaseRecordRow
{
    public ConferenceKind Kind { get; init; }

    public DateOnly? HeldOn { get; init; }

    /// <summary>The enquiry's identifier in the same source system; empty where it names none.</summary>
    public required string EnquiryId { get; init; }

    public int Outcome { get; init; }
}

internal enum ConferenceKind
{
    Initial = 1,
    Review = 2,
}

internal sealed class ProtectionPlan : CaseRecordRow
{
    public DateOnly? StartedOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>The team of the day on which it ended, or that has it now.</summary>
    public int EndTeamId { get; init; }

    public int Category { get; init; }

    /// <summary>The day of the initial conference where it is known, else the start: the first review's clock runs from it.</summary>
    public DateOnly? ReviewsFrom { get; init; }

    /// <summary>Plans that the child was on before, as the source knows it.</summary>
    public int PreviousPlans { get; init; }
}

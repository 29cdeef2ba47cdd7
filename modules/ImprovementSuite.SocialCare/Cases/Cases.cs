namespace ImprovementSuite.SocialCare.Cases;

internal sealed class Contact : CaseRecordRow
{
    public DateOnly? ReceivedOn { get; init; }

    public int Origin { get; init; }

    public int Outcome { get; init; }
}

internal sealed class Referral : CaseRecordRow
{
    public DateOnly? ReceivedOn { get; init; }

    public int Origin { get; init; }

    public int Outcome { get; init; }

    public DateOnly? ClosedOn { get; init; }
}

internal sealed class Assessment : CaseRecordRow
{
    public AssessmentKind Kind { get; init; }

    public long? ReferralId { get; init; }

    public Referral? Referral { get; init; }

    /// <summary>
    /// Day 0 of its clock: the referral's day for an initial or single assessment, its own start for a core assessment or where it
    /// names no referral. Null while the referral that it names has not come.
    /// </summary>
    public DateOnly? ClockFrom { get; init; }

    public DateOnly? StartedOn { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public int Outcome { get; init; }
}

internal enum AssessmentKind
{
    Initial = 1,
    Core = 2,
    Single = 3,
}

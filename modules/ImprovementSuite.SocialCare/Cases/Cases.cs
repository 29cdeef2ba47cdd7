namespace ImprovementSuite.SocialCare.Cases;

/// <summary>What every record of a case has: its key in the source system, and whether it counts.</summary>
internal abstract class CaseRecordRow
{
    public long Id { get; private set; }

    public int SourceId { get; init; }

    /// <summary>The source system's identifier.</summary>
    public required string RecordId { get; init; }

    /// <summary>0 is a referral that an assessment named before it came.</summary>
    public long Version { get; init; }

    public bool Deleted { get; init; }

    /// <summary>Not deleted, and of the source of record: figures count these rows and no others.</summary>
    public bool Counts { get; init; }

    /// <summary>The child's reference in the source system.</summary>
    public required string Child { get; init; }

    /// <summary>The team of the cohort day, under which the record counts.</summary>
    public int TeamId { get; init; }

    /// <summary>The team that holds it now.</summary>
    public int HolderId { get; init; }

    public int WorkerId { get; init; }

    /// <summary>The day on which it was entered into the source system.</summary>
    public DateOnly? RecordedOn { get; init; }

    public int Outcome { get; init; }
}

internal sealed class Contact : CaseRecordRow
{
    public DateOnly? ReceivedOn { get; init; }

    public int Origin { get; init; }
}

internal sealed class Referral : CaseRecordRow
{
    public DateOnly? ReceivedOn { get; init; }

    public int Origin { get; init; }

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
}

internal enum AssessmentKind
{
    Initial = 1,
    Core = 2,
    Single = 3,
}

namespace ImprovementSuite.SocialCare.Cases;

/// <summary>What every record of a feed has: its key in the source system, and whether it counts.</summary>
internal abstract class FedRow
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

    /// <summary>The day on which it was entered into the source system.</summary>
    public DateOnly? RecordedOn { get; init; }
}

/// <summary>What a record has that a team and a worker hold.</summary>
internal abstract class HeldRow : FedRow
{
    /// <summary>The team of the cohort day, under which the record counts.</summary>
    public int TeamId { get; init; }

    /// <summary>The team that holds it now.</summary>
    public int HolderId { get; init; }

    public int WorkerId { get; init; }
}

/// <summary>What a record of a child's case has.</summary>
internal abstract class CaseRecordRow : HeldRow
{
    /// <summary>The child's reference in the source system.</summary>
    public required string Child { get; init; }
}

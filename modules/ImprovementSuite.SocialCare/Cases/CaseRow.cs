using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.SocialCare.Cases;

/// <summary>What every record of the case feed has.</summary>
internal abstract class CaseRow : FedRow
{
    /// <summary>The day on which it was entered into the source system.</summary>
    public DateOnly? RecordedOn { get; init; }
}

/// <summary>What a record has that a team and a worker hold.</summary>
internal abstract class HeldRow : CaseRow
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

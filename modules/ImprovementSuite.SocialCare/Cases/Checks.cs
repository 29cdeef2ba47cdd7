namespace ImprovementSuite.SocialCare.Cases;

/// <summary>A worker's supervision that is due. It is held by the worker's team, and its worker is the one supervised.</summary>
internal sealed class Supervision : HeldRow
{
    public DateOnly? DueOn { get; init; }

    public DateOnly? HeldOn { get; init; }

    public int SupervisorId { get; init; }
}

/// <summary>A check of a team's data that is due; its worker is whoever is to do it.</summary>
internal sealed class DataQualityCheck : HeldRow
{
    public DateOnly? DueOn { get; init; }

    public DateOnly? DoneOn { get; init; }

    public bool Adequate { get; init; }
}

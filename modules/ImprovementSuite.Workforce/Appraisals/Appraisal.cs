using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Workforce.Appraisals;

internal enum AppraisalKind
{
    /// <summary>Performance and development review.</summary>
    Pdr = 1,
    Supervision = 2,
}

/// <summary>One person's appraisal or supervision in one cycle, held or not.</summary>
internal sealed class Appraisal : FedRow
{
    public required string Person { get; init; }

    public int TeamId { get; init; }

    public AppraisalKind Kind { get; init; }

    public DateOnly CycleFrom { get; init; }

    public DateOnly CycleToOn { get; init; }

    public DateOnly DueOn { get; init; }

    public DateOnly? DoneOn { get; init; }
}

namespace ImprovementSuite.Inspections.Readiness;

/// <summary>How ready a provider is for its next inspection: the service's view and a reviewer's, side by side.</summary>
internal sealed class ProviderReadiness
{
    public int Id { get; private set; }

    public required string ProviderRef { get; init; }

    /// <summary>The window in which the next inspection is expected; null where nobody has said.</summary>
    public DateOnly? WindowFrom { get; set; }

    public DateOnly? WindowTo { get; set; }

    /// <summary>The framework that the grades below are of.</summary>
    public string? Framework { get; set; }

    public string? SelfAssessment { get; set; }

    public string? ServiceGrade { get; set; }

    public string? ServiceBy { get; set; }

    public DateOnly? ServiceOn { get; set; }

    public string? ReviewerGrade { get; set; }

    public string? ReviewerWhy { get; set; }

    public string? ReviewerBy { get; set; }

    public DateOnly? ReviewerOn { get; set; }

    public int Version { get; private set; }
}

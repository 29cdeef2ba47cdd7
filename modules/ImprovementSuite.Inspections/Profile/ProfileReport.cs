using ImprovementSuite.Inspections.Judgements;

namespace ImprovementSuite.Inspections.Profile;

/// <summary>The quarterly report of the performance profile: the three blocks, who may be inspected soon, and what is at risk.</summary>
/// <param name="AsOf">The day on which recommendations, readiness and indicators were read; judgements are those that stood on <paramref name="To"/>.</param>
/// <param name="Risks">Each in a sentence.</param>
internal sealed record ProfileReport(DateOnly From, DateOnly To, DateOnly AsOf, PerformanceProfile Profile, IReadOnlyList<ReadinessLine> Readiness, IReadOnlyList<string> Risks)
{
    public IEnumerable<ReadinessLine> AtRisk => Readiness.Where(line => line.Risks.Count > 0);
}

/// <summary>A provider whose next inspection somebody prepares for.</summary>
/// <param name="Risks">Why it may not go well; empty where nothing says so.</param>
internal sealed record ReadinessLine(
    string ProviderRef, string Provider, ProviderKind Kind, DateOnly? WindowFrom, DateOnly? WindowTo, string? LastGrade, DateOnly? LastOn, int Open, int Overdue, string? ServiceGrade, string? ReviewerGrade,
    IReadOnlyList<string> Risks);

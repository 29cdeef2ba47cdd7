namespace ImprovementSuite.Plan.Lines;

/// <summary>The plan that is loaded: whose it is and which year it is for. There is one.</summary>
internal sealed class LoadedPlan
{
    public int Id { get; init; }
    public required string Title { get; init; }
    public required string Authority { get; init; }

    /// <summary>The day of the plan's own last update.</summary>
    public DateOnly Updated { get; init; }

    public DateOnly Start { get; init; }
    public DateOnly End { get; init; }
    public List<string> Achievements { get; init; } = [];
}

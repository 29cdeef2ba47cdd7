namespace ImprovementSuite.Plan.Lines;

/// <summary>The plan that is loaded: whose it is and which year it is for. There is one.</summary>
internal sealed class LoadedPlan
{
    public int Id { get; init; }
    public required string Title { get; set; }
    public required string Authority { get; set; }

    /// <summary>The day of the plan's own last update.</summary>
    public DateOnly Updated { get; set; }

    public DateOnly Start { get; set; }
    public DateOnly End { get; set; }
    public List<string> Achievements { get; set; } = [];
}

namespace ImprovementSuite.Inspections.Ledger;

/// <summary>Something that is done so that a recommendation is met.</summary>
internal sealed class RecommendationAction
{
    public int Id { get; private set; }

    public long RecommendationId { get; init; }

    public required string What { get; set; }

    public required string Who { get; set; }

    public DateOnly DueOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    public int Version { get; private set; }

    public string InLog() => FormattableString.Invariant($"{What}. {Who}, by {DueOn:yyyy-MM-dd}. {(DoneOn is { } on ? FormattableString.Invariant($"Done on {on:yyyy-MM-dd}.") : "Open.")}");

    public bool IsLate(DateOnly today) => DoneOn is null && DueOn < today;
}

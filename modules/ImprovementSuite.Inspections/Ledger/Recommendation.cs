using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Inspections.Ledger;

internal enum RecommendationKind
{
    Recommendation = 1,

    /// <summary>Of a regulation, with a date by law.</summary>
    Requirement,

    Action,
}

/// <summary>How somebody who is not the owner found that it is complete.</summary>
internal enum ValidatedHow
{
    Visit = 1,

    /// <summary>By looking at the evidence alone.</summary>
    DeskCheck,
}

/// <summary>A recommendation as its report has it. What people have done about it since is its <see cref="Progress"/>.</summary>
internal sealed class Recommendation : FedRow
{
    public required string InspectionRef { get; init; }

    /// <summary>As the report numbers it.</summary>
    public required string Number { get; init; }

    public RecommendationKind Kind { get; init; }

    public required string Text { get; init; }

    public required string Owner { get; init; }

    public required string Service { get; init; }

    /// <summary>The date that was first given. It never changes, whoever revises it to what.</summary>
    public DateOnly OriginallyDueOn { get; init; }

    /// <summary>The last five are what the sending system says; <see cref="Progress"/> stands in their place where there is one.</summary>
    public DateOnly? CompletedOn { get; init; }

    public required string Evidence { get; init; }

    public DateOnly? ValidatedOn { get; init; }

    public required string ValidatedBy { get; init; }

    public ValidatedHow? ValidatedHow { get; init; }
}

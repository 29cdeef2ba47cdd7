namespace ImprovementSuite.Inspections.Judgements;

/// <summary>The recommendations of a report are counted as a measure of the plan.</summary>
internal sealed class ReportMeasure
{
    public int Id { get; private set; }

    public required string InspectionRef { get; init; }

    /// <summary>The plan's code of it: "RECS-FOSTERING". Several reports may be counted under one.</summary>
    public required string Code { get; set; }

    public required string Title { get; set; }

    public int Version { get; private set; }
}

/// <summary>The judgements of a provider are readings of a measure of the plan.</summary>
internal sealed class JudgementMeasure
{
    public int Id { get; private set; }

    public required string ProviderRef { get; init; }

    public required string Area { get; init; }

    /// <summary>The plan's code of it: "FOSTERING-JUDGEMENT".</summary>
    public required string Code { get; set; }

    public int Version { get; private set; }
}

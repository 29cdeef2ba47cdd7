namespace ImprovementSuite.Inspections.Ledger;

/// <summary>
/// The original date with which a recommendation came, kept whatever becomes of its record. It has a second one only where a slip was mended, by taking the
/// recommendation out and sending it anew, on the day on which the first one came; the last one is the original date.
/// </summary>
internal sealed class OriginalDate
{
    public int Id { get; private set; }

    /// <summary>The report's reference.</summary>
    public required string InspectionRef { get; init; }

    public required string Number { get; init; }

    public DateOnly DueOn { get; init; }

    /// <summary>The council's day on which it came.</summary>
    public DateOnly CameOn { get; init; }
}

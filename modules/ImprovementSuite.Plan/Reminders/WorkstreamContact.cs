namespace ImprovementSuite.Plan.Reminders;

/// <summary>Whom to write to about the updates of a workstream, and whom when they stay out.</summary>
internal sealed class WorkstreamContact
{
    public required string Workstream { get; init; }
    public required string Name { get; set; }
    public required string Email { get; set; }

    /// <summary>Who is told when updates stay out; null where nobody is.</summary>
    public string? EscalateTo { get; set; }

    public int Version { get; private set; }

    public override string ToString() => $"{Name}, {Email}{(EscalateTo is null ? "" : $"; escalates to {EscalateTo}")}";
}

namespace ImprovementSuite.Workforce.Establishment;

/// <summary>The module's one row of settings.</summary>
internal sealed class WorkforceSettings
{
    public int Id { get; private set; }

    /// <summary>
    /// The first day of which stocks are counted. Posts and people may have begun long before; what stood then is counted from this day on. Days before it
    /// can still be asked.
    /// </summary>
    public DateOnly CountsFrom { get; set; }

    public int Version { get; private set; }
}

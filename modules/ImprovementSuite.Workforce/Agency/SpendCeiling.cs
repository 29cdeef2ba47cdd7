namespace ImprovementSuite.Workforce.Agency;

/// <summary>What agency staff may cost in a year.</summary>
internal sealed class SpendCeiling
{
    public int Id { get; private set; }

    /// <summary>The calendar year in which the year begins.</summary>
    public int Year { get; init; }

    public long Pence { get; private set; }

    /// <summary>How it came about: "1,843,627 less 440,000".</summary>
    public string Basis { get; private set; } = "";

    /// <summary>The day on which it was decided.</summary>
    public DateOnly DecidedOn { get; private set; }

    public int Version { get; private set; }

    public void Set(long pence, string basis, DateOnly decidedOn) => (Pence, Basis, DecidedOn) = (pence, basis, decidedOn);

    public string InLog() => $"{Pounds.Exact(Pence)}, decided on {DecidedOn:yyyy-MM-dd}: {Basis}";
}

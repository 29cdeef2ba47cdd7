namespace ImprovementSuite.SocialCare.Measures;

/// <summary>
/// How many working days a measure allows, from a day on. In 2010 a council could move the initial assessment from 7 to 10 days or keep
/// 7: which, and from when, is the council's decision and never in the code.
/// </summary>
internal sealed class TimeLimit
{
    public int Id { get; private set; }

    /// <summary>The code of the measure, or of the work, that it holds for.</summary>
    public required string Measure { get; init; }

    /// <summary>The first day for which it holds.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last working day that is still in time; the start day counts as <see cref="StartDayCounts"/>.</summary>
    public int WorkingDays { get; init; }

    /// <summary>Which day of an assessment decides whether the limit holds for it.</summary>
    public LimitDay DecidedBy { get; init; }

    /// <summary>0: the start day is day 0, as published figures count. 1: the start day is day 1, as one national validator counts.</summary>
    public int StartDayCounts { get; init; }

    /// <summary>A limit as it is stored.</summary>
    public static TimeLimit Stored(int id, string measure, DateOnly from, int workingDays, LimitDay decidedBy, int startDayCounts) =>
        new() { Id = id, Measure = measure, From = from, WorkingDays = workingDays, DecidedBy = decidedBy, StartDayCounts = startDayCounts };

    public override string ToString() => $"{WorkingDays} working days from {From:yyyy-MM-dd}, decided by the {(DecidedBy == LimitDay.ClockStart ? "start of the clock" : "day of completion")}{(StartDayCounts == 1 ? ", start day counted as day 1" : "")}";
}

internal enum LimitDay
{
    /// <summary>The day on which the clock starts.</summary>
    ClockStart = 0,

    /// <summary>The day of completion.</summary>
    Completion = 1,
}

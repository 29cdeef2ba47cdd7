using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;

namespace ImprovementSuite.Plan.Notice;

/// <summary>What the rule says of one test on one day.</summary>
/// <param name="Since">The first day on which it was met without a break; null where it is not met, or where the day was not recorded.</param>
/// <param name="Missing">What is missing; null where it is met.</param>
internal sealed record TestResult(ConditionTest Test, bool Met, DateOnly? Since, Missing? Missing, Outlook Outlook)
{
    /// <summary>The full months that a test of months looked at, oldest first.</summary>
    public IReadOnlyList<TestedMonth> Months { get; init; } = [];
}

/// <summary>A month's own figure against that month's target.</summary>
/// <param name="Target">Null where the plan had none for that month.</param>
/// <param name="Gap">How far it is from the target.</param>
internal sealed record TestedMonth(MonthFigure Month, decimal? Target, Distance? Gap)
{
    public bool Met => Gap is { Short: false };
}

/// <summary>When a test that is not met would be, if all goes on as it does at present.</summary>
internal sealed record Outlook(OutlookKind Kind, DateOnly? By = null, string? Why = null)
{
    public static readonly Outlook Met = new(OutlookKind.Met);
    public static readonly Outlook NotAtPresentRate = new(OutlookKind.NotAtPresentRate);

    public static Outlook On(DateOnly day) => new(OutlookKind.By, day);

    public static Outlook CannotBeTold(string why) => new(OutlookKind.CannotBeTold, Why: why);

    /// <summary>What holds for a condition whose tests have these: the worst of them, and of several days the last.</summary>
    public static Outlook Of(IReadOnlyCollection<Outlook> outlooks) =>
        outlooks.Count == 0 ? CannotBeTold("it has no test yet") : outlooks.OrderByDescending(outlook => outlook.Kind).ThenByDescending(outlook => outlook.By).First();
}

/// <summary>The best first.</summary>
internal enum OutlookKind
{
    Met,
    By,
    CannotBeTold,
    NotAtPresentRate,
}

/// <summary>What is missing before a test is met.</summary>
internal abstract record Missing
{
    /// <summary>So many more months in a row.</summary>
    /// <param name="Next">The month that runs, or the last full one where that missed its target: what it still lacks.</param>
    internal sealed record MoreMonths(int More, TestedMonth? Next, bool NextRuns) : Missing;

    /// <summary>The last month that was read is too old to count from.</summary>
    internal sealed record FreshMonth(DateOnly LastRead) : Missing;

    /// <summary>The reading is not at its value yet.</summary>
    internal sealed record Value(Reading Reading, decimal Target, Distance Gap) : Missing;

    /// <summary>It is there, and is decided on a day to come.</summary>
    internal sealed record DayToCome(Reading Reading, DateOnly On) : Missing;

    /// <summary>A better grade.</summary>
    internal sealed record BetterGrade(string Grade, string? Now) : Missing;

    /// <summary>The reading is too old to count.</summary>
    internal sealed record FreshReading(Reading Reading) : Missing;

    /// <summary>Nothing has been read, or nothing was due.</summary>
    internal sealed record AnyReading(bool NothingDue) : Missing;

    /// <summary>There is nothing to be compared with at that time.</summary>
    internal sealed record AnyTarget : Missing;

    internal sealed record Milestones(IReadOnlyList<Milestone> Open, int All) : Missing;

    internal sealed record Evidence(string? Wanted) : Missing;

    /// <summary>The plan no longer has the measure or line that it names.</summary>
    internal sealed record Named(string Name) : Missing;
}

/// <summary>What the rule says of one condition: met when all its tests are.</summary>
internal sealed record ConditionResult(Condition Condition, IReadOnlyList<TestResult> Tests)
{
    public bool Met { get; } = Tests.Count > 0 && Tests.All(test => test.Met);

    /// <summary>The day of the last test to be met; null where one of these days was not recorded.</summary>
    public DateOnly? Since => Met && Tests.All(test => test.Since is not null) ? Tests.Max(test => test.Since) : null;

    public Outlook Outlook { get; } = Outlook.Of([.. Tests.Select(test => test.Outlook)]);
}

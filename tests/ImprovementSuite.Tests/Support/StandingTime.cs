namespace ImprovementSuite.Tests.Support;

/// <summary>Time that stands at nine in the morning until a test turns the day or lets some time pass.</summary>
internal sealed class StandingTime(DateOnly today) : TimeProvider
{
    public DateOnly Today { get; set; } = today;

    /// <summary>What has passed of the day since nine.</summary>
    public TimeSpan Passed { get; set; }

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(Today.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero) + Passed;
}

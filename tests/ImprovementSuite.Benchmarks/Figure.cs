namespace ImprovementSuite.Benchmarks;

/// <summary>One line of the table: what was measured, what it was measured beside, and the target.</summary>
internal sealed record Figure(string Name, string Measured, string Beside, string Ratio, string Target, bool Met)
{
    /// <summary>A rate that should be at least a share of a bare one.</summary>
    public static Figure Share(string name, double rate, string bare, double bareRate, double target) =>
        new(name, $"{rate:N0}/s", $"{bare} {bareRate:N0}/s", $"{rate / bareRate:0.00} x", $"at least {target} x", rate / bareRate >= target);

    /// <summary>A time that should stay under a limit.</summary>
    public static Figure Under(string name, TimeSpan time, TimeSpan limit) =>
        new(name, Words(time), "", "", $"under {Words(limit)}", time < limit);

    public static string Words(TimeSpan time) => time.TotalSeconds >= 10 ? $"{time.TotalSeconds:0} s" : time.TotalSeconds >= 1 ? $"{time.TotalSeconds:0.00} s" : $"{time.TotalMilliseconds:0} ms";
}

internal static class Order
{
    public static T Median<T>(this IReadOnlyCollection<T> values) => values.At(0.5);

    /// <summary>The smallest value that this share of all values does not exceed.</summary>
    public static T At<T>(this IReadOnlyCollection<T> values, double share) =>
        values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(values.Count * share) - 1));
}

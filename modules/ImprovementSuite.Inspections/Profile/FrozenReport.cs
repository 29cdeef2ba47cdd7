using System.Security.Cryptography;
using System.Text;

namespace ImprovementSuite.Inspections.Profile;

internal enum ReportKind
{
    /// <summary>Outstanding recommendations, once a month.</summary>
    Recommendations = 1,

    /// <summary>The performance profile, once a quarter.</summary>
    Profile,
}

/// <summary>A report as it stood on the day on which it was frozen. It never changes: what is known later stands in the next one.</summary>
internal sealed class FrozenReport
{
    public int Id { get; private set; }

    public ReportKind Kind { get; init; }

    /// <summary>The first day of the month or quarter that it is of; a period has one report.</summary>
    public DateOnly PeriodFrom { get; init; }

    /// <summary>The business day on which it was frozen, by which it counts.</summary>
    public DateOnly FrozenOn { get; init; }

    public DateTime FrozenAt { get; init; }

    public required string FrozenBy { get; init; }

    /// <summary>What it says, as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>SHA-256 of <see cref="Body"/>, in lower-case hexadecimal; the change log keeps it too.</summary>
    public required string Hash { get; init; }

    public bool IsWhole => Hash == HashOf(Body);

    public static string HashOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}

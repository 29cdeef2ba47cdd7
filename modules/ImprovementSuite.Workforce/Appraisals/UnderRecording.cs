namespace ImprovementSuite.Workforce.Appraisals;

/// <summary>
/// How many in a hundred may have had an appraisal, recorded or not: those recorded, and of the others the share that a sample audit found. The range is
/// that of Wilson's interval of the sample, at 95 in 100.
/// </summary>
/// <param name="Recorded">Staff with a recorded appraisal on the sample's day.</param>
/// <param name="Staff">All who were to have one.</param>
/// <param name="LookedAt">Of those without a record, how many were looked at.</param>
/// <param name="Held">Of those looked at, how many had had one.</param>
internal readonly record struct UnderRecording(long Recorded, long Staff, int LookedAt, int Held)
{
    /// <summary>Standard deviations that 95 in 100 of a normal distribution lie within.</summary>
    private const double Z = 1.959964;

    /// <summary>The middle of the estimate, in percent.</summary>
    public decimal About => Of(LookedAt == 0 ? 0 : (double)Held / LookedAt);

    public decimal Low => Of(Wilson(-1));

    public decimal High => Of(Wilson(1));

    /// <summary>Null where there is nobody to say it of, or nobody was looked at.</summary>
    public static UnderRecording? From(long recorded, long staff, AppraisalSample? sample) =>
        sample is { LookedAt: > 0 } && staff > 0 ? new(recorded, staff, sample.LookedAt, sample.Held) : null;

    private decimal Of(double share) => (decimal)(100 * (Recorded + (Staff - Recorded) * share) / Staff);

    private double Wilson(int side)
    {
        var (n, p) = ((double)LookedAt, (double)Held / LookedAt);
        var middle = p + Z * Z / (2 * n);
        var half = Z * Math.Sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return Math.Clamp((middle + side * half) / (1 + Z * Z / n), 0, 1);
    }
}

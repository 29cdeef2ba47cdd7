using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Appraisals;

/// <summary>
/// A sample audit of staff of whom no appraisal is recorded: how many of those looked at had had one all the same. It says how far the recorded share is
/// too low, and never changes it.
/// </summary>
internal sealed class AppraisalSample
{
    public int Id { get; private set; }

    public AppraisalKind Kind { get; init; } = AppraisalKind.Pdr;

    /// <summary>The day as at which staff without a record were drawn.</summary>
    public DateOnly On { get; private set; }

    public int LookedAt { get; private set; }

    /// <summary>Of those looked at, how many had had one that was not recorded.</summary>
    public int Held { get; private set; }

    public string By { get; private set; } = "";

    public string? Note { get; private set; }

    public int Version { get; private set; }

    public void Set(DateOnly on, int lookedAt, int held, string by, string? note) => (On, LookedAt, Held, By, Note) = (on, lookedAt, held, by, note);

    /// <summary>"2010-07-31, 9 of 40, by J. Westwood. Files of two teams." as the change log keeps it.</summary>
    public string InLog() => $"{On:yyyy-MM-dd}, {Held} of {LookedAt}, by {By}.{(Note is null ? "" : $" {Note}")}";
}

internal static class AppraisalTables
{
    public static void AddAppraisalSamples(this ModelBuilder model) => model.Entity<AppraisalSample>(e =>
    {
        e.ToTable("appraisal_sample");
        e.HasIndex(s => new { s.Kind, s.On });
        e.Property(s => s.Version).IsConcurrencyToken();
    });
}

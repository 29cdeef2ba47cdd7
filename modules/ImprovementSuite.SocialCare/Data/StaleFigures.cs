using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>An edit that changes a figure marks the figure's days in its own transaction, so that the recalculation follows.</summary>
internal static class StaleFigures
{
    /// <summary>Saves what is tracked together with the marks, and asks for the recalculation.</summary>
    public static async Task SaveCounted(this SocialCareDb db, Doorbell doorbell, IReadOnlyCollection<(string Measure, DateOnly Day)> stale, CancellationToken cancel)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await db.SaveChangesAsync(cancel);
            foreach (var (measure, day) in stale.Distinct())
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO stale_day (Measure, Day, Version) VALUES ({measure}, {day.DayNumber}, 1) ON CONFLICT (Measure, Day) DO UPDATE SET Version = Version + 1", cancel);
            await transaction.CommitAsync(cancel);
        }
        if (stale.Count > 0)
            doorbell.Ring(SocialCareModule.Name);
    }

    /// <summary>Whoever is expected to audit has changed: every month of the programme is counted again.</summary>
    public static async Task SaveExpected(this SocialCareDb db, Doorbell doorbell, CancellationToken cancel)
    {
        var programme = await db.Programme(cancel);
        await db.SaveCounted(doorbell, [.. programme.Months().Select(month => (AuditsCompleted.Code, month))], cancel);
    }
}

using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.WorkInProgress;

/// <summary>What work in progress adds to the module's model: the limit of a decision, and an index of the referrals that wait for one.</summary>
internal static class WorkInProgressTables
{
    public static void AddWorkInProgress(this ModelBuilder model)
    {
        model.Entity<Referral>().HasIndex(r => new { r.HolderId, r.ReceivedOn }, "referral_undecided").HasFilter("Counts = 1 AND Outcome = 0 AND ClosedOn IS NULL");
        // A council may have given itself limits already: an identifier below zero is not one of theirs.
        model.Entity<TimeLimit>().HasData(
            new { Id = -1, Measure = WorkKind.DecisionLimit, From = new DateOnly(2008, 4, 1), WorkingDays = 1, DecidedBy = LimitDay.ClockStart, StartDayCounts = 0 });
    }
}

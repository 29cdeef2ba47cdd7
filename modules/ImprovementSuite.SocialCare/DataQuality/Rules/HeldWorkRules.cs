using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;

namespace ImprovementSuite.SocialCare.DataQuality.Rules;

/// <summary>Who holds the work, and when it was entered: asked of several types of record.</summary>
internal static class HeldWorkRules
{
    /// <summary>Everybody with open cases, under the team that holds most of them.</summary>
    private const string WorkersAtWork =
        """
        (SELECT w.Id, w.Name AS RecordId, '' AS Child, w.Id AS WorkerId, held.HolderId
         FROM (
             SELECT WorkerId, HolderId, ROW_NUMBER() OVER (PARTITION BY WorkerId ORDER BY SUM(Cases) DESC, HolderId) AS Place
             FROM (
                 SELECT WorkerId, HolderId, COUNT(*) AS Cases FROM assessment WHERE Counts = 1 AND CompletedOn IS NULL GROUP BY WorkerId, HolderId
                 UNION ALL
                 SELECT WorkerId, HolderId, COUNT(*) FROM protection_plan WHERE Counts = 1 AND EndedOn IS NULL GROUP BY WorkerId, HolderId
                 UNION ALL
                 SELECT WorkerId, HolderId, COUNT(*) FROM looked_after_period WHERE Counts = 1 AND CeasedOn IS NULL GROUP BY WorkerId, HolderId)
             GROUP BY WorkerId, HolderId) held
         JOIN worker w ON w.Id = held.WorkerId
         WHERE held.Place = 1 AND w.Id > 0)
        """;

    public static IEnumerable<Rule> All(QualitySettings settings) =>
    [
        new("DQ-04", 1, "No team recorded",
            "The record names no team, so that it counts for the authority and for no team.",
            "Record the team that has it.",
            [
                .. new[]
                {
                    (RecordType.Contact, LookedAt.Received), (RecordType.Referral, LookedAt.Received), (RecordType.Assessment, LookedAt.Completed), (RecordType.Enquiry, LookedAt.Began),
                    (RecordType.Conference, LookedAt.Held), (RecordType.Plan, LookedAt.Plans), (RecordType.LookedAfter, LookedAt.Periods), (RecordType.EarlyHelp, LookedAt.Completed),
                }.Select(of => new Check(of.Item1, of.Item2, "r.TeamId = 0", TouchedBy(of.Item1))),
                new(RecordType.Assessment, LookedAt.NotCompleted, "r.TeamId = 0"),
            ]),
        new("DQ-05", 1, "No worker recorded",
            "The work is open and names no worker.",
            "Allocate it, or record who has it.",
            new Check(RecordType.Referral, $"{LookedAt.Received} AND r.ClosedOn IS NULL", "r.WorkerId = 0"),
            new Check(RecordType.Assessment, LookedAt.NotCompleted, "r.WorkerId = 0"),
            new Check(RecordType.Plan, "r.EndedOn IS NULL", "r.WorkerId = 0"),
            new Check(RecordType.LookedAfter, "r.CeasedOn IS NULL", "r.WorkerId = 0")),
        // Where no supervision is sent at all, nothing can be said.
        new("DQ-17", 1, "Worker without supervision",
            $"The worker has open cases and no supervision was held in the last {settings.SupervisionMonths} months.",
            "Hold the supervision, or record the one that was held.",
            new Check(
                LookedAt.Worker, "EXISTS (SELECT 1 FROM supervision WHERE Counts = 1)",
                $"""
                 NOT EXISTS (
                     SELECT 1 FROM supervision s
                     WHERE s.Counts = 1 AND s.WorkerId = r.Id AND s.HeldOn <= $2 AND {SqlDay.MonthsAfter("s.HeldOn", settings.SupervisionMonths)} >= $2)
                 """) { From = WorkersAtWork }),
        new("DQ-18", 1, "Entered late",
            $"The record was entered more than {settings.EntryWorkingDays} working days after its day, so that figures published meanwhile were without it.",
            "Nothing can be corrected: ask why it took so long.",
            [
                .. new[]
                {
                    (RecordType.Contact, LookedAt.Received, "r.ReceivedOn"), (RecordType.Referral, LookedAt.Received, "r.ReceivedOn"),
                    (RecordType.Assessment, LookedAt.Completed, "r.CompletedOn"), (RecordType.Enquiry, LookedAt.Began, "r.StrategyDiscussionOn"),
                    (RecordType.Conference, LookedAt.Held, "r.HeldOn"), (RecordType.Plan, "r.StartedOn BETWEEN $1 AND $2", "r.StartedOn"),
                    (RecordType.LookedAfter, "r.StartedOn BETWEEN $1 AND $2", "r.StartedOn"), (RecordType.EarlyHelp, LookedAt.Completed, "r.CompletedOn"),
                }.Select(of => new Check(
                    of.Item1, of.Item2, $"r.RecordedOn > {of.Item3} + {settings.EntryWorkingDays} AND {LookedAt.WorkingDays(of.Item3, "r.RecordedOn")} > {settings.EntryWorkingDays}",
                    TouchedBy(of.Item1))),
            ]),
    ];

    private static string[] TouchedBy(RecordType type) => [.. CountedOn.Of(type.Name).Select(counted => counted.Measure).Distinct()];
}

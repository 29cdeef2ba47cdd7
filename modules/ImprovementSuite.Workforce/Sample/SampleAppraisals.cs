using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Workforce.Appraisals;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed.V1;
using V1 = ImprovementSuite.Workforce.Feed.V1;

namespace ImprovementSuite.Workforce.Sample;

/// <summary>
/// Invented staff of twelve teams, of whom 81 in 100 had had a PDR at the end of March 2010 and 64 in 100 at the end of July in the new cycle, as the plan
/// of 2010 published; and their supervision since April.
/// </summary>
internal static class SampleAppraisals
{
    private const int Staff = 200;

    private static readonly string[] Teams = [.. from locality in new[] { "North", "Central", "South", "West" } from number in new[] { 1, 2, 3 } select $"{locality} {number}"];

    public static IReadOnlyList<WorkforceRecord> All =>
    [
        .. from i in Enumerable.Range(0, Staff)
           select Pdr(i, new(2009, 4, 1), new(2010, 3, 31), i * 37 % 100 < 81 ? new DateOnly(2009, 5, 5).AddDays(i * 11 % 320) : null),
        .. from i in Enumerable.Range(0, Staff)
           select Pdr(i, new(2010, 4, 1), i % 5 == 0 ? new(2010, 7, 31) : new(2010, 9, 30), i * 16 % 25 < 16 ? new DateOnly(2010, 4, 12).AddDays(i * 7 % 110) : null),
        .. from month in Enumerable.Range(0, 5).Select(i => new DateOnly(2010, 4, 1).AddMonths(i))
           from i in Enumerable.Range(0, Staff)
           where i % 3 == 0
           select Supervision(i, month),
    ];

    /// <summary>The sample audit of the plan's page: invented, as its note says.</summary>
    public static async Task Load(WorkforceDb db, Actor actor, CancellationToken cancel = default)
    {
        var sample = new AppraisalSample();
        sample.Set(new(2010, 7, 31), 40, 9, "the workforce lead", "Invented for the demo: the plan of 2010 says that samples were audited, and not what they found.");
        db.Add(sample);
        db.Record(actor, "entered a sample audit of appraisals", "PDR, 2010-07-31", after: sample.InLog());
        await db.SaveChangesAsync(cancel);
    }

    private static WorkforceRecord Pdr(int i, DateOnly from, DateOnly due, DateOnly? done) => Record(i, "pdr", from, new(from.Year + 1, 3, 31), due, done);

    /// <summary>Nine in ten months' supervision is held; the running month's where its day has come.</summary>
    private static WorkforceRecord Supervision(int i, DateOnly month)
    {
        var day = month.AddDays(i * 7 % 25);
        return Record(i, "supervision", month, month.AddMonths(1).AddDays(-1), month.AddMonths(1).AddDays(-1), (i + month.Month) % 10 == 0 || day > new DateOnly(2010, 8, 18) ? null : day);
    }

    private static WorkforceRecord Record(int i, string kind, DateOnly from, DateOnly to, DateOnly due, DateOnly? done)
    {
        var team = Teams[i % Teams.Length];
        return new()
        {
            Key = new RecordKey { RecordId = $"sample-{kind}-{i + 1}-{from:yyyy-MM}", Version = 1 },
            Appraisal = new V1.Appraisal
            {
                Person = $"E{1001 + i}", Team = team, Locality = team.Split(' ')[0], Kind = kind, CycleFrom = Day(from), CycleTo = Day(to), DueOn = Day(due), DoneOn = done is { } held ? Day(held) : "",
            },
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

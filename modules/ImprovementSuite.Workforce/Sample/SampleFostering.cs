using System.Globalization;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed.V1;
using ImprovementSuite.Workforce.Fostering;
using FosterHousehold = ImprovementSuite.Workforce.Feed.V1.FosterHousehold;

namespace ImprovementSuite.Workforce.Sample;

/// <summary>
/// Invented households that come to what the plan published: 126 in January 2009, 22 approved in 2009/10, 7 approved and 4 de-registered since 1 April 2010,
/// 139 on 20 August 2010 and 24 couples on the way. 126 + 22 + 7 - 4 is 151: the source does not say what became of 12, so one correction says just that.
/// </summary>
internal static class SampleFostering
{
    private const int InJanuary2009 = 126;
    private const int Connected = 9;
    private const int Withdrawn = 14;

    private static readonly DateOnly[] ApprovedIn2009 =
    [
        .. new (int Month, int[] Days)[] { (4, [23]), (5, [14, 14, 28]), (6, [11, 25]), (7, [9, 23]), (9, [3, 17, 17]), (10, [8, 22]), (11, [5, 19, 19]), (12, [10]) }.SelectMany(month => month.Days.Select(day => new DateOnly(2009, month.Month, day))),
        .. new[] { new DateOnly(2010, 1, 14), new DateOnly(2010, 1, 28), new DateOnly(2010, 2, 11), new DateOnly(2010, 3, 11), new DateOnly(2010, 3, 25) },
    ];

    private static readonly DateOnly[] ApprovedSinceApril2010 = [new(2010, 4, 22), new(2010, 5, 13), new(2010, 5, 27), new(2010, 6, 17), new(2010, 7, 8), new(2010, 7, 22), new(2010, 8, 5)];

    private static readonly DateOnly[] DeRegistered = [new(2010, 4, 30), new(2010, 6, 4), new(2010, 6, 30), new(2010, 7, 30)];

    private static readonly string[] Localities = ["North", "Central", "South", "West"];

    public static IReadOnlyList<WorkforceRecord> Records() =>
    [
        .. Enumerable.Range(0, InJanuary2009).Select(i => Approved(new DateOnly(1999, 2, 11).AddDays(i * 28), i, i < DeRegistered.Length ? DeRegistered[i] : null))
            .Concat(ApprovedIn2009.Concat(ApprovedSinceApril2010).Select((day, i) => Approved(day, i, null)))
            .Concat(Enumerable.Range(0, Waiting.Length).Select(i => OnTheWay(Waiting[i], i)))
            .Concat(Enumerable.Range(0, Withdrawn).Select(i => Lost(new DateOnly(2009, 2, 2).AddDays(i * 36))))
            .Concat(Enumerable.Range(0, Connected).Select(i => Family(new DateOnly(2008, 5, 8).AddDays(i * 80), i)))
            .Select((household, i) =>
            {
                (household.Household, household.Locality) = ($"FH{i + 1:0000}", Localities[i * 3 % Localities.Length]);
                return new WorkforceRecord { Key = new() { RecordId = $"household-{household.Household}", Version = 1 }, FosterHousehold = household };
            }),
    ];

    /// <summary>What a person would have typed; the caller saves it and has carers counted anew.</summary>
    public static void Load(WorkforceDb db, Actor actor)
    {
        var correction = new FosterCorrection { Why = "" };
        correction.Set(new(2010, 3, 31), -12, "The plan says 126 in January 2009, 22 and 7 approved since and 4 de-registered, and 139 in August 2010. It does not say what became of the other 12, nor when: they are taken off here.");
        db.Add(correction);
        db.Record(actor, "corrected the register of carers", $"Foster carers on {correction.On:yyyy-MM-dd}", after: correction.InLog());
    }

    /// <summary>The stages that the 24 on the way have come to.</summary>
    private static FosterStage[] Waiting =>
        [.. Enumerable.Repeat(FosterStage.Enquired, 7), .. Enumerable.Repeat(FosterStage.Visited, 6), .. Enumerable.Repeat(FosterStage.Trained, 6), .. Enumerable.Repeat(FosterStage.Assessed, 5)];

    private static FosterHousehold Approved(DateOnly approved, int i, DateOnly? deRegistered) => new()
    {
        Carers = i % 4 == 0 ? 1 : 2, EnquiredOn = Day(approved.AddDays(-230 - (i % 7 * 12))), VisitedOn = Day(approved.AddDays(-205)), TrainedOn = Day(approved.AddDays(-160)), AssessedOn = Day(approved.AddDays(-120)),
        ApprovedOn = Day(approved), EndedOn = deRegistered is { } day ? Day(day) : "", Ended = deRegistered is null ? "" : "de-registered",
    };

    private static FosterHousehold OnTheWay(FosterStage stage, int i)
    {
        var enquired = new DateOnly(2010, 8, 9).AddDays(-(int)stage * 60 - (i % 6 * 4));
        return new()
        {
            Carers = 2, EnquiredOn = Day(enquired), VisitedOn = stage >= FosterStage.Visited ? Day(enquired.AddDays(21)) : "", TrainedOn = stage >= FosterStage.Trained ? Day(enquired.AddDays(70)) : "",
            AssessedOn = stage >= FosterStage.Assessed ? Day(enquired.AddDays(110)) : "",
        };
    }

    private static FosterHousehold Lost(DateOnly enquired) => new() { Carers = 2, EnquiredOn = Day(enquired), VisitedOn = Day(enquired.AddDays(24)), EndedOn = Day(enquired.AddDays(60)), Ended = "withdrew" };

    private static FosterHousehold Family(DateOnly approved, int i) => new() { Carers = i % 2 == 0 ? 1 : 2, Connected = true, EnquiredOn = Day(approved.AddDays(-90)), AssessedOn = Day(approved.AddDays(-75)), ApprovedOn = Day(approved) };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

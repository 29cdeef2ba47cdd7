using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Schools;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Schools;

/// <summary>
/// Eight schools of authority 372 with results of three rounds, few enough to be counted by hand. Each cohort has 20 pupils, so that a pupil is 5 points; the
/// floor of these years is 55%, and under 60% is at risk. Today is 20 August 2010.
/// <code>
///                                     2008  2009  2010 provisional
/// 106801 Abbey Road    Central         60%   50%   65%   rose above the floor
/// 106802 Brook Lane    Central         60%   50%   50%   below again
/// 106803 Canal Street  North           70%   65%   45%   fell below
/// 106804 Dale View     North           55%   60%   55%   just at the floor: at risk
/// 106805 Elm Grove     South           90%   80%   70%   fell two years running: at risk
/// 106806 Fern Hill     South           80%   85%   85%
/// 106807 Glebe         South           60%   65%    -    no result
/// 106808 Hill Top      Central         50%   50%    -    closed on 31 August 2009
/// </code>
/// So 3 are below in 2009 and 2 in 2010: 1 of the 3 rose, 1 stayed, 1 closed, and 1 other fell. In 2010 2 are at risk by their results.
/// </summary>
internal static class SchoolsOfTest
{
    public const string Authority = "372";

    public const int AbbeyRoad = 106801, BrookLane = 106802, CanalStreet = 106803, DaleView = 106804, ElmGrove = 106805, FernHill = 106806, Glebe = 106807, HillTop = 106808;

    /// <summary>The eight schools with their results, counted, in a suite whose council is authority 372.</summary>
    public static async Task Fill(RunningSuite suite)
    {
        await BeOf(suite, Authority, "Rotherham");
        await Send(suite,
        [
            School(AbbeyRoad, "Abbey Road Primary", "Central"), .. Results(AbbeyRoad, 12, 10, 13),
            School(BrookLane, "Brook Lane Primary", "Central"), .. Results(BrookLane, 12, 10, 10),
            School(CanalStreet, "Canal Street Primary", "North"), .. Results(CanalStreet, 14, 13, 9),
            School(DaleView, "Dale View Primary", "North"), .. Results(DaleView, 11, 12, 11),
            School(ElmGrove, "Elm Grove Primary", "South"), .. Results(ElmGrove, 18, 16, 14),
            School(FernHill, "Fern Hill Primary", "South"), .. Results(FernHill, 16, 17, 17),
            School(Glebe, "Glebe Primary", "South"), .. Results(Glebe, 12, 13, null),
            School(HillTop, "Hill Top Primary", "Central", closedOn: "2009-08-31"), .. Results(HillTop, 10, 10, null),
        ]);
    }

    /// <summary>Says whose schools are one's own, as the settings do.</summary>
    public static Task BeOf(RunningSuite suite, string authority, string name) => Edit(suite, async db =>
    {
        (await db.Settings(default)).IsOf(authority, name);
        await db.SaveAndCountAnew(default);
    });

    /// <summary>Gives records to the intake as an import does, of the source "council", and has them counted. Fails where one is not taken.</summary>
    public static async Task Send(RunningSuite suite, params IEnumerable<SchoolRecord> records)
    {
        var intake = suite.Services.GetRequiredService<SchoolRecordIntake>();
        var (client, stream) = (new FeedClient("Test", SchoolsModule.Name, ["council"]), $"test {Guid.NewGuid():N}");
        foreach (var (i, batch) in records.Chunk(SchoolRecordIntake.MostRecords).Index())
        {
            var receipt = await intake.Submit(client, new BatchHeader { Stream = stream, Sequence = i + 1, SchemaVersion = 1 }, batch, default);
            Assert.Empty(receipt.Rejections.Select(rejection => rejection.Sentence));
            Assert.Equal(batch.Length, receipt.Accepted);
        }
        Count(suite);
    }

    /// <summary>Brings the module's measures up to date.</summary>
    public static void Count(RunningSuite suite) => suite.Services.GetServices<Recalculator>().Single(recalculator => recalculator.Module == SchoolsModule.Name).Run();

    /// <summary>Works on the module's database.</summary>
    public static async Task Edit(RunningSuite suite, Func<SchoolsDb, Task> work)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<SchoolsDb>());
    }

    /// <summary>Reads from the module's database.</summary>
    public static async Task<T> Read<T>(RunningSuite suite, Func<SchoolsDb, Task<T>> read)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SchoolsDb>());
    }

    /// <summary>A school as the register has it. Sent again with a higher version it changes; <paramref name="more"/> sets what else is to be known of it.</summary>
    public static SchoolRecord School(
        int urn, string name, string district = "Central", string authority = Authority, string phase = "Primary", string closedOn = "", long version = 1, Action<School>? more = null)
    {
        var school = new School
        {
            Urn = $"{urn}", Name = name, LocalAuthority = authority, District = district, Phase = phase, Type = "Community school", TypeGroup = "Local authority maintained schools",
            Status = closedOn.Length > 0 ? "Closed" : "Open", ClosedOn = closedOn,
        };
        more?.Invoke(school);
        return new() { Key = Key($"{urn}", version), School = school };
    }

    /// <summary>Results of 2008 and 2009, which are final, and of 2010, which are provisional: how many of 20 pupils reached level 4 in English and maths; null for none.</summary>
    public static IEnumerable<SchoolRecord> Results(int urn, int? in2008, int? in2009, int? in2010)
    {
        if (in2008 is { } first)
            yield return Result(urn, 2008, first);
        if (in2009 is { } second)
            yield return Result(urn, 2009, second);
        if (in2010 is { } third)
            yield return Result(urn, 2010, third, status: "provisional");
    }

    /// <summary>One result by counts. Sent again with a higher version it changes; of another status it stands beside.</summary>
    public static SchoolRecord Result(int urn, int year, int reached, int cohort = 20, string status = "final", long version = 1) => new()
    {
        Key = Key($"{urn}-{year}-{status}", version), Result = new Result { Urn = $"{urn}", Year = year, Status = status, Reached = reached, Cohort = cohort },
    };

    /// <summary>What somebody expects, or, of the kind "target", what the school has set itself.</summary>
    public static SchoolRecord Forecast(int urn, int year, string percent, string madeOn, string by, string kind = "forecast", long version = 1) => new()
    {
        Key = Key($"{urn}-{year}-{kind}-{madeOn.Replace("-", "")}-{by}", version),
        Forecast = new Forecast { Urn = $"{urn}", Year = year, Kind = kind, Percent = percent, MadeOn = madeOn, By = by },
    };

    public static RecordKey Key(string id, long version) => new() { RecordId = id, Version = version };
}

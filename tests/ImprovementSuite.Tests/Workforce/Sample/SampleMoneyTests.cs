using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.Fostering;
using ImprovementSuite.Workforce.Measures;
using ImprovementSuite.Workforce.Sample;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Sample;

/// <summary>Every figure of spend and carers that the plan published comes out of the sample.</summary>
public sealed class SampleMoneyTests : IAsyncLifetime
{
    private static readonly int YearEnd = new DateOnly(2010, 3, 31).DayNumber;

    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Send(_suite, [.. SampleSpend.Records(), .. SampleRecruitment.Records(), .. SampleFostering.Records()]);
        await Edit(_suite, async db =>
        {
            SampleSpend.Load(db, Actor.Suite);
            SampleRecruitment.Load(db, Actor.Suite);
            SampleFostering.Load(db, Actor.Suite);
            await db.SaveAndCountAnew([FosterCarers.Code], new(2010, 3, 31), default);
        });
        Count(_suite);
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Spend_comes_to_what_was_published()
    {
        Assert.Equal(1_843_627_00, Pence($"SpentOn <= {YearEnd}"));
        Assert.Equal(1_811_768_00, Pence($"SpentOn <= {YearEnd} AND SocialCare = 1"));
        Assert.Equal(1_390_402_00, Pence($"SpentOn <= {YearEnd} AND Contract = 'Duttons'"));
        Assert.Equal(435_922_00, Pence($"SpentOn > {YearEnd} AND Role IN (1, 2, 3)"));
        Assert.Equal(31_537_00, Pence($"SpentOn > {YearEnd} AND Role = 8"));
        Assert.Equal((467_459_00, 0), Value(_suite, "AGENCY-SPEND", RunningSuite.Today, PeriodKind.YearToDate));
        Assert.Equal((1_843_627_00, 0), Value(_suite, "AGENCY-SPEND", new(2010, 3, 31), PeriodKind.YearToDate));

        using var reader = await SignIn(_suite, "demo-panel-member");
        var page = await reader.Page("/workforce/agency");
        var sentence = Words(page.QuerySelector(".suite-sentence"));
        Assert.StartsWith("£467,459 was spent on agency staff from 1 April to 20 August 2010, and about £", sentence);
        Assert.EndsWith("over the ceiling of £1,403,627.", sentence);
        Assert.Contains("The ceiling of £1,403,627.00 was decided on 1 April 2010: 1,843,627 less 440,000. So far £936,168 under", Words(page.QuerySelector("main")));
        Assert.StartsWith("£1,843,627 was spent on agency staff from 1 April 2009 to 31 March 2010", Words((await reader.Page("/workforce/agency?year=2009")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task Carers_come_to_what_was_published()
    {
        Assert.Equal((126, 0), Value(_suite, "FOSTER-CARERS", new(2009, 1, 31)));
        Assert.Equal((139, 0), Value(_suite, "FOSTER-CARERS", RunningSuite.Today));
        Assert.Equal((29, 0), Value(_suite, "FOSTER-CARERS-RECRUITED", RunningSuite.Today, PeriodKind.Span));
        Assert.Equal((22, 0), Value(_suite, "FOSTER-CARERS-RECRUITED", new(2010, 3, 31), PeriodKind.Span));

        using var reader = await SignIn(_suite, "demo-panel-member");
        var page = await reader.Page("/workforce/foster-carers?from=31%20January%202009");
        Assert.Equal(
            "139 households foster on 20 August 2010: 126 on 31 January 2009, 29 approved since, 4 de-registered and 0 resigned, and −12 by corrections.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("24 households are on the way from enquiry to approval.", Words(page.QuerySelector("main")));
        Assert.Contains("2010/11, so far 7 4 0 +3 0 139", page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Contains("2009/10 22 0 0 +22 −12 136", page.QuerySelectorAll("tbody tr").Select(Words));
    }

    [Fact]
    public async Task Campaigns_stand_with_their_candidates_and_the_four_targets()
    {
        using var reader = await SignIn(_suite, "demo-panel-member");
        var page = await reader.Page("/workforce/recruitment");

        // On the way: 3 of senior, 5 of newly qualified, 8 of summer, 2 of team managers; of them 3, 5 and 2 are offered or cleared.
        Assert.Equal("4 campaigns run on 20 August 2010 with 18 candidates on the way, 10 of them offered a post; 15 candidates of 7 campaigns are in post.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(4, page.QuerySelectorAll("main p").Count(paragraph => paragraph.TextContent.Contains("The target is")));
    }

    private long Pence(string where) => Read(_suite, connection => connection.Scalar<long>($"SELECT SUM(Pence) FROM invoice WHERE Counts = 1 AND {where}"));
}

using System.Net;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Tests.Workforce.Agency;
using ImprovementSuite.Workforce.Feed.V1;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Recruitment;

/// <summary>Recruitment as a workforce lead reads it, beside the ten posts of <see cref="WorkforceOfTest"/>.</summary>
public sealed class RecruitmentPagesTests : IAsyncLifetime
{
    private const string Save = "main form[method=post] button";

    private static readonly (string, string) Roles = ("Roles", "social-workers");

    private RunningSuite _suite = null!;
    private Visitor _staff = null!;
    private Visitor _reader = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        (_staff, _reader) = (await SignIn(_suite, "demo-hr-lead"), await SignIn(_suite, "demo-panel-member"));
        await Fill(_suite);
        await Send(_suite,
        [
            new() { Key = Key("spring", 1), Campaign = new Campaign { Campaign_ = "Spring", Role = "social-worker", Fte = "3", AdvertisedOn = "2010-02-01", ClosesOn = "2010-03-01" } },
            // Came, declined, starts in September, has an offer, waits since 1 August.
            Candidate("a", offered: "2010-03-20", cleared: "2010-04-20", starts: "2010-05-01"), Candidate("b", offered: "2010-03-20", ended: "2010-03-25", how: "declined"),
            Candidate("c", offered: "2010-06-20", cleared: "2010-07-20", starts: "2010-09-01"), Candidate("d", offered: "2010-08-10"), Candidate("e", shortlisted: "2010-08-01"),
        ]);
    }

    public async Task DisposeAsync()
    {
        _staff.Dispose();
        _reader.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Campaigns_show_where_candidates_stand_and_how_long_stages_take()
    {
        var page = await _reader.Page("/workforce/recruitment");

        Assert.Equal("1 campaign runs on 20 August 2010 with 3 candidates on the way, 2 of them offered a post; 1 candidate of 1 campaign is in post.", Words(page.QuerySelector(".suite-sentence")));
        var rows = page.QuerySelectorAll("tbody tr").Select(Words).ToList();
        Assert.Contains("Spring Social worker, closed 1 Mar 2010 3 0 1 0 1 1 1 1 declined the offer", rows);
        Assert.Contains("Offered 2 30 1 10 days", rows);
        Assert.Contains("Shortlisted 0 Not known 1 19 days", rows);
        Assert.Empty(page.QuerySelectorAll("main a[href*=campaign]"));
    }

    [Fact]
    public async Task A_target_is_set_and_projected_part_by_part()
    {
        var form = await _staff.Page("/workforce/recruitment/target");
        Assert.Equal(["“soon” is not a day: write it as 20 August 2010", "“many” is not a percentage from 0 to 100: write it as 20 or 12.5"], SpendPagesTests.Errors(await _staff.Send(form, Save, Roles, ("Percent", "many"), ("On", "soon"))));
        await _staff.Send(form, Save, Roles, ("Percent", "20"), ("On", "31 October 2010"));
        Assert.Contains("already", SpendPagesTests.Errors(await _staff.Send(form, Save, Roles, ("Percent", "10"), ("On", "31 October 2010"))).Single());

        // B left of 4.00 a year ago and 3.00 now: 1 / 3.5 x 3 x 72 / 365 = 0.17. One of two offers came.
        Assert.Contains(
            "On 31 October 2010 about 0.67 of 5 posts of qualified social workers would be vacant, 13.4%: 2 today, less 1 by agreed starts, less 0.5 of 1 offered, as 50% of past offers came into post, and 0.17 more by leavers at the rate of the last 12 months, when 1 left. The target is 20%: it would be met.",
            Words((await _reader.Page("/workforce/recruitment")).QuerySelector("main")));

        var (one, other) = (await _staff.Page("/workforce/recruitment/target?id=1"), await _staff.Page("/workforce/recruitment/target?id=1"));
        await _staff.Send(one, Save, ("Percent", "10"));
        Assert.Equal(["Percent 10 15"], (await _staff.Send(other, Save, ("Percent", "15"))).QuerySelectorAll("table tbody tr").Select(Words));
        Assert.Contains("The target is 10%: 0.17 posts fewer would have to be vacant", Words((await _reader.Page("/workforce/recruitment")).QuerySelector("main")));
        await _staff.Send(await _staff.Page("/workforce/recruitment/target?id=1"), "#remove");
        Assert.Equal(3, (await SpendPagesTests.Entries(_suite, "target of vacancies")).Count);
        Assert.Equal(HttpStatusCode.Forbidden, await _reader.Status("/workforce/recruitment/target"));
    }

    [Fact]
    public async Task Candidates_are_shown_to_those_who_may_see_them_and_each_view_is_kept()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await _reader.Status("/workforce/recruitment/campaign?name=Spring"));
        Assert.Equal(HttpStatusCode.NotFound, await _staff.Status("/workforce/recruitment/campaign?name=Summer"));
        var page = await _staff.Page("/workforce/recruitment/campaign?name=Spring");

        Assert.Equal("3 posts of social worker are sought since 1 February 2010: of 5 candidates 1 is in post with 1 full-time equivalents, 3 are on the way and 1 ended.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(["c", "e", "d", "a", "b"], page.QuerySelectorAll("tbody th").Select(Words));
        Assert.EndsWith("Starts on 1 Sep 2010", Words(page.QuerySelector("tbody tr")));
        Assert.Equal("viewed candidates", (await SpendPagesTests.Entries(_suite, "candidates")).Single().Action);
    }

    private static WorkforceRecord Candidate(string person, string shortlisted = "", string offered = "", string cleared = "", string starts = "", string ended = "", string how = "") => new()
    {
        Key = Key(person, 1),
        Candidate = new Candidate { Campaign = "Spring", Person = person, Fte = "1", AppliedOn = "2010-02-10", ShortlistedOn = shortlisted, OfferedOn = offered, ClearedOn = cleared, StartsOn = starts, EndedOn = ended, Ended = how },
    };
}

using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.Sample;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Pages;

/// <summary>Posts and vacancies as their people see them.</summary>
public sealed class EstablishmentPagesTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;
    private Visitor _member = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
        _member = await SignIn(_suite, "demo-panel-member");
    }

    public async Task DisposeAsync()
    {
        _member.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task The_establishment_stands_as_it_did_on_any_day()
    {
        var page = await _member.Page("/workforce/establishment");
        Assert.Equal(
            "On Friday 20 August 2010 the establishment has 10 posts, 9 full time. People are in 5 of them; of the other 4, agency workers cover 2.4 and 1.6 are not covered.", Sentence(page));
        Assert.Contains("Social worker 5 4 3 2 2 1.4 0.6", Rows(page));
        Assert.Contains("North 1 4 3.4 4 2 2 1.4 0", Rows(page));
        Assert.Contains("All posts 10 9 7 5 3 2.4 1.6", Rows(page));

        // B was in S2 still, and X had not come.
        page = await _member.Page("/workforce/establishment?on=31+March+2010");
        Assert.Equal("On Wednesday 31 March 2010 the establishment had 10 posts, 9 full time. People were in 6 of them; of the other 3, agency workers covered 1.4 and 1.6 were not covered.", Sentence(page));
        Assert.Equal("No posts stood on Monday 31 March 2008.", Sentence(await _member.Page("/workforce/establishment?on=2008-03-31")));

        var (file, name, _) = await _member.Download("/workforce/establishment?handler=csv&on=2010-03-31");
        Assert.Equal("establishment-2010-03-31.csv", name);
        Assert.Contains("\"Team\",\"South\",\"South 1\",1,1,1,1,0,0,0,0", Encoding.UTF8.GetString(file));
    }

    [Theory]
    [InlineData("yesterday", "Write the day as 16 December 2009 or 16/12/2009")]
    [InlineData("21 August 2010", "21 August 2010 has not come yet: give today or a day before it")]
    public async Task A_day_that_is_none_is_said_beside_its_field_and_stays_there(string day, string sentence)
    {
        var page = await _member.Page($"/workforce/establishment?on={Uri.EscapeDataString(day)}");

        Assert.Equal([sentence], page.QuerySelectorAll(".govuk-error-summary li").Select(Words));
        Assert.Equal(day, ((IHtmlInputElement)page.QuerySelector("#On")!).Value);
    }

    [Fact]
    public async Task The_vacant_posts_of_a_figure_are_those_of_its_roles()
    {
        var page = await _member.Page("/workforce/vacancies/team-managers?on=2010-08-20");

        var posts = await _member.Page(page.QuerySelectorAll("a").Single(link => Words(link) == "The vacant posts of team managers").GetAttribute("href")!);
        Assert.Equal(["M2"], posts.QuerySelectorAll("tbody th").Select(Words));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await _member.Status("/workforce/establishment/posts?group=wizards"));
    }

    [Fact]
    public async Task Who_is_in_a_post_is_seen_by_who_may_read_staff_and_that_is_kept()
    {
        var page = await _member.Page("/workforce/establishment/posts?on=2010-08-20&role=1");
        Assert.Equal("Friday 20 August 2010, Social worker: 5 posts of 4 full time. 2 are vacant: 1.4 covered by agency and 0.6 not covered.", Sentence(page));
        Assert.Contains("S5 Social worker North 1, North Not recorded 1 0.6 0.4 0", Rows(page));
        Assert.DoesNotContain("Who is in it", Words(page.QuerySelector("main")));
        Assert.DoesNotContain("Who is in it", Encoding.UTF8.GetString((await _member.Download("/workforce/establishment/posts?handler=Csv")).File));
        Assert.DoesNotContain(" left the council, 1 full time B", Rows(await _member.Page("/workforce/posts/S2")));
        Assert.Empty(Kept());

        using var lead = await SignIn(_suite, "demo-hr-lead");
        page = await lead.Page("/workforce/establishment/posts?on=2010-08-20&role=1");
        Assert.Contains("S5 Social worker North 1, North Not recorded 1 0.6 0.4 0 E, 0.6, since 5 Jan 2009 Y of Harbour, 0.4, since 4 Jan 2010", Rows(page));
        Assert.Contains("E, 0.6, since 5 Jan 2009", Encoding.UTF8.GetString((await lead.Download("/workforce/establishment/posts?handler=Csv")).File));
        await lead.Page("/workforce/posts/S2");

        Assert.Equal(
            ["viewed who is in posts: Posts on 20 August 2010, Social worker", "downloaded who is in posts: Posts on 20 August 2010, all roles and teams", "viewed who was in a post: Post S2"], Kept());
    }

    [Fact]
    public async Task A_post_has_a_history_in_the_order_of_days()
    {
        await Send(_suite, [Post("S2", team: "North 1", from: "2010-06-01", id: "S2-moved")]);
        using var lead = await SignIn(_suite, "demo-hr-lead");

        var page = await lead.Page("/workforce/posts/S2");

        Assert.Equal("Today 0 of 1 full time is filled; of the vacant 1, agency covers 1 and 0 is not covered.", Sentence(page));
        Assert.Equal(
            [
                "1 Jun 2010 Team: Central 1, Central, then North 1, North Nobody 0 1 0",
                "6 Apr 2010 An agency worker of Harbour came, 1 full time X 0 1 0",
                "1 Apr 2010 Somebody had left the council, 1 full time B 0 0 1",
                "1 Sep 2008 Somebody came, 1 full time B 1 0 0",
                "1 Apr 2008 Created: social worker, Central 1, Central, 1 full time Nobody 0 0 1",
            ],
            Rows(page));
        Assert.Equal(HttpStatusCode.NotFound, await lead.Status("/workforce/posts/none"));
        Assert.Equal(HttpStatusCode.NotFound, await lead.Status("/workforce/establishment/posts?team=99"));
    }

    [Fact]
    public async Task Both_definitions_of_a_vacancy_stand_side_by_side()
    {
        var page = await _member.Page("/workforce/vacancies");
        Assert.Equal(
            "On Friday 20 August 2010, 2 of 5 posts are vacant, 40.0%: agency workers cover 1.4 of them, and 0.6 are not covered, 12.0%.", Sentence(page));
        Assert.Contains("Qualified social workers 5 2 40.0% 2 0.6 12.0% 1", Rows(page));
        Assert.Contains("Team managers 3 1 33.3% 1 0 0.0% 0", Rows(page));
        Assert.Contains("North 1 2.4 0.4 16.7% 0 0 0.0% 0", Rows(page));
        Assert.Contains("30 Apr 2010 2 5 40.0%", Rows(page));
        Assert.Contains("31 Mar 2010 0.6 5 12.0%", Rows(page));
        Assert.Equal(2, page.QuerySelectorAll("[data-chart]").Length);
        Assert.DoesNotContain("invented", Words(page.QuerySelector("main")));

        // As the plan leads here from a figure.
        page = await _member.Page("/workforce/vacancies/social-workers?scope=locality&code=Central&from=2010-03-31&to=2010-03-31");
        Assert.Equal("On Wednesday 31 March 2010, 0.6 of 2.6 posts in Central were vacant, 23.1%: agency workers covered 0 of them, and 0.6 were not covered, 23.1%.", Sentence(page));
        Assert.Equal(HttpStatusCode.NotFound, await _member.Status("/workforce/vacancies/nurses"));
        Assert.Contains("\"Central\",\"Central 1\",3,2.6,1.6,61.5,2,0.6,23.1,1", Encoding.UTF8.GetString((await _member.Download("/workforce/vacancies/social-workers?handler=Csv")).File));
    }

    [Fact]
    public async Task Posts_of_the_demo_are_marked_as_invented()
    {
        await using var demo = await RunningSuite.Start();
        using var member = await SignIn(demo, "demo-panel-member");
        Assert.Equal("No posts yet.", Sentence(await member.Page("/workforce/establishment")));
        await Submit(demo, SampleEstablishment.Records(), SampleEstablishment.Source);

        var page = await member.Page("/workforce/vacancies?on=2009-12-16");

        Assert.StartsWith("On Wednesday 16 December 2009, 32 of 86 posts were vacant, 37.2%", Sentence(page));
        Assert.Equal("The posts behind these figures are invented; the source published none.", Words(page.QuerySelector(".govuk-inset-text")));
    }

    private List<string> Kept() => Read(_suite, connection => connection.Query(
        "SELECT Action || ': ' || Subject FROM change_log WHERE Action LIKE '%who is in%' OR Action LIKE '%who was in%' ORDER BY Sequence", row => row.GetString(0)));

    private static string Sentence(IHtmlDocument page) => Words(page.QuerySelector(".suite-sentence"));

    private static IEnumerable<string> Rows(IHtmlDocument page) => page.QuerySelectorAll("main tbody tr").Select(Words);
}

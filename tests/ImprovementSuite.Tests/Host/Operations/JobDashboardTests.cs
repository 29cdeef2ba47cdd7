using System.Net;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.Host.Operations;

/// <summary>Hangfire's pages are for whoever runs the service, signed in, on the pages' port, to look at.</summary>
public sealed class JobDashboardTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync() => _suite = await RunningSuite.Start();

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Only_who_runs_the_service_sees_it()
    {
        foreach (var person in DemoPerson.All)
        {
            using var visitor = await Visitor.SignIn(_suite, person.Id);
            var expected = person.Role.Tasks.Contains(Tasks.RunService) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;

            Assert.Equal((person.Id, expected), (person.Id, await visitor.Status("/hangfire")));
            Assert.Equal((person.Id, expected), (person.Id, await visitor.Status("/hangfire/recurring")));
        }
    }

    [Fact]
    public async Task Neither_a_stranger_nor_a_feed_key_opens_it()
    {
        using var http = new HttpClient { BaseAddress = _suite.Pages };
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/hangfire")).StatusCode);

        http.DefaultRequestHeaders.Authorization = new("Bearer", await _suite.Secret("socialcare", "case-system"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/hangfire")).StatusCode);
    }

    [Fact]
    public async Task It_is_not_on_the_feeds_port()
    {
        using var administrator = await Visitor.SignIn(_suite, "demo-administrator");

        Assert.Equal(HttpStatusCode.OK, await administrator.StatusOverHttp2(new Uri(_suite.Feeds, "/about/health")));
        Assert.Equal(HttpStatusCode.Forbidden, await administrator.StatusOverHttp2(new Uri(_suite.Feeds, "/hangfire")));
    }

    [Fact]
    public async Task It_starts_no_job_and_keeps_to_the_headers_of_every_page()
    {
        using var administrator = await Visitor.SignIn(_suite, "demo-administrator");
        var page = await administrator.Page("/hangfire/recurring");
        var token = page.QuerySelector("meta[name=csrf-token]")!.GetAttribute("content")!;

        Assert.Equal(HttpStatusCode.OK, await administrator.PostWithToken("/hangfire/stats", token, ("metrics[]", "servers:count")));
        Assert.NotEqual(HttpStatusCode.NoContent, await administrator.PostWithToken("/hangfire/recurring/trigger", token, ("jobs[]", "sweep")));
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style"));
    }

    [Fact]
    public async Task Health_of_the_service_leads_there_for_those_who_may()
    {
        using var administrator = await Visitor.SignIn(_suite, "demo-administrator");
        using var member = await Visitor.SignIn(_suite, "demo-panel-member");

        Assert.NotNull((await administrator.Page("/about/health")).QuerySelector("a[href='/hangfire']"));
        Assert.Null((await member.Page("/about/health")).QuerySelector("a[href='/hangfire']"));
    }
}

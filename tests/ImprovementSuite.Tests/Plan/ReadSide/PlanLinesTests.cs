using Grpc.Core;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Ruling = ImprovementSuite.Plan.Read.V1.Ruling;

namespace ImprovementSuite.Tests.Plan.ReadSide;

public sealed class PlanLinesTests(RunningPlan plan) : IClassFixture<RunningPlan>
{
    private PlanReader.PlanReaderClient Client => new(plan.Suite.Channel);

    private async Task<Metadata> Key(string feed = "plan") => RunningSuite.Bearer(await plan.Suite.Secret(feed, "reporting"));

    [Fact]
    public async Task Every_line_comes_with_its_texts_both_colours_direction_and_milestones()
    {
        var lines = (await Client.ListLinesAsync(new(), await Key())).Lines;

        Assert.Equal(Plan2010.File.Lines.Select(line => line.Ref), lines.Select(line => line.Line));
        var pdr = lines.Single(line => line.Line == "3.5");
        Assert.Equal((Colour.Red, Colour.Amber, Difference.Kinder, true, ""), (pdr.Computed, pdr.Declared, pdr.Difference, pdr.Challenged, pdr.Reason));
        Assert.Equal((Direction.Level, "Julie Westwood", "Workforce"), (pdr.DeclaredDirection, pdr.Leads[0].Name, pdr.Workstreams[0]));
        Assert.Equal((Direction.Level, Difference.Same), (lines.Single(line => line.Line == "NI59").Direction, lines.Single(line => line.Line == "NI59").Difference));
        Assert.Equal((Difference.Unmeasured, Colour.None), (lines.Single(line => line.Line == "1.7").Difference, lines.Single(line => line.Line == "1.7").Computed));
        var processes = lines.Single(line => line.Line == "1.3");
        Assert.Equal([Colour.Complete, Colour.Complete, Colour.Amber], processes.Milestones.Select(milestone => milestone.Computed));
        Assert.Equal(("2010-08-31", false), (processes.Milestones[2].By, processes.Milestones[2].Done));
    }

    [Fact]
    public async Task Lines_of_a_workstream_and_a_single_line_can_be_asked_for()
    {
        var key = await Key();

        Assert.Equal(["1.4"], (await Client.ListLinesAsync(new() { Workstream = "early intervention" }, key)).Lines.Select(line => line.Line));
        Assert.Equal("More and better CAFs", (await Client.GetLineAsync(new() { Line = "1.4" }, key)).Name);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () => await Client.GetLineAsync(new() { Line = "9.9" }, key))).StatusCode);
    }

    [Fact]
    public async Task Meetings_come_with_what_they_were_shown_and_the_words_of_minutes_only_to_a_key_for_them()
    {
        await using (var scope = plan.Suite.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
            db.Decisions.Add(new Decision
            {
                Panel = new(2010, 7, 13), Line = "3.5", Minute = "Told in confidence", Owner = "J. W.", By = new(2010, 9, 1), MinutedBy = "the manager",
                Ruling = ImprovementSuite.Plan.Meetings.Ruling.AskAgain, Computed = ImprovementSuite.Platform.Ui.Colour.Red, Declared = ImprovementSuite.Platform.Ui.Colour.Amber,
            });
            await db.Changed(default);
            await db.SaveChangesAsync();
        }

        var meetings = (await Client.ListMeetingsAsync(new(), await Key())).Meetings;
        Assert.Equal([("2010-04-22", false), ("2010-07-13", true), ("2010-09-29", false)], meetings.Select(meeting => (meeting.On, meeting.Frozen)));
        Assert.Equal([("NI59", 80.16, Colour.Amber), ("NI68", 62.63, Colour.Amber)], meetings[1].Readings.Select(frozen => (frozen.Measure, frozen.Reading.Value, frozen.Computed)));
        Assert.Equal(("2010-09-17", "2010-09-22"), (meetings[2].UpdatesDue, meetings[2].DispatchOn));
        var decision = Assert.Single(meetings[1].Decisions);
        Assert.Equal(("3.5", Ruling.AskAgain, Colour.Red, Colour.Amber, true, "2010-09-01", "", ""), (decision.Line, decision.Ruling, decision.Computed, decision.Declared, decision.Open, decision.By, decision.Minute, decision.Owner));

        var told = (await Client.ListMeetingsAsync(new(), await Key("plan+minutes"))).Meetings[1].Decisions[0];
        Assert.Equal(("Told in confidence", "J. W."), (told.Minute, told.Owner));
    }

    [Fact]
    public async Task A_watch_tells_a_line_again_when_its_colour_changes()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var watch = Client.WatchLines(new() { Lines = { "NI60" } }, await Key(), cancellationToken: patience.Token);

        Assert.True(await watch.ResponseStream.MoveNext(patience.Token));
        Assert.Equal(Colour.Green, watch.ResponseStream.Current.Computed);
        await plan.Publish(new MeasuresRecalculated("test", [new("NI60", Scope.Authority, Period.YearToDate(RunningSuite.Today), Figure.Rate(40, 100), DateTime.UtcNow, 1)]));
        Assert.True(await watch.ResponseStream.MoveNext(patience.Token));
        Assert.Equal(Colour.Red, watch.ResponseStream.Current.Computed);
    }

    [Fact]
    public async Task The_same_is_read_as_JSON()
    {
        using var http = new HttpClient { DefaultRequestVersion = new(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await plan.Suite.Secret("plan", "reporting"));

        Assert.Contains("\"name\":\"More and better CAFs\"", (await http.GetStringAsync(new Uri(plan.Suite.Feeds, "/plan/v1/lines/1.4"))).Replace("\": \"", "\":\""));
        Assert.Contains("2010-09-29", await http.GetStringAsync(new Uri(plan.Suite.Feeds, "/plan/v1/meetings")));
    }
}

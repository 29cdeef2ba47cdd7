using System.Net;
using AngleSharp.Html.Dom;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Plan.Editing;

/// <summary>The plan of 2010 changed by its performance manager, in the running suite.</summary>
public sealed class EditingPages : IAsyncLifetime
{
    private const string Save = "form:not([action*=Remove]) button.govuk-button";
    private const string Remove = "form[action*=Remove] button";

    private RunningSuite _suite = null!;
    private Visitor _manager = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        _manager = await SignIn(_suite, "demo-performance-manager");
    }

    public async Task DisposeAsync()
    {
        _manager.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task A_line_is_reworded_and_who_changed_what_and_why_is_kept()
    {
        var form = await _manager.Page("/plan/edit/line/1.4");
        var saved = await _manager.Send(form, Save, ("Name", "CAFs, more of them and better"), ("Leads", "Simon Perry\nSarah Whittle, Early Years"), ("Why", "Agreed on 19 August"));

        Assert.Equal("/plan/line/1.4", new Uri(saved.Url).AbsolutePath);
        Assert.Contains("CAFs, more of them and better", Words(saved.QuerySelector("h1")));
        var line = (await Snapshot()).Lines.Single(l => l.Line.Ref == "1.4").Line;
        Assert.Equal(("Sarah Whittle", "Early Years"), (line.Leads[1].Name, line.Leads[1].Organisation));
        var kept = (await Log())[^1];
        Assert.Equal(("demo-performance-manager", "changed a line", "Line 1.4", "Agreed on 19 August"), (kept.ActorId, kept.Action, kept.Subject, kept.Why));
        Assert.Equal("Name: More and better CAFs\nLeads: Simon Perry; Sarah Whittle", kept.Before);
        Assert.Equal("Name: CAFs, more of them and better\nLeads: Simon Perry; Sarah Whittle, Early Years", kept.After);
        Assert.Contains("Performance manager Changed a line", Words((await _manager.Page("/plan/history?of=Line%201.4")).QuerySelector("tbody tr")));
    }

    [Fact]
    public async Task Saving_a_form_as_it_was_opened_changes_nothing()
    {
        var before = (await Log()).Count;
        foreach (var path in new[] { "/plan/edit", "/plan/edit/line/NI59", "/plan/edit/line/3.6", "/plan/edit/measure/NI68", "/plan/edit/measure/AGENCY-SPEND", await First("1.3", "milestone"), await First("NI59", "stage"), await First("NI59", "baseline"), await First("NI59", "comparator") })
        {
            var answer = await _manager.Send(await _manager.Page(path), Save, ("Why", "Nothing"));
            Assert.True(answer.QuerySelector(".govuk-error-summary") is null, $"{path}: {(answer.QuerySelector(".govuk-error-summary") is { } summary ? Words(summary) : "")}");
        }

        Assert.Equal(before, (await Log()).Count);
        Assert.Equivalent(Plan2010.File.Lines, (await Snapshot()).Content.Lines, strict: true);
        Assert.Equivalent(Plan2010.File.Measures.OrderBy(m => m.Code), (await Snapshot()).Content.Measures.Values.Where(m => m.Thing.Length > 0).OrderBy(m => m.Code), strict: true);
    }

    [Fact]
    public async Task A_new_line_stands_where_it_was_put_and_a_removed_one_is_gone_and_kept_in_the_history()
    {
        var form = await _manager.Page("/plan/edit/line");
        var shown = await _manager.Send(form, Save,
            ("Ref", "3.7"), ("Name", "Exit interviews"), ("Theme", "3. Leadership and Management / Capacity Building / Support"), ("Action", "Ask whoever leaves"), ("After", "3.6"), ("Workstreams", "Workforce"), ("Why", "Asked by the panel"));
        Assert.Contains("Exit interviews", Words(shown.QuerySelector("h1")));
        var refs = (await Snapshot()).Lines.Select(line => line.Line.Ref).ToList();
        Assert.Equal(refs.IndexOf("3.6") + 1, refs.IndexOf("3.7"));

        var gone = await _manager.Send(await _manager.Page("/plan/edit/line/3.7"), Remove, ("RemoveWhy", "Done elsewhere"));

        Assert.Equal("/plan/edit", new Uri(gone.Url).AbsolutePath);
        Assert.DoesNotContain((await Snapshot()).Lines, line => line.Line.Ref == "3.7");
        var kept = (await Log())[^1];
        Assert.Equal(("removed a line", "Line 3.7", "Done elsewhere"), (kept.Action, kept.Subject, kept.Why));
        Assert.Contains("Name: Exit interviews", kept.Before);
    }

    [Fact]
    public async Task A_stage_changes_what_is_expected_and_the_colour_follows()
    {
        Assert.Equal(Colour.Amber, (await Snapshot()).Measures["NI59"].Colour);

        var answer = await _manager.Send(await _manager.Page(await First("NI59", "stage", 1)), Save, ("Value", "80"), ("Why", "Agreed with the panel"));

        Assert.Equal("/plan/edit/measure/NI59", new Uri(answer.Url).AbsolutePath);
        Assert.Equal(80, (await Snapshot()).Content.Measures["NI59"].Stages.Single(stage => stage.By == new DateOnly(2010, 10, 31)).Target);
        Assert.Equal((80m, Colour.Green), ((await Snapshot()).Measures["NI59"].Expected!.Value, (await Snapshot()).Measures["NI59"].Colour));
        Assert.Contains(await Log(), entry => entry is { Action: "changed a stage", Subject: "Measure NI59", Before: "Target: 85%", After: "Target: 80%" });
    }

    [Fact]
    public async Task A_milestone_that_is_done_completes_its_line_and_says_what_shows_it()
    {
        var form = await _manager.Page(await First("1.3", "milestone", 2));
        var refused = await _manager.Send(form, Save, ("Done", "true"), ("Why", "Reported"));
        Assert.Contains("Say what shows that it is done", Words(refused.QuerySelector(".govuk-error-summary")));

        await _manager.Send(refused, Save, ("Done", "true"), ("Evidence", "Project plan signed off on 18 August"), ("Why", "Reported"));

        Assert.Equal(Colour.Complete, (await Snapshot()).Lines.Single(line => line.Line.Ref == "1.3").Computed);
        Assert.Contains("Project plan signed off on 18 August", Words((await _manager.Page("/plan/line/1.3")).QuerySelector("main")));
    }

    [Fact]
    public async Task The_second_of_two_savers_sees_the_difference_and_loses_nothing()
    {
        var first = await _manager.Page("/plan/edit/line/1.4");
        var second = await _manager.Page("/plan/edit/line/1.4");
        await _manager.Send(first, Save, ("Name", "The first name"), ("Why", "First"));

        var shown = await _manager.Send(second, Save, ("Name", "The second name"), ("Action", "Another action"), ("Why", "Second"));

        Assert.Contains("Performance manager has saved this while you were writing", Words(shown.QuerySelector("[role=alert]")));
        Assert.Equal(["Name", "The first name", "The second name"], shown.QuerySelector("caption.suite-caption ~ tbody tr")!.Children.Select(Words));
        Assert.Equal("The second name", ((IHtmlInputElement)shown.QuerySelector("#Name")!).Value);
        Assert.Equal("The first name", (await Snapshot()).Lines.Single(line => line.Line.Ref == "1.4").Line.Name);

        await _manager.Send(shown, Save);

        var line = (await Snapshot()).Lines.Single(l => l.Line.Ref == "1.4").Line;
        Assert.Equal(("The second name", "Another action"), (line.Name, line.Action));
        Assert.Null(ChangeEntry.FirstBroken(await Log()));
    }

    [Theory]
    [InlineData("/plan/edit/line", "Ref", "1.4", "1.4 is the reference of")]
    [InlineData("/plan/edit/line/1.4", "Measures", "CAF-COMPLETED\nCAF-MADE-UP", "The plan has no measure CAF-MADE-UP")]
    [InlineData("/plan/edit/line/1.4", "Why", "", "Say why")]
    [InlineData("/plan/edit/line/1.4", "Name", "", "Give the line a short name")]
    [InlineData("/plan/edit/measure/NI59", "Unit", "Pence", "A rate is in percent")]
    [InlineData("/plan/edit/measure/CAF-COMPLETED", "Unit", "Pence", "in whole things or people: a measure in another unit needs a code of its own")]
    [InlineData("/plan/edit/measure/NI59/stage", "By", "31/13/2010", "\"31/13/2010\" is not a day")]
    [InlineData("/plan/edit/measure/NI59/stage", "Value", "many", "\"many\" is not a number")]
    [InlineData("/plan/edit/measure/NI59/baseline", "Denominator", "3", "Give the first count as a whole number")]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(string path, string field, string typed, string said)
    {
        var before = (await Log()).Count;

        var page = await _manager.Send(await _manager.Page(path), Save, [(field, typed), .. field == "Why" ? [] : new[] { ("Why", "A reason") }]);

        Assert.Contains(said, Words(page.QuerySelector(".govuk-error-summary")));
        var again = page.QuerySelector($"#{field}");
        Assert.Equal(typed, again is IHtmlTextAreaElement area ? area.Value.ReplaceLineEndings("\n") : again is IHtmlSelectElement select ? select.Value : ((IHtmlInputElement)again!).Value);
        Assert.Equal(before, (await Log()).Count);
    }

    [Theory]
    [InlineData("/plan/edit")]
    [InlineData("/plan/edit/line/1.4")]
    [InlineData("/plan/edit/measure/NI59")]
    [InlineData("/plan/edit/measure/NI59/stage")]
    public async Task Only_who_may_change_the_plan_sees_its_forms(string path)
    {
        using var lead = await SignIn(_suite, "demo-workstream-lead");

        Assert.Equal(HttpStatusCode.Forbidden, await lead.Status(path));
        Assert.Equal(HttpStatusCode.OK, await lead.Status("/plan/history"));
    }

    private async Task<string> First(string of, string part, int index = 0)
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
        if (part == "milestone")
            return $"/plan/edit/line/{of}/milestone/{(await db.Lines.SingleAsync(line => line.Ref == of)).Milestones.OrderBy(m => m.Id).ElementAt(index).Id}";
        var measure = await db.Measures.SingleAsync(m => m.Code == of);
        var ids = part switch { "stage" => measure.Stages.Select(s => s.Id), "baseline" => measure.Baselines.Select(b => b.Id), _ => measure.Comparators.Select(c => c.Id) };
        return $"/plan/edit/measure/{of}/{part}/{ids.Order().ElementAt(index)}";
    }

    private async Task<PlanSnapshot> Snapshot() => (await _suite.Services.GetRequiredService<PlanSnapshots>().Current())!;

    private async Task<List<ChangeEntry>> Log()
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDb>().ChangeLog.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync();
    }
}

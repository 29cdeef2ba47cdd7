using System.Net;
using System.Text;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Plan.Readings;

/// <summary>Readings as people enter and bring them in; each test has a suite of its own, because what it enters stays.</summary>
public sealed class ReadingPagesTests : IAsyncLifetime
{
    private const string Enter = "main form button.govuk-button";

    private readonly RunningPlan _plan = new();

    public Task InitializeAsync() => _plan.InitializeAsync();

    public Task DisposeAsync() => _plan.DisposeAsync();

    [Fact]
    public async Task A_typed_reading_is_rated_and_says_its_source_everywhere()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");

        var after = await manager.Send(await manager.Page("/plan/measure/INADEQUATE-HOMES/readings"), Enter, ("Form.Day", "31 July 2010"), ("Form.Value", "0"), ("Form.Note", "Ofsted letter"));

        Assert.Equal("Kept: 31 July 2010: 0.", Words(after.QuerySelector("[role=status]")));
        Assert.Equal("31 July 2010 0 Typed by Performance manager, 20 Aug 2010, 9:00am Yes Ofsted letter", WithoutForm(after.QuerySelector("table tbody tr")!));
        Assert.Contains("31 Jul 2010, typed", (await manager.Page("/plan/line/1.7")).QuerySelectorAll("td").Select(Words));
        var entry = (await ChangeLog())[^1];
        Assert.Equal(("Performance manager", "entered a reading", "INADEQUATE-HOMES", null, "31 July 2010: 0"), (entry.ActorName, entry.Action, entry.Subject, entry.Before, entry.After));
    }

    [Fact]
    public async Task Beside_a_counted_figure_a_typed_one_is_kept_and_not_rated()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");
        var page = await manager.Page("/plan/measure/NI59/readings");

        Assert.Contains("What people enter stands beside its figures and is never rated in their place.", Words(page.QuerySelector("main")));
        var after = await manager.Send(page, Enter, ("Form.Period", "year"), ("Form.Day", "20 August 2010"), ("Form.Value", "99"));

        Assert.EndsWith("It stands beside the counted figure, which stays the rated one.", Words(after.QuerySelector("[role=status]")));
        Assert.Equal(987, (await Snapshot()).Measures["NI59"].Reading!.Numerator);
        Assert.Contains("1 April to 20 August 2010 Typed by Performance manager 99%", (await manager.Page("/plan/measure/NI59")).QuerySelectorAll("tr").Select(row => RunningPlan.Parts(row)));
    }

    [Fact]
    public async Task What_another_entered_is_seen_before_it_is_replaced_and_stays_under_earlier_readings()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");
        using var lead = await SignIn(_plan.Suite, "demo-workforce-lead");
        const string path = "/plan/measure/VACANCY-TEAM-MANAGERS/readings";
        var (first, second) = (await manager.Page(path), await lead.Page(path));

        await manager.Send(first, Enter, ("Form.Day", "19 August 2010"), ("Form.Numerator", "3"), ("Form.Denominator", "15"));
        var asked = await lead.Send(second, Enter, ("Form.Day", "19 August 2010"), ("Form.Numerator", "2"), ("Form.Denominator", "15"));

        Assert.StartsWith("There is a reading of these days already: 20%, 3 of 15. Typed by Performance manager", Words(asked.QuerySelector("main form [role=alert]")));
        Assert.Equal("2", asked.QuerySelector("[name='Form.Numerator']")!.GetAttribute("value"));
        var after = await lead.Send(asked, Enter);
        Assert.Equal("Kept: 19 August 2010: 13.33%, 2 of 15.", Words(after.QuerySelector("[role=status]")));
        Assert.StartsWith("19 August 2010 20%, 3 of 15 Typed by Performance manager", Words(after.QuerySelectorAll("table")[1].QuerySelector("tbody tr")));
        Assert.Contains("Replaced by Workstream lead, Workforce", Words(after.QuerySelectorAll("table")[1]));
    }

    [Fact]
    public async Task An_entered_reading_is_withdrawn_with_a_reason()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");
        const string path = "/plan/measure/INADEQUATE-HOMES/readings";
        var page = await manager.Send(await manager.Page(path), Enter, ("Form.Day", "31 July 2010"), ("Form.Value", "4"));

        var unsaid = await manager.Send(page, "td button", ("Why", " "));
        Assert.Contains("Say in up to 500 characters why the reading is withdrawn; it is kept", Words(unsaid.QuerySelector(".govuk-error-summary")));
        var after = await manager.Send(unsaid, "td button", ("Why", "wrong measure"));

        Assert.Contains("Withdrawn by Performance manager, 20 Aug 2010, 9:00am: wrong measure", Words(after.QuerySelector("main")));
        Assert.Null((await Snapshot()).Measures["INADEQUATE-HOMES"].Reading);
    }

    [Theory]
    [InlineData("demo-workforce-lead", "VACANCY-TEAM-MANAGERS", true)]
    [InlineData("demo-workforce-lead", "NI59", false)]
    [InlineData("demo-workstream-lead", "NI59", true)]
    [InlineData("demo-performance-manager", "NI59", true)]
    [InlineData("demo-panel-member", "NI59", false)]
    public async Task Readings_are_entered_by_those_who_edit_the_plan_and_by_a_lead_for_own_lines(string person, string measure, bool may)
    {
        using var visitor = await SignIn(_plan.Suite, person);

        Assert.Equal(may, (await visitor.Page($"/plan/measure/{measure}/readings")).QuerySelector(Enter) is not null);
    }

    [Fact]
    public async Task Bad_input_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");

        var page = await manager.Send(await manager.Page("/plan/measure/NI60/readings"), Enter, ("Form.Period", "month"), ("Form.Day", "August 2010"), ("Form.Numerator", "9"), ("Form.Denominator", "8"));

        Assert.Equal("Error: August 2010 has not ended: a month is read once it is over", Words(page.GetElementById("Form.Day-error")));
        Assert.Equal("Error: 9 of 8 is more than all of them", Words(page.GetElementById("Form.Numerator-error")));
        Assert.Equal(("August 2010", "9", "8"), (Value("Form.Day"), Value("Form.Numerator"), Value("Form.Denominator")));
        Assert.Equal("month", page.QuerySelector("[name='Form.Period'] option[selected]")!.GetAttribute("value"));

        string? Value(string field) => page.GetElementById(field)!.GetAttribute("value");
    }

    [Fact]
    public async Task A_file_is_shown_before_it_is_kept_and_then_kept_as_a_whole()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");
        await manager.Send(await manager.Page("/plan/measure/PDR-COMPLETED/readings"), Enter, ("Form.Day", "19 August 2010"), ("Form.Value", "70"));
        const string file =
            """
            measure,from,to,numerator,denominator,value,grade,note,scope
            PDR-COMPLETED,,2010-08-19,,,71,,counted again,
            PDR-COMPLETED,,2010-07-31,,,65,,,
            NI59,,2010-08-20,990,1232,,,,
            INADEQUATE-HOMES,,2010-08-01,,,0,,"=HYPERLINK(""x"")",
            """;

        var preview = await manager.Upload(await manager.Page("/plan/readings"), "file", "august.csv", Encoding.UTF8.GetBytes(file));

        Assert.Equal("august.csv has 3 new readings, 1 that takes the place of an earlier one, and 0 that change nothing. 1 stands beside a figure that a module counted, and will not be rated. Nothing is kept yet.", Words(preview.QuerySelector(".suite-sentence")));
        Assert.Equal(
            [
                "PDR-COMPLETED 19 August 2010 71%, counts not published Takes the place of an earlier one 70%, counts not published. Typed by Performance manager, 20 Aug 2010, 9:00am",
                "PDR-COMPLETED 31 July 2010 65%, counts not published New Stands beside the published 64%, counts not published",
                "NI59 1 April to 20 August 2010 80.36%, 990 of 1,232 New Stands beside the counted 80.11%, 987 of 1,232 and will not be rated",
                "INADEQUATE-HOMES 1 August 2010 0 New",
            ],
            preview.QuerySelectorAll("tbody tr").Select(row => RunningPlan.Parts(row)));
        Assert.Null((await Snapshot()).Measures["INADEQUATE-HOMES"].Reading);

        var kept = await manager.Send(preview, Enter);

        Assert.Equal("august.csv is in: 3 new readings, 1 in place of earlier ones.", Words(kept.QuerySelector("[role=status]")));
        var plan = await Snapshot();
        Assert.Equal((71m, Origin.Imported, "august.csv"), (plan.Measures["PDR-COMPLETED"].Reading!.Value!.Value, plan.Measures["PDR-COMPLETED"].Reading!.Origin, plan.Measures["PDR-COMPLETED"].Reading!.File));
        Assert.Equal((987L, "=HYPERLINK(\"x\")"), (plan.Measures["NI59"].Reading!.Numerator!.Value, plan.Measures["INADEQUATE-HOMES"].Reading!.Note));
        var again = await manager.Upload(await manager.Page("/plan/readings"), "file", "august.csv", Encoding.UTF8.GetBytes(file));
        Assert.Contains("0 new readings, 0 that take the place of an earlier one, and 4 that change nothing", Words(again.QuerySelector(".suite-sentence")));
        Assert.DoesNotContain("Keep", Words(again.QuerySelector("main form")));
    }

    [Fact]
    public async Task A_file_with_one_error_brings_nothing_in_and_says_where_it_is()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");
        var before = await Count();

        var page = await manager.Upload(await manager.Page("/plan/readings"), "file", "august.csv", "measure,to,value\r\nPDR-COMPLETED,2010-08-19,71\r\nNI999,2010-08-19,71\r\n"u8.ToArray());

        Assert.Contains("Nothing was brought in: august.csv has 1 error, listed below", Words(page.QuerySelector(".govuk-error-summary")));
        Assert.StartsWith("august.csv 3 measure \"NI999\" is no measure of the plan", RunningPlan.Parts(page.QuerySelector("table tbody tr")));
        Assert.Equal(before, await Count());
    }

    [Fact]
    public async Task What_changed_after_the_preview_is_shown_before_the_file_is_kept()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");
        var preview = await manager.Upload(await manager.Page("/plan/readings"), "file", "a.csv", "measure,to,value\r\nPDR-COMPLETED,2010-08-19,71\r\n"u8.ToArray());
        await manager.Send(await manager.Page("/plan/measure/PDR-COMPLETED/readings"), Enter, ("Form.Day", "19 August 2010"), ("Form.Value", "70"));

        var shown = await manager.Send(preview, Enter);

        Assert.StartsWith("Readings have changed since this page was shown.", Words(shown.QuerySelector("[role=alert]")));
        Assert.Equal(70m, (await Snapshot()).Measures["PDR-COMPLETED"].Reading!.Value);
        await manager.Send(shown, Enter);
        Assert.Equal(71m, (await Snapshot()).Measures["PDR-COMPLETED"].Reading!.Value);
    }

    [Fact]
    public async Task Only_those_who_edit_the_plan_bring_files_in()
    {
        using var lead = await SignIn(_plan.Suite, "demo-workstream-lead");
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");

        Assert.Equal(HttpStatusCode.Forbidden, await lead.Status("/plan/readings"));
        Assert.Equal("PK"u8.ToArray(), (await manager.Bytes("/plan/readings?handler=Template&form=xlsx"))[..2]);
    }

    private static string WithoutForm(AngleSharp.Dom.IElement row)
    {
        row.QuerySelector("form")?.Remove();
        return Words(row);
    }

    private async Task<PlanSnapshot> Snapshot() => (await _plan.Suite.Services.GetRequiredService<PlanSnapshots>().Current())!;

    private async Task<int> Count()
    {
        using var scope = _plan.Suite.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDb>().Readings.CountAsync();
    }

    private async Task<List<ImprovementSuite.Platform.ChangeLog.ChangeEntry>> ChangeLog()
    {
        using var scope = _plan.Suite.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDb>().ChangeLog.OrderBy(entry => entry.Sequence).ToListAsync();
    }
}

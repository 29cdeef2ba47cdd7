using System.Text;
using System.Text.Json.Nodes;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Loading.Workbook;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.Plan.Loading;

/// <summary>A performance manager brings a plan in, sees what it would change, and confirms it.</summary>
public sealed class ImportPagesTests
{
    private const string Manager = "demo-performance-manager";

    private static byte[] Changed(byte[] json, Action<JsonNode> change)
    {
        var plan = JsonNode.Parse(json)!;
        change(plan);
        return Encoding.UTF8.GetBytes(plan.ToJsonString());
    }

    private static byte[] Renamed(byte[] json, string name) => Changed(json, plan => plan["lines"]![0]!["name"] = name);

    private static async Task<RunningSuite> WithPlan()
    {
        var suite = await RunningSuite.Start();
        await PlanModule.Load2010Plan(suite.Services, Actor.Suite);
        return suite;
    }

    [Fact]
    public async Task A_change_is_shown_before_and_after_and_made_with_a_reason()
    {
        await using var suite = await WithPlan();
        using var manager = await Visitor.SignIn(suite, Manager);
        var file = Changed(await manager.Bytes("/plan/file/plan.json"), plan =>
        {
            plan["lines"]![0]!["name"] = "Referrals going on";
            plan["lines"]!.AsArray().RemoveAt(28);
        });

        var preview = await manager.Upload(await manager.Page("/plan/import"), "file", "september.json", file);

        Assert.Contains("september.json would make 2 changes to the plan. Nothing is changed yet.", Visitor.Words(preview.QuerySelector(".suite-sentence")));
        Assert.Equal("Lines 0 1 1 27", Visitor.Words(preview.QuerySelectorAll("table.data-table tbody tr")[1]));
        Assert.Contains("Referrals going on", Visitor.Words(preview.QuerySelector(".import-change tbody")));
        Assert.Contains("Removed 5.4", Visitor.Words(preview.QuerySelector("main")));

        var refused = await manager.Send(preview, "button.govuk-button:not(.govuk-button--secondary)");
        Assert.Contains("Say why the plan is changed", Visitor.Words(refused.QuerySelector(".govuk-error-message")));

        var done = await manager.Send(refused, "button.govuk-button:not(.govuk-button--secondary)", ("Why", "Agreed on 18 August"));
        Assert.Contains("The plan has 28 lines", Visitor.Words(done.QuerySelector(".suite-sentence")));
        Assert.Contains("Last import: september.json", Visitor.Words(done.QuerySelector(".suite-note")));
        Assert.Contains("Referrals going on", Visitor.Words((await manager.Page("/plan")).QuerySelector(".plan-table")));
        Assert.Empty(Directory.GetFiles(Path.Combine(suite.Folder, "plan-uploads")));
    }

    [Fact]
    public async Task An_export_to_Excel_comes_back_without_a_change()
    {
        await using var suite = await WithPlan();
        using var manager = await Visitor.SignIn(suite, Manager);

        var preview = await manager.Upload(await manager.Page("/plan/import"), "file", "plan.xlsx", await manager.Bytes("/plan/file/plan.xlsx"));

        Assert.Contains("nothing would change", Visitor.Words(preview.QuerySelector(".suite-sentence")));
        Assert.Null(preview.QuerySelector("input[name=Why]"));
    }

    [Fact]
    public async Task Of_two_who_import_at_once_the_second_is_shown_the_preview_anew()
    {
        await using var suite = await WithPlan();
        using var manager = await Visitor.SignIn(suite, Manager);
        var json = await manager.Bytes("/plan/file/plan.json");
        var first = await manager.Upload(await manager.Page("/plan/import"), "file", "a.json", Renamed(json, "First"));
        var second = await manager.Upload(await manager.Page("/plan/import"), "file", "b.json", Renamed(json, "Second"));
        await manager.Send(first, "button.govuk-button:not(.govuk-button--secondary)", ("Why", "one"));

        var again = await manager.Send(second, "button.govuk-button:not(.govuk-button--secondary)", ("Why", "two"));

        Assert.Contains("The plan has been changed since this page was shown.", Visitor.Words(again.QuerySelector("[role=alert]")));
        Assert.Contains("First", Visitor.Words(again.QuerySelector(".import-change tbody")));
        Assert.Equal("two", again.QuerySelector("input[name=Why]")!.GetAttribute("value"));
        var done = await manager.Send(again, "button.govuk-button:not(.govuk-button--secondary)");
        Assert.Contains("b.json", Visitor.Words(done.QuerySelector(".suite-note")));
    }

    [Fact]
    public async Task What_is_wrong_is_listed_and_nothing_is_kept()
    {
        await using var suite = await WithPlan();
        using var manager = await Visitor.SignIn(suite, Manager);
        var page = await manager.Page("/plan/import");

        var none = await manager.Send(page, "main form button");
        var wrong = await manager.Upload(page, "file", "plan.xlsx", Sheets.OfPlan(["NI59", "31/13/2010", 80], ["NI1", "30/4/2010", 81]).File());
        var large = await manager.Upload(page, "file", "plan.json", new byte[(10 * 1024 * 1024) + 1]);

        Assert.Contains("Choose a file with a plan in it", Visitor.Words(none.QuerySelector(".govuk-error-message")));
        Assert.Contains("plan.xlsx cannot be imported as it is. Nothing has changed", Visitor.Words(wrong.QuerySelector(".govuk-error-message")));
        Assert.Equal(2, wrong.QuerySelectorAll("main ol li").Length);
        Assert.Contains("Sheet Stages, row 2, column By", Visitor.Words(wrong.QuerySelector("main ol li")));
        Assert.Contains("The file has more than 10 MB", Visitor.Words(large.QuerySelector(".govuk-error-message")));
        Assert.False(Directory.Exists(Path.Combine(suite.Folder, "plan-uploads")));
    }

    [Fact]
    public async Task An_empty_suite_leads_to_its_first_plan()
    {
        await using var suite = await RunningSuite.Start();
        using var manager = await Visitor.SignIn(suite, Manager);
        Assert.Equal("/plan/import", (await manager.Page("/plan")).QuerySelector(".suite-sentence a")!.GetAttribute("href"));
        using var file = new MemoryStream();
        WorkbookWriter.Write(Plan2010.File, file);

        var preview = await manager.Upload(await manager.Page("/plan/import"), "file", "first.xlsx", file.ToArray());
        Assert.Contains("first.xlsx holds a plan of 29 lines and 34 measures.", Visitor.Words(preview.QuerySelector(".suite-sentence")));
        await manager.Send(preview, "button.govuk-button:not(.govuk-button--secondary)", ("Why", "The published plan"));

        Assert.Contains("29 lines", Visitor.Words((await manager.Page("/plan")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task A_file_that_is_discarded_or_was_never_brought_in_is_not_found_again()
    {
        await using var suite = await WithPlan();
        using var manager = await Visitor.SignIn(suite, Manager);
        var preview = await manager.Upload(await manager.Page("/plan/import"), "file", "a.json", Renamed(await manager.Bytes("/plan/file/plan.json"), "Other"));
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(suite.Folder, "plan-uploads")));

        await manager.Send(preview, "button.govuk-button--secondary");

        Assert.False(File.Exists(kept));
        Assert.Contains("Choose a file", Visitor.Words((await manager.Page($"/plan/import/{Path.GetFileName(kept)}")).QuerySelector(".suite-sentence")));
        Assert.Contains("Choose a file", Visitor.Words((await manager.Page("/plan/import/..%2Fplan.db")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task Whoever_reads_the_plan_exports_it_and_only_who_edits_it_imports()
    {
        await using var suite = await WithPlan();
        using var analyst = await Visitor.SignIn(suite, "demo-panel-member");

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, await analyst.Status("/plan/import"));
        Assert.NotEmpty(await analyst.Bytes("/plan/file/plan.xlsx"));
        Assert.NotEmpty(await analyst.Bytes("/plan/file/template.xlsx"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await analyst.Status("/plan/file/other.xlsx"));
    }
}

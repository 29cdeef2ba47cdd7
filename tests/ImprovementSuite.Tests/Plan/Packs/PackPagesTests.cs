using System.Text;
using System.Text.Json.Nodes;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Plan.Packs;

public sealed class PackPagesTests : IAsyncLifetime
{
    private static readonly DateOnly Panel = Pack2010.Panel;
    private RunningSuite _suite = null!;

    public async Task InitializeAsync() => _suite = await RunningSuite.Start();

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Each_meeting_stands_with_its_pack_or_with_why_it_has_none()
    {
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        using var visitor = await Visitor.SignIn(_suite, "demo-panel-member");

        var page = await visitor.Page("/plan/packs");

        Assert.Equal("3 meetings: 0 frozen packs, and a preview for the panel of 29 September 2010.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            [
                "Wednesday 29 September 2010 Preview The plan as it stands now. It is frozen when the papers go out. Word of 29 September 2010 Excel of 29 September 2010 Word for publication, of 29 September 2010 Excel for publication, of 29 September 2010 Page to print of 29 September 2010",
                "Tuesday 13 July 2010 No pack Only 2 readings that this meeting saw are known, and no pack was kept. Not available",
                "Thursday 22 April 2010 No pack Nothing was frozen for this meeting. Not available",
            ],
            page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Equal(["/plan/packs/2010-09-29/word", "/plan/packs/2010-09-29/excel", "/plan/packs/2010-09-29/word?publication=true", "/plan/packs/2010-09-29/excel?publication=true"], page.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")));
        Assert.Equal("Packs", Words(page.QuerySelector(".moj-sub-navigation [aria-current]")));
    }

    [Theory]
    [InlineData("/plan/packs/2010-07-13/word")]
    [InlineData("/plan/packs/2010-04-22/print")]
    [InlineData("/plan/packs/2010-04-22/excel/prepare")]
    [InlineData("/plan/packs/2011-01-01/word")]
    [InlineData("/plan/packs/2010-09-29/pdf")]
    [InlineData("/plan/packs/2010-09-29/7")]
    [InlineData("/plan/packs/tomorrow/word")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        using var visitor = await Visitor.SignIn(_suite, "demo-panel-member");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, await visitor.Status(path));
    }

    [Fact]
    public async Task A_frozen_pack_stays_as_it_was_whatever_becomes_of_the_plan()
    {
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        await Freeze();
        var before = await Download("word");
        await Edit(async db =>
        {
            (await db.Lines.SingleAsync(line => line.Ref == "1.1")).Commentary = "Learnt since.";
            await db.Changed(default);
        });

        var after = await Download("word");

        Assert.Equal("improvement-plan-panel-2010-09-29.docx", after.Name);
        Assert.Equal(WordPack.ContentType, after.Type);
        Assert.Equal(Pack2010.PartOf(before.File, "word/document.xml"), Pack2010.PartOf(after.File, "word/document.xml"));
        Assert.DoesNotContain("Learnt since.", Pack2010.PartOf(after.File, "word/document.xml"));
        Assert.DoesNotContain("Learnt since.", await (await Visitor.SignIn(_suite, "demo-panel-member")).Text("/plan/packs/2010-09-29/print"));
    }

    [Fact]
    public async Task A_preview_follows_the_plan_and_says_that_it_is_one()
    {
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        await Edit(async db =>
        {
            (await db.Lines.SingleAsync(line => line.Ref == "1.1")).Commentary = "Learnt since.";
            await db.Changed(default);
        });

        var preview = await Download("excel");

        Assert.Equal("improvement-plan-panel-2010-09-29-preview.xlsx", preview.Name);
        Assert.Contains("Learnt since.", Pack2010.PartOf(preview.File, "xl/worksheets/sheet4.xml"));
    }

    [Fact]
    public async Task Who_took_which_pack_is_kept_in_the_change_log()
    {
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        await Download("word");
        var hash = await Freeze();
        await Download("excel");
        await (await Visitor.SignIn(_suite, "demo-panel-member")).Page("/plan/packs/2010-09-29/print");

        await using var scope = _suite.Services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<PlanDb>().ChangeLog.Where(entry => entry.Action == "exported the pack").OrderBy(entry => entry.Sequence).ToListAsync();
        Assert.Equal(["Word, preview of 20 August 2010", $"Excel, frozen pack {hash[..12]}", $"page to print, frozen pack {hash[..12]}"], kept.Select(entry => entry.After));
        Assert.All(kept, entry => Assert.Equal(("Panel member", "Panel of 29 September 2010"), (entry.ActorName, entry.Subject)));
    }

    [Fact]
    public async Task A_pack_that_was_altered_is_not_given_out()
    {
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        await Freeze();
        await Edit(db => db.Database.ExecuteSqlRawAsync("UPDATE frozen_pack SET Body = replace(Body, 'Amber', 'Green')"));
        using var visitor = await Visitor.SignIn(_suite, "demo-panel-member");

        var page = await visitor.Page("/plan/packs");

        Assert.StartsWith("Wednesday 29 September 2010 Altered since it was frozen", Words(page.QuerySelector("tbody tr")));
        Assert.Empty(page.QuerySelectorAll("tbody a"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await visitor.Status("/plan/packs/2010-09-29/word"));
    }

    [Fact]
    public async Task The_page_to_print_says_what_the_Word_pack_says()
    {
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        using var visitor = await Visitor.SignIn(_suite, "demo-panel-member");

        var page = await visitor.Page("/plan/packs/2010-09-29/print");

        Assert.Equal("Confidential to the Improvement Panel of 29 September 2010 Figures as at 20 August 2010. Preview, not frozen.", Words(page.QuerySelector(".pack__marking")));
        var tables = page.QuerySelectorAll(".pack__table");
        Assert.Equal(PackDocument.Of(Pack2010.Preview with { Papers = [.. Plan2010.File.Papers.Select(paper => new PackPaper(paper.Line, paper.Title, paper.Owner, null, false))], Decisions = [], Restated = [] }).OfType<PackTable>().Sum(table => table.Rows.Count), tables.Sum(table => table.QuerySelectorAll("tbody tr").Length));
        Assert.Equal(29, page.QuerySelectorAll(".pack__table--wide tbody tr").Length);
        Assert.Equal(
            "Amber, level since 13 July", Words(page.QuerySelectorAll(".pack__table--wide tbody tr").Single(row => Words(row.Children[1]).StartsWith("NI 59")).Children[8]));
        Assert.All(tables, table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.Empty(page.QuerySelectorAll("[style]"));
        Assert.NotEmpty(page.QuerySelectorAll(".pack__charts svg.trend"));
    }

    [Fact]
    public async Task The_pack_of_a_long_plan_is_written_while_a_page_shows_how_far_it_is()
    {
        Assert.Null(await PlanModule.LoadPlan(_suite.Services, LongPlan(), Actor.Suite));
        using var visitor = await Visitor.SignIn(_suite, "demo-panel-member");
        var list = await visitor.Page("/plan/packs");
        var link = list.QuerySelector("tbody a")!.GetAttribute("href")!;
        Assert.EndsWith("/word/prepare", link);
        Assert.All(list.QuerySelectorAll("a[download]"), link => Assert.EndsWith("?publication=true", link.GetAttribute("href")));

        var page = await visitor.Page(link);
        for (var looked = 0; page.QuerySelector("a[download]") is null; looked++)
        {
            Assert.True(looked < 600, "The pack was not written.");
            Assert.NotNull(page.QuerySelector("[data-renews] progress[max]"));
            Assert.StartsWith("290 lines are being written.", Words(page.QuerySelector(".suite-sentence")));
            await Task.Delay(50);
            page = await visitor.Page(link);
        }

        Assert.StartsWith("The pack is ready: 290 lines", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal("Download improvement-plan-panel-2010-09-29-preview.docx", Words(page.QuerySelector("a[download]")));
        Assert.Contains("1.1-10", Pack2010.PartOf((await Download("word")).File, "word/document.xml"));
    }

    [Fact]
    public void Progress_counts_every_row_once()
    {
        foreach (var form in Enum.GetValues<PackForm>())
        {
            var progress = new PackProgress();
            form.Write(Pack2010.Content, progress);
            Assert.True(progress.Rows > 29);
            Assert.Equal(progress.Rows, progress.Written);
        }
    }

    private async Task<string> Freeze()
    {
        var plan = (await _suite.Services.GetRequiredService<PlanSnapshots>().Current())!;
        var pack = FrozenPack.Of(PackFrom.Snapshot(plan, Panel, [], [], [], Pack2010.FrozenAt, "Performance manager"));
        await Edit(async db =>
        {
            db.Packs.Add(pack);
            (await db.Panels.SingleAsync(panel => panel.On == Panel)).Freeze([], [], plan.Day, new("pm", "Performance manager"), Pack2010.FrozenAt);
            await db.Changed(default);
        });
        return pack.Hash;
    }

    private async Task Edit(Func<PlanDb, Task> edit)
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
        await edit(db);
        await db.SaveChangesAsync();
    }

    private async Task<(byte[] File, string Name, string Type)> Download(string form)
    {
        using var visitor = await Visitor.SignIn(_suite, "demo-panel-member");
        return await visitor.Download($"/plan/packs/2010-09-29/{form}");
    }

    /// <summary>The plan ten times over, under other references.</summary>
    private static MemoryStream LongPlan()
    {
        using var json = PlanLoader.Plan2010();
        var plan = JsonNode.Parse(json)!;
        var lines = plan["lines"]!.AsArray();
        foreach (var line in lines.ToList())
            for (var copy = 2; copy <= 10; copy++)
            {
                var clone = line!.DeepClone();
                clone["ref"] = $"{line["ref"]}-{copy}";
                lines.Add(clone);
            }
        return new MemoryStream(Encoding.UTF8.GetBytes(plan.ToJsonString()));
    }
}

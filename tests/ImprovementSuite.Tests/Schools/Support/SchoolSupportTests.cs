using AngleSharp;
using AngleSharp.Dom;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Support;
using ImprovementSuite.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Schools.SchoolsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Schools.Support;

/// <summary>The part of a school's page that shows its support.</summary>
public sealed class SchoolSupportTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
        await Send(_suite,
            Forecast(BrookLane, 2010, "60", "2010-03-01", "A. Jones"), Forecast(BrookLane, 2011, "61", "2010-08-01", "A. Jones"), Forecast(BrookLane, 2011, "65", "2010-07-01", "The school", "target"));
        await Edit(_suite, async db =>
        {
            var closed = new SupportPlan { Urn = BrookLane, OpenedOn = new(2009, 1, 5) };
            closed.Set("B. Smith", "Writing", null);
            closed.Close(new(2009, 7, 20), "The results of 2009 were awaited");
            var open = new SupportPlan { Urn = BrookLane, OpenedOn = new(2009, 10, 1) };
            open.Set("A. Jones", "Reading in every class", new(2010, 8, 11));
            open.Rate(SupportColour.Red, "Nobody teaches reading", new(2010, 6, 1));
            open.Actions.AddRange([Action("Read daily", new(2010, 8, 1), null), Action("Appoint a leader", new(2010, 5, 1), new(2010, 4, 20)), Action("Buy books", new(2010, 10, 1), null)]);
            open.Visits.Add(new SupportVisit { On = new(2010, 6, 1), By = "A. Jones", Note = "No books in two rooms" });
            var time = new HardToReach { Urn = BrookLane, From = new(2008, 9, 1), Why = "No head for a year" };
            time.End(new(2009, 7, 20), "A head came");
            db.AddRange(closed, open, time);
            await db.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task An_adviser_reads_all_of_it_with_the_ways_to_change_it()
    {
        var part = await Part(BrookLane, maySupport: true);

        Assert.Contains("Supported since 1 October 2009 by A. Jones. The next review is on 11 August 2010: 9 days late.", Words(part));
        Assert.Contains("How it goes Red Nobody teaches reading (1 Jun 2010)", Words(part));
        Assert.Equal(
            [
                "Read daily The head 1 Aug 2010 19 days late", "Buy books The head 1 Oct 2010 Open", "Appoint a leader The head 1 May 2010 Done on 20 Apr 2010", "1 Jun 2010 A. Jones No books in two rooms",
                "5 Jan 2009 to 20 Jul 2009 B. Smith Writing The results of 2009 were awaited 0 of 0", "2011 65.0% 61.0% A. Jones, 1 Aug 2010 None yet",
                "2010 None 60.0% A. Jones, 1 Mar 2010 50.0% provisional 10 points too high", "1 Sep 2008 20 Jul 2009 No head for a year A head came",
            ],
            part.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Equal(
            [
                $"/schools/{BrookLane}/support", $"/schools/{BrookLane}/support/action", $"/schools/{BrookLane}/support/visit", $"/schools/{BrookLane}/support/close", $"/schools/{BrookLane}/note",
                $"/schools/forecasts/type?urn={BrookLane}", $"/schools/{BrookLane}/hard-to-reach",
            ],
            part.QuerySelectorAll(".suite-links a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Others_read_neither_what_visits_found_nor_any_form()
    {
        var part = await Part(BrookLane, maySupport: false);

        Assert.Contains("1 Jun 2010 A. Jones", part.QuerySelectorAll("tbody tr").Select(Words));
        Assert.DoesNotContain("No books", part.TextContent);
        Assert.Empty(part.QuerySelectorAll("a"));
    }

    [Fact]
    public async Task A_school_without_support_says_so_and_why_it_is_at_risk()
    {
        Assert.StartsWith("Support It is below the floor and has no open support plan.", Words(await Part(CanalStreet, maySupport: true)));
        Assert.StartsWith("Support At risk of falling below the floor: Just at the floor No support plan is open.", Words(await Part(DaleView, maySupport: false)));
        Assert.Empty((await Part(HillTop, maySupport: true)).QuerySelectorAll("a"));
        Assert.Null(await Read(_suite, async db => await SchoolSupport.Of(db, await db.Floor(default), 999_999, RunningSuite.Today, true, default)));
    }

    private async Task<IElement> Part(int urn, bool maySupport)
    {
        var support = await Read(_suite, async db => await SchoolSupport.Of(db, await db.Floor(default), urn, RunningSuite.Today, maySupport, default));
        await using var scope = _suite.Services.CreateAsyncScope();
        var found = scope.ServiceProvider.GetRequiredService<IRazorViewEngine>().GetView(null, "/Pages/Schools/_Support.cshtml", isMainPage: false);
        var action = new ActionContext(new DefaultHttpContext { RequestServices = scope.ServiceProvider }, new RouteData(), new());
        await using var html = new StringWriter();
        var model = new ViewDataDictionary<SchoolSupport>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = support! };
        var temporary = new TempDataDictionary(action.HttpContext, scope.ServiceProvider.GetRequiredService<ITempDataProvider>());
        await found.View!.RenderAsync(new ViewContext(action, found.View, model, temporary, html, new HtmlHelperOptions()));
        return (await BrowsingContext.New().OpenAsync(page => page.Content(html.ToString()))).Body!;
    }

    private static SupportAction Action(string what, DateOnly due, DateOnly? done)
    {
        var action = new SupportAction();
        action.Set(what, "The head", due);
        action.Done(done);
        return action;
    }
}

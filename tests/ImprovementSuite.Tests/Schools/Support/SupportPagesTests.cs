using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Support;
using ImprovementSuite.Tests.Plan.Actions;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Schools.SchoolsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Schools.Support;

/// <summary>Support as an adviser keeps it and others read it, of the eight schools of <see cref="SchoolsOfTest"/>.</summary>
public sealed class SupportPagesTests : IAsyncLifetime
{
    private const string Save = "main form button";

    private RunningSuite _suite = null!;
    private Visitor _adviser = null!;
    private Visitor _reader = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
        (_adviser, _reader) = (await SignIn(_suite, "demo-school-adviser"), await SignIn(_suite, "demo-panel-member"));
    }

    public async Task DisposeAsync()
    {
        _adviser.Dispose();
        _reader.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Schools_without_a_plan_stand_first_and_the_sentence_counts_them()
    {
        var before = await _reader.Page("/schools/support");
        Assert.Equal("2 schools are below the floor: none has a support plan.", Sentence(before));
        Assert.Contains("2 schools at risk: 0 with a plan, 2 without.", Words(before.QuerySelector("main")));
        Assert.Equal(["Brook Lane Primary", "Canal Street Primary", "Dale View Primary", "Elm Grove Primary"], before.QuerySelectorAll("tbody th").Select(Words));

        await OpenPlan(BrookLane);
        await OpenPlan(FernHill, colour: "", why: "");

        var page = await _reader.Page("/schools/support");
        Assert.Equal("2 schools are below the floor: 1 has a support plan, 1 has none.", Sentence(page));
        Assert.Contains("1 school has a plan and is neither below nor at risk.", Words(page.QuerySelector("main")));
        Assert.Equal(["Canal Street Primary", "Dale View Primary", "Elm Grove Primary", "Brook Lane Primary", "Fern Hill Primary"], page.QuerySelectorAll("tbody th").Select(Words));
        Assert.Equal(
            "Brook Lane Primary Below the floor: 50% is under 55%. Amber Two posts are empty A. Jones 30 Sep 2010 0 open None",
            Words(page.QuerySelectorAll("tbody tr")[3]));
        Assert.Empty(page.QuerySelectorAll("main a[href$='/support']"));
        Assert.NotNull((await _adviser.Page("/schools/support")).QuerySelector($"main a[href='/schools/{CanalStreet}/support']"));
        Assert.Equal(["Canal Street Primary"], (await _reader.Page("/schools/support?show=below")).QuerySelectorAll("tbody th").Select(Words));
        Assert.Equal(["Brook Lane Primary", "Fern Hill Primary"], (await _reader.Page("/schools/support?adviser=A.%20Jones")).QuerySelectorAll("tbody th").Select(Words));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status("/schools/support?show=everything"));
    }

    [Fact]
    public async Task A_plan_is_opened_changed_and_closed_and_each_step_is_in_the_change_log()
    {
        await OpenPlan(BrookLane);
        await _adviser.Answer(await _adviser.Page($"/schools/{BrookLane}/support"), Save, ("Colour", "Green"), ("ColourWhy", "Both posts are filled"), ("NextReview", "31 October 2010"));
        var refused = await _adviser.Send(await _adviser.Page($"/schools/{BrookLane}/support/close"), Save);
        Assert.Equal("Say why it is closed, such as the results that it brought", Errors(refused).Single());
        await _adviser.Answer(refused, Save, ("Why", "It has risen"));

        Assert.Equal(HttpStatusCode.NotFound, await _adviser.Status($"/schools/{BrookLane}/support/close"));
        Assert.Contains("has no open support plan", Sentence(await _adviser.Page($"/schools/{BrookLane}/support")));
        var log = (await Log()).Where(entry => entry.Action.EndsWith("support plan", StringComparison.Ordinal)).ToList();
        Assert.Equal(["opened a support plan", "changed a support plan", "closed a support plan"], log.Select(entry => entry.Action));
        Assert.Equal("Adviser A. Jones. Aim: Reading in every class. Next review 2010-10-31. Green: Both posts are filled.", log[1].After);
        Assert.Equal(("Brook Lane Primary (106802)", "It has risen"), (log[2].Subject, log[2].Why));
    }

    [Fact]
    public async Task Wrong_input_says_what_to_do_and_loses_nothing()
    {
        var page = await _adviser.Send(
            await _adviser.Page($"/schools/{BrookLane}/support"), Save, ("Adviser", " "), ("Aim", "Reading"), ("NextReview", "31 June 2010"), ("Colour", "Red"), ("ColourWhy", ""));

        Assert.Equal(
            ["Say who supports the school", "“31 June 2010” is not a day: write it as 20 August 2010", "Say why it is red"], Errors(page));
        Assert.Equal(("Reading", "31 June 2010", "Red"), (
            page.QuerySelector<IHtmlTextAreaElement>("#Aim")!.Value.Trim(), page.QuerySelector<IHtmlInputElement>("#NextReview")!.Value, page.QuerySelector<IHtmlSelectElement>("#Colour")!.Value));
        Assert.Equal(
            ["Give the day of the next review, such as 20 September 2010", "Choose the colour that this is the reason for"],
            Errors(await _adviser.Send(page, Save, ("Adviser", "A. Jones"), ("NextReview", ""), ("Colour", ""), ("ColourWhy", "It goes well"))));
        Assert.Equal(["19 August 2010 has passed: give a day from today, 20 August 2010, on"], Errors(await _adviser.Send(page, Save, ("Adviser", "A. Jones"), ("NextReview", "19 August 2010"), ("ColourWhy", "x"))));
    }

    [Fact]
    public async Task The_second_of_two_savers_sees_what_the_first_saved()
    {
        var (one, other) = (await _adviser.Page($"/schools/{BrookLane}/support"), await _adviser.Page($"/schools/{BrookLane}/support"));
        await _adviser.Answer(one, Save, Plan("A. Jones", "Amber", "Two posts are empty"));
        var second = await _adviser.Send(other, Save, Plan("B. Smith", "Red", "Nobody teaches reading"));
        Assert.Contains("Nothing of yours is lost", Errors(second).Single());
        Assert.Equal(["Adviser A. Jones B. Smith", "Colour Amber Red", "Why Two posts are empty Nobody teaches reading"], second.QuerySelectorAll("table tbody tr").Select(Words));
        await _adviser.Answer(second, Save);
        Assert.Equal("B. Smith", await Read(_suite, db => db.SupportPlans.Select(plan => plan.Adviser).SingleAsync()));

        var (close, change) = (await _adviser.Page($"/schools/{BrookLane}/support/close"), await _adviser.Page($"/schools/{BrookLane}/support"));
        await _adviser.Answer(change, Save, ("Adviser", "C. Lee"));
        Assert.Contains("It stands below as it is now", Errors(await _adviser.Send(close, Save, ("Why", "It has risen"))).Single());
        await _adviser.Answer(await _adviser.Page($"/schools/{BrookLane}/support/close"), Save, ("Why", "It has risen"));
        Assert.Contains("to save it opens a new plan", Errors(await _adviser.Send(change, Save, ("Adviser", "D. Moss"))).Single());
    }

    [Fact]
    public async Task Actions_and_visits_belong_to_an_open_plan_and_late_ones_are_counted()
    {
        Assert.Equal(HttpStatusCode.NotFound, await _adviser.Status($"/schools/{BrookLane}/support/action"));
        Assert.Equal(HttpStatusCode.NotFound, await _adviser.Status($"/schools/{BrookLane}/support/visit"));
        await OpenPlan(BrookLane);
        await Act("Read daily", "1 August 2010");
        await Act("Appoint a leader of reading", "30 September 2010");
        await _adviser.Answer(await _adviser.Page($"/schools/{BrookLane}/support/visit"), Save, ("On", "18 August 2010"), ("Note", "Reading is not taught daily"));

        Assert.EndsWith("2 open, 1 late 18 Aug 2010", Words((await _reader.Page("/schools/support?show=late")).QuerySelector("tbody tr")));
        var first = await Read(_suite, db => db.SupportPlans.SelectMany(plan => plan.Actions).Where(action => action.What == "Read daily").Select(action => action.Id).SingleAsync());
        var form = await _adviser.Page($"/schools/{BrookLane}/support/action/{first}");
        Assert.Equal("Brook Lane Primary: due by 1 August 2010, 19 days late.", Sentence(form));
        Assert.Equal(["21 August 2010 is still to come: give a day up to today, 20 August 2010"], Errors(await _adviser.Send(form, Save, ("Done", "21 August 2010"))));
        var (one, other) = (await _adviser.Page(form.Url), await _adviser.Page(form.Url));
        await _adviser.Answer(one, Save, ("Done", "20 August 2010"));
        Assert.Equal("Done on 20 August 2010 Nothing", Words((await _adviser.Send(other, Save, ("Who", "The deputy"))).QuerySelectorAll("table tbody tr").Last()));

        Assert.EndsWith("1 open 18 Aug 2010", Words((await _reader.Page("/schools/support")).QuerySelectorAll("tbody tr").Last()));
        Assert.Equal(HttpStatusCode.NotFound, await _adviser.Status($"/schools/{CanalStreet}/support/action/{first}"));
        Assert.DoesNotContain((await Log()).SelectMany(entry => new[] { entry.Before, entry.After }), text => text?.Contains("not taught daily") == true);
    }

    [Fact]
    public async Task Hard_to_reach_has_a_reason_a_first_and_a_last_day_and_a_history()
    {
        var address = $"/schools/{BrookLane}/hard-to-reach";
        var (one, other) = (await _adviser.Page(address), await _adviser.Page(address));
        Assert.Equal(["Say why it is hard to reach"], Errors(await _adviser.Send(one, Save, ("From", "1 September 2008"))));
        await _adviser.Answer(one, Save, ("From", "1 September 2008"), ("Why", "No head for a year"));
        var second = await _adviser.Send(other, Save, ("From", "1 September 2009"), ("Why", "Nobody answers"));
        Assert.Equal(["From 1 September 2008 1 September 2009", "Why No head for a year Nobody answers"], second.QuerySelectorAll("table tbody tr").Select(Words));

        Assert.Equal(["It has been hard to reach from 1 September 2008 on: give that day or a later one"], Errors(await _adviser.Send(second, Save, ("To", "31 August 2008"), ("Why", "A head came"))));
        await _adviser.Answer(second, Save, ("To", "20 July 2010"), ("Why", "A head came"));
        var page = await _adviser.Page(address);
        Assert.Equal("Brook Lane Primary is not hard to reach.", Sentence(page));
        Assert.Equal("1 Sep 2008 20 Jul 2010 No head for a year A head came", Words(page.QuerySelector("tbody tr")));
        Assert.Equal(["It counted as hard to reach until 20 July 2010 before: give a later day"], Errors(await _adviser.Send(page, Save, ("From", "20 July 2010"), ("Why", "Again"))));
        Assert.Equal(["marked a school as hard to reach", "marked a school as hard to reach no longer"], (await Log()).Where(entry => entry.Action.StartsWith("marked", StringComparison.Ordinal)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task The_councils_own_locality_moves_the_figures_of_a_school()
    {
        var address = $"/schools/{BrookLane}/note";
        var (one, other) = (await _adviser.Page(address), await _adviser.Page(address));

        await _adviser.Answer(one, Save, ("Locality", "Rother Valley"), ("Adviser", "A. Jones"), ("HeadSince", "1 January 2010"));
        await _suite.Quiet();

        Assert.Equal(("Rother Valley", 1L), await Read(_suite, async db => (
            (await db.Floor(default)).School(BrookLane)!.Locality,
            await db.Database.SqlQuery<long>($"SELECT EXISTS (SELECT 1 FROM measure_value WHERE Measure = 'SCHOOLS-BELOW-FLOOR' AND ScopeCode = 'Rother Valley' AND Numerator = 1) AS Value").SingleAsync())));
        Assert.Equal("Locality Rother Valley Central", Words((await _adviser.Send(other, Save, ("Locality", "Central"))).QuerySelector("table tbody tr")));
        Assert.Equal(["“soon” is not a day: write it as 20 August 2010"], Errors(await _adviser.Send(await _adviser.Page(address), Save, ("InspectionExpected", "soon"))));
        Assert.Equal("Locality Rother Valley. Adviser A. Jones. Head since 2010-01-01.", (await Log())[^1].After);
    }

    [Fact]
    public async Task Forms_are_for_open_schools_of_ones_own_and_for_those_who_support_them()
    {
        await Send(_suite, School(200001, "Elsewhere Primary", authority: "373"));
        foreach (var form in new[] { "support", "hard-to-reach", "note" })
        {
            Assert.Equal(HttpStatusCode.OK, await _adviser.Status($"/schools/{BrookLane}/{form}"));
            Assert.Equal(HttpStatusCode.NotFound, await _adviser.Status($"/schools/{HillTop}/{form}"));
            Assert.Equal(HttpStatusCode.NotFound, await _adviser.Status($"/schools/200001/{form}"));
            Assert.Equal(HttpStatusCode.Forbidden, (await _reader.Read($"/schools/{BrookLane}/{form}")).Status);
        }
    }

    [Fact]
    public async Task The_plan_of_a_school_that_closes_can_still_be_closed()
    {
        await OpenPlan(BrookLane);
        await Send(_suite, School(BrookLane, "Brook Lane Primary", closedOn: "2010-07-31", version: 2));

        var page = await _reader.Page("/schools/support");
        Assert.Equal("2 schools are below the floor: 1 has a support plan, 1 has none.", Sentence(page));
        Assert.Contains("The school closed on 31 July 2010", Words(page.QuerySelectorAll("tbody tr").Last()));
        Assert.Equal(HttpStatusCode.NotFound, await _adviser.Status($"/schools/{BrookLane}/support"));
        await _adviser.Answer(await _adviser.Page($"/schools/{BrookLane}/support/close"), Save, ("Why", "It has closed"));
        Assert.Equal("2 schools are below the floor: 0 have a support plan, 1 has none, 1 has closed since.", Sentence(await _reader.Page("/schools/support")));
    }

    [Fact]
    public async Task A_download_holds_no_formula()
    {
        await Send(_suite, School(DaleView, "=Dale View", "North", version: 2));
        await OpenPlan(BrookLane);

        await _adviser.Answer(await _adviser.Page($"/schools/{BrookLane}/hard-to-reach"), Save, ("Why", "No head for a year"));

        var (file, name, _) = await _reader.Download("/schools/support?handler=Csv");
        var text = Encoding.UTF8.GetString(file);

        Assert.Equal("schools-support-2010-08-20.csv", name);
        Assert.Contains("106802,\"Brook Lane Primary\",\"Primary\",\"Central\",Yes,No,\"Below the floor: 50% is under 55%.\",Yes,Amber,\"Two posts are empty\",\"A. Jones\",2010-09-30,0,0,,Yes", text);
        Assert.Equal("Brook Lane Primary Hard to reach", Words((await _reader.Page("/schools/support?adviser=A.%20Jones")).QuerySelector("tbody th")));
        Assert.Contains("\"'=Dale View\"", text);
        Assert.Contains("\"'=Dale View\"", await _reader.Text("/schools/risk?handler=Csv"));
        Assert.Contains("\"'=Dale View\"", await _reader.Text("/schools/forecasts?handler=Csv"));
    }

    [Fact]
    public async Task What_waits_stands_on_the_home_page_of_those_who_support_schools()
    {
        Assert.Contains("Open a support plan for 2 schools below the floor No plan", await Waits("demo-school-adviser"));
        await OpenPlan(BrookLane);
        await OpenPlan(CanalStreet, review: "20 August 2010");
        await Act("Read daily", "1 August 2010");
        await Act("Write daily", "19 August 2010");

        Assert.Equal(["Finish 2 actions of support 19 days late", "Review the support of 1 school Today"], (await Waits("demo-school-adviser")).Where(row => row.Contains("support")));
        Assert.DoesNotContain(await Waits("demo-panel-member"), row => row.Contains("support"));
        Assert.Equal(["Canal Street Primary"], (await _adviser.Page("/schools/support?show=review")).QuerySelectorAll("tbody th").Select(Words));

        async Task<List<string>> Waits(string person)
        {
            using var visitor = await SignIn(_suite, person);
            return [.. (await visitor.Page("/")).QuerySelectorAll(".home__beside .card:first-child .task-rows li").Select(Words)];
        }
    }

    [Fact]
    public async Task A_review_that_is_late_is_marked_and_may_keep_its_day()
    {
        await Edit(_suite, async db =>
        {
            var plan = new SupportPlan { Urn = BrookLane, OpenedOn = new(2010, 5, 1) };
            plan.Set("A. Jones", "Reading", new(2010, 8, 11));
            db.Add(plan);
            await db.SaveChangesAsync();
        });

        Assert.EndsWith("Not said yet A. Jones 11 Aug 2010, 9 days late 0 open None", Words((await _reader.Page("/schools/support?show=review")).QuerySelector("tbody tr")));
        await _adviser.Answer(await _adviser.Page($"/schools/{BrookLane}/support"), Save, ("Aim", "Reading and writing"));
        Assert.Equal("Reading and writing", await Read(_suite, db => db.SupportPlans.Select(plan => plan.Aim).SingleAsync()));
    }

    private async Task OpenPlan(int urn, string colour = "Amber", string why = "Two posts are empty", string review = "30 September 2010") =>
        await _adviser.Answer(await _adviser.Page($"/schools/{urn}/support"), Save, Plan("A. Jones", colour, why, review));

    private static (string, string)[] Plan(string adviser, string colour, string why, string review = "30 September 2010") =>
        [("Adviser", adviser), ("Aim", "Reading in every class"), ("Colour", colour), ("ColourWhy", why), ("NextReview", review)];

    private async Task Act(string what, string due) =>
        await _adviser.Answer(await _adviser.Page($"/schools/{BrookLane}/support/action"), Save, ("What", what), ("Who", "The head"), ("Due", due));

    private Task<List<ChangeEntry>> Log() => Read(_suite, db => db.ChangeLog.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync());

    private static string Sentence(IHtmlDocument page) => Words(page.QuerySelector(".suite-sentence"));

    private static List<string> Errors(IHtmlDocument page) => [.. page.QuerySelectorAll(".govuk-error-summary__list li").Select(Words)];
}

/// <summary>Lists of schools cost the same statements with eight schools and with eighty.</summary>
[Collection(AloneCollection.Name)]
public sealed class SupportStatementsTests
{
    [Theory]
    [InlineData("/schools")]
    [InlineData("/schools/list")]
    [InlineData("/schools/support")]
    [InlineData("/schools/risk")]
    [InlineData("/schools/forecasts")]
    public async Task The_number_of_statements_does_not_depend_on_the_number_of_schools(string path)
    {
        await using var suite = await RunningSuite.Start();
        await Fill(suite);
        using var visitor = await SignIn(suite, "demo-panel-member");
        var database = suite.Services.GetRequiredService<ModuleDatabase<SchoolsDb>>();
        var statements = new List<string>();

        await suite.Quiet();
        var few = await Count();
        await Send(suite, Enumerable.Range(300_001, 72).SelectMany(urn => Results(urn, 12, 11, 10).Append(School(urn, $"School {urn}")).Append(Forecast(urn, 2010, "60", "2010-03-01", "A. Jones"))));
        await Edit(suite, async db =>
        {
            foreach (var urn in Enumerable.Range(300_001, 72))
                db.Add(new SupportPlan { Urn = urn, OpenedOn = RunningSuite.Today });
            await db.SaveChangesAsync();
        });

        await suite.Quiet();
        Assert.Equal(few, await Count());
        Assert.NotEqual(0, few);

        // The background work that new records ring for asks questions too; of several requests the one with the fewest statements met none of them.
        async Task<int> Count()
        {
            var counts = new List<int>();
            for (var request = 0; request < 8; request++)
            {
                await visitor.Text(path);
                StatementsTests.Trace(database, statements);
                await visitor.Text(path);
                lock (statements)
                    counts.Add(statements.Count);
            }
            return counts.Min();
        }
    }
}

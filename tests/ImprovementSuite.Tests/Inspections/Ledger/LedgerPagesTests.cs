using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Plan.Actions;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Ledger;

/// <summary>The ledger as people read, filter and change it, of the recommendations of <see cref="InspectionsOfTest"/>.</summary>
public sealed class LedgerPagesTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;
    private Visitor _lead = null!;
    private Visitor _reader = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
        (_lead, _reader) = (await SignIn(_suite, "demo-inspection-lead"), await SignIn(_suite, "demo-panel-member"));
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        _reader.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task The_sentence_counts_and_what_is_overdue_stands_first()
    {
        await Meet("P1", "1", new(2010, 4, 30));
        await AddEvidence(_suite, "F1", "1", Owner);
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Complete(one, RunningSuite.Today, null, Owner)));
        Assert.Null(await Step(_suite, "PEER", "1", (desk, one) => desk.Withdraw(one, "Taken back", Validator)));

        var page = await _reader.Page("/inspections/ledger");

        Assert.Equal("4 recommendations are open, 2 overdue by the original date. 1 awaits validation, and 1 is met.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("From 1 April to 20 August 2010, 1 of 2 were met in their original timescale: 50%, by service and source.", Words(page.QuerySelector("main")));
        Assert.Contains("In the list and in no figure: 1 of providers that are left out and 1 withdrawn.", Words(page.QuerySelector("main")));
        Assert.Equal(["1 of Report H1", "1 of Report S1", "2 of Report H1", "1 of Report F1", "2 of Report F1", "3 of Report F1", "1 of Report P1", "1 of Report PEER"], Numbers(page));
        Assert.Equal("Overdue by 51 days Left out of figures: school", Words(page.QuerySelectorAll("tbody tr")[1].QuerySelector("td[data-label=State]")));
        Assert.Equal("Met In original timescale", Words(page.QuerySelectorAll("tbody tr")[6].QuerySelector("td[data-label=State]")));
        Assert.Null(page.QuerySelector("main input[type=checkbox]"));
    }

    [Theory]
    [InlineData("state=overdue", "1 of Report H1;1 of Report PEER;1 of Report P1;1 of Report S1;2 of Report H1")]
    [InlineData("report=H1", "1 of Report H1;2 of Report H1")]
    [InlineData("provider=FOS-1", "1 of Report F1;2 of Report F1;3 of Report F1")]
    [InlineData("service=Inclusion", "1 of Report P1")]
    [InlineData("source=4", "1 of Report PEER")]
    [InlineData("dueFrom=1+May+2010&dueTo=2010-07-31", "1 of Report PEER;1 of Report S1;2 of Report H1")]
    [InlineData("owner=HEAD&service=Safeguarding", "1 of Report PEER")]
    [InlineData("owner=%25", "")]
    [InlineData("report=port+f", "1 of Report F1;2 of Report F1;3 of Report F1")]
    [InlineData("state=overdue&counted=figures", "1 of Report H1;1 of Report PEER;1 of Report P1;2 of Report H1")]
    public async Task A_filter_is_in_the_address(string filter, string expected) =>
        Assert.Equal(expected.Split(';', StringSplitOptions.RemoveEmptyEntries).Order(), Numbers(await _reader.Page($"/inspections/ledger?{filter}")).Order());

    [Fact]
    public async Task A_figure_leads_to_the_recommendations_that_it_counts()
    {
        await Edit(_suite, async db =>
        {
            db.Add(new ImprovementSuite.Inspections.Judgements.ReportMeasure { Code = "RECS-FOSTERING", Title = "Fostering recommendations", InspectionRef = "F1" });
            return await db.SaveChangesAsync();
        });

        var due = await _reader.Page("/inspections/ledger/behind/RECS-IN-TIMESCALE?scope=authority&code=&from=2010-04-01&to=2010-08-20");

        Assert.Equal(["1 of Report P1", "1 of Report PEER", "2 of Report H1"], Numbers(due));
        Assert.Equal("Of 3 recommendations that match, 3 are open, 3 overdue by the original date. 0 await validation, and 0 are met.", Words(due.QuerySelector(".suite-sentence")));
        Assert.Equal(["1 of Report F1", "2 of Report F1", "3 of Report F1"], Numbers(await _reader.Page("/inspections/ledger/behind/RECS-FOSTERING?scope=authority&code=&from=2010-08-01&to=2010-08-20")));
    }

    [Fact]
    public async Task Changing_none_is_told_and_the_filter_stays()
    {
        var page = await _lead.Page("/inspections/ledger/change?back=%2Finspections%2Fledger%3Fservice%3DInclusion");

        Assert.Equal(["None was chosen: tick the recommendations that are to change, at the end of their rows"], Errors(page));
        Assert.Equal(["1 of Report P1"], Numbers(page));
        Assert.Equal(8, Numbers(await _lead.Page("/inspections/ledger/change?back=https%3A%2F%2Felsewhere.example%2Finspections%2Fledger")).Count());
    }

    [Fact]
    public async Task A_filter_that_is_none_is_told()
    {
        Assert.Equal(["“soon” is not a day: write it as 20 August 2010"], Errors(await _reader.Page("/inspections/ledger?dueFrom=soon")));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status("/inspections/ledger?state=lost"));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status("/inspections/ledger?source=17"));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status("/inspections/ledger/timescale?year=2099"));
    }

    [Fact]
    public async Task The_file_holds_what_the_filter_shows_and_no_formula()
    {
        await Send(_suite, Recommendation("H1", "1", "2010-03-31", owner: "=Head", version: 2));

        var (file, name, _) = await _reader.Download("/inspections/ledger?handler=Csv&report=H1");

        var lines = Encoding.UTF8.GetString(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("recommendations-2010-08-20.csv", 3), (name, lines.Length));
        Assert.Contains("\"'=Head\"", lines[1]);
        Assert.EndsWith("\"Open\",\"Yes\",\"\",\"\",\"No\",\"Yes\"", lines[2]);
    }

    [Fact]
    public async Task Met_in_original_timescale_is_broken_down_by_service_source_and_month()
    {
        await Meet("P1", "1", new(2010, 4, 30));
        await Meet("H1", "2", new(2010, 8, 2));
        await AddEvidence(_suite, "PEER", "1", Owner);
        Assert.Null(await Step(_suite, "PEER", "1", (desk, one) => desk.Complete(one, new(2010, 5, 31), null, Owner)));

        var page = await _reader.Page("/inspections/ledger/timescale");

        Assert.Equal("Of 3 recommendations that were originally due from 1 April to 20 August 2010, 1 was met in time: 33.33%.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("Of the others, 1 was met later and 1 is not met. 1 is claimed as complete in time and not validated yet: the figure rises to 66.67% if all are.", Words(page.QuerySelector("main")));
        Assert.Equal(
            [
                "Inclusion 1 of 1 None due None due None due None due 1 of 1 100.0%", "Safeguarding None due 0 of 1 None due None due None due 0 of 1 0.0%", "Social care None due None due None due 0 of 1 None due 0 of 1 0.0%",
                "All 1 of 1 0 of 1 None due 0 of 1 None due 1 of 3 33.3%", "Inspection 1 of 1 None due None due 0 of 1 None due 1 of 2 50.0%", "Peer review None due 0 of 1 None due None due None due 0 of 1 0.0%",
                "All 1 of 1 0 of 1 None due 0 of 1 None due 1 of 3 33.3%",
            ],
            page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Equal((1L, 3L), Value(_suite, ImprovementSuite.Inspections.Measures.MetInTimescale.Code, RunningSuite.Today, ImprovementSuite.Contracts.PeriodKind.YearToDate));
        Assert.Contains("\"By service\",\"Inclusion\",\"2010-04-01\",\"2010-08-20\",1,1,100", await _reader.Text("/inspections/ledger/timescale?handler=Csv"));
    }

    [Fact]
    public async Task Several_change_at_once_after_what_would_change_was_shown()
    {
        var (h1, h2, f1) = (await Row(_suite, "H1", "1"), await Row(_suite, "H1", "2"), await Row(_suite, "F1", "1"));
        await Meet("H1", "1", new(2010, 8, 2));
        var address = $"/inspections/ledger/change?back=%2Finspections%2Fledger%3Fowner%3DHead&id={h1.Id}&id={h2.Id}&id={f1.Id}";
        var page = await _lead.Page(address);
        Assert.Equal("3 recommendations are chosen. You see what would change before anything does.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(["Choose what is to change"], Errors(await _lead.Send(page, "main form button")));
        Assert.Equal(["Give who approved it", "Say why the date is revised"], Errors(await _lead.Send(page, "main form button", ("What", "revise"), ("Day", "31 October 2010"))));

        var shown = await Choose(page, ("What", "revise"), ("Day", "31 October 2010"), ("Why", "One plan for all"), ("ApprovedBy", "Director"));

        Assert.Equal("2 recommendations would change. 1 cannot, and is left as it is.", Words(shown.QuerySelector(".suite-sentence")));
        Assert.Equal(
            ["Cannot change. Recommendation 1 is met, so no date of it is open", "31 Jul 2010 → 31 Oct 2010", "30 Sep 2010 → 31 Oct 2010"], shown.QuerySelectorAll("tbody td[data-label='What would change']").Select(Words));
        Assert.Null((await Row(_suite, "F1", "1")).RevisedDueOn);
        var list = await _lead.Send(shown, "main form button");
        Assert.Equal("Head", ((IHtmlInputElement)list.QuerySelector("#owner")!).Value);
        Assert.Equal((new DateOnly(2010, 10, 31), new DateOnly(2010, 10, 31)), ((await Row(_suite, "H1", "2")).RevisedDueOn!.Value, (await Row(_suite, "F1", "1")).RevisedDueOn!.Value));
        Assert.Equal(2, await Edit(_suite, db => db.ChangeLog.CountAsync(entry => entry.Action == "revised the date of a recommendation" && entry.Why == "One plan for all")));
        Assert.Equal(HttpStatusCode.Forbidden, (await _reader.Read(address)).Status);
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_stops_all_of_it()
    {
        var (h1, f1) = (await Row(_suite, "H1", "1"), await Row(_suite, "F1", "1"));
        var shown = await Choose(await _lead.Page($"/inspections/ledger/change?id={h1.Id}&id={f1.Id}"), ("What", "assign"), ("Owner", "Deputy"), ("Service", "Social care"));
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Assign(one, "Registered manager", "Fostering", Validator)));

        var again = await _lead.Send(shown, "main form button");

        Assert.Contains("nothing was saved", Errors(again).Single());
        Assert.Contains("Registered manager, Fostering → Deputy, Social care", Words(again.QuerySelector("main")));
        Assert.Equal("Head of service", (await Row(_suite, "H1", "1")).Owner);
        await _lead.Send(again, "main form button");
        Assert.Equal(("Deputy", "Deputy"), ((await Row(_suite, "H1", "1")).Owner, (await Row(_suite, "F1", "1")).Owner));
    }

    [Fact]
    public async Task What_waits_stands_on_the_home_page()
    {
        await AddEvidence(_suite, "F1", "1", Owner);
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Complete(one, new(2010, 8, 10), null, Owner)));
        Assert.Null(await Step(_suite, "H1", "1", (desk, one) => desk.Assign(one, "service MANAGER, Central 1 and Central 2", "Social care", Validator)));
        var action = await Row(_suite, "F1", "2");
        await Edit(_suite, async db =>
        {
            db.Actions.AddRange(
                new() { RecommendationId = action.Id, What = "Train the panel", Who = "Service manager, Central 1 and Central 2", DueOn = new(2010, 9, 3) },
                new() { RecommendationId = action.Id, What = "Report to members", Who = "Service manager, Central 1 and Central 2", DueOn = new(2010, 9, 4) });
            return await db.SaveChangesAsync();
        });

        var lead = await Waits("demo-inspection-lead");
        Assert.Contains("Validate 1 recommendation 10 days late", lead);
        Assert.Contains("Chase 4 recommendations past the original date 142 days late", lead);
        var manager = await Waits("demo-service-manager");
        Assert.Contains("Complete 1 recommendation of yours 142 days late", manager);
        Assert.Contains("Do 1 action of yours for recommendations 3 Sep", manager);
        Assert.DoesNotContain(await Waits("demo-panel-member"), row => row.Contains("recommendation"));

        async Task<List<string>> Waits(string person)
        {
            using var visitor = await SignIn(_suite, person);
            return [.. (await visitor.Page("/")).QuerySelectorAll(".home__beside .card:first-child .task-rows li").Select(Words)];
        }
    }

    private Task<IHtmlDocument> Choose(IHtmlDocument page, params (string, string)[] fields) => _lead.Send(page, "main form button", fields);

    private async Task Meet(string report, string number, DateOnly day)
    {
        await AddEvidence(_suite, report, number, Owner);
        Assert.Null(await Step(_suite, report, number, (desk, one) => desk.Complete(one, day, null, Owner)));
        Assert.Null(await Step(_suite, report, number, (desk, one) => desk.Validate(one, true, RunningSuite.Today, ValidatedHow.DeskCheck, null, Validator)));
    }

    private static IEnumerable<string> Numbers(IHtmlDocument page) => page.QuerySelectorAll("tbody th a").Select(Words);

    private static List<string> Errors(IHtmlDocument page) => [.. page.QuerySelectorAll(".govuk-error-summary__list li").Select(Words)];
}

/// <summary>The ledger costs the same statements with eight recommendations and with hundreds.</summary>
[Collection(AloneCollection.Name)]
public sealed class LedgerStatementsTests
{
    [Fact]
    public async Task The_number_of_statements_does_not_depend_on_the_number_of_recommendations()
    {
        await using var suite = await RunningSuite.Start();
        await Fill(suite);
        using var visitor = await SignIn(suite, "demo-inspection-lead");
        var database = suite.Services.GetRequiredService<ModuleDatabase<InspectionsDb>>();
        var statements = new List<string>();
        var ids = await Edit(suite, db => db.Ledger.OrderBy(row => row.OriginallyDueOn).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync());
        string[] few = ["/inspections/ledger", "/inspections/ledger/timescale", $"/inspections/recommendations/{ids[0]}", $"/inspections/ledger/change?id={ids[0]}"];
        string[] many = [.. few[..3], $"/inspections/ledger/change?{string.Join('&', ids.Select(id => $"id={id}"))}"];

        await suite.Quiet();
        var before = await Count(few);
        await Send(suite, Enumerable.Range(10, 300).Select(number => Recommendation("H2", $"{number}", "2010-07-01", service: $"Service {number % 20}")));
        await suite.Quiet();

        Assert.Equal(before, await Count(many));
        Assert.All(before, count => Assert.InRange(count, 1, 12));
        Assert.InRange(before[0], 1, 6);

        async Task<List<int>> Count(string[] paths)
        {
            var counts = new List<int>();
            foreach (var path in paths)
            {
                await visitor.Text(path);
                StatementsTests.Trace(database, statements);
                await visitor.Text(path);
                lock (statements)
                    counts.Add(statements.Count(statement => !statement.StartsWith("BEGIN", StringComparison.Ordinal) && !statement.StartsWith("COMMIT", StringComparison.Ordinal)));
            }
            return counts;
        }
    }
}

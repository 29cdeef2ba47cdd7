using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed.V1;
using Microsoft.EntityFrameworkCore;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Agency;

/// <summary>Agency spend, its ceiling and its rules as a finance partner keeps them and others read them.</summary>
public sealed class SpendPagesTests : IAsyncLifetime
{
    private const string Save = "main form[method=post] button";

    private RunningSuite _suite = null!;
    private Visitor _finance = null!;
    private Visitor _reader = null!;
    private Visitor _staff = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        (_finance, _reader, _staff) = (await SignIn(_suite, "demo-finance-lead"), await SignIn(_suite, "demo-panel-member"), await SignIn(_suite, "demo-hr-lead"));
    }

    public async Task DisposeAsync()
    {
        _finance.Dispose();
        _reader.Dispose();
        _staff.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Too_few_invoices_are_said_to_be_too_few_and_breakdowns_count_the_year_alone()
    {
        await Send(_suite,
        [
            Invoice("1", "2010-02-01", "2010-02-28", "2010-05-10", "999"), Invoice("2", "2010-04-01", "2010-04-30", "2010-06-10", "300.50", contract: "Duttons"),
            Invoice("3", "2010-05-01", "2010-05-31", "2010-06-20", "-0.50", agency: "Office Bridge", role: "administrator"),
        ]);

        var page = await _reader.Page("/workforce/agency");

        Assert.StartsWith("£300 was spent on agency staff from 1 April to 20 August 2010. What is done and not invoiced yet cannot be said", Words(page.QuerySelector(".suite-sentence")));
        var rows = page.QuerySelectorAll("tbody tr").Select(Words).ToList();
        Assert.Contains("April 2010 £301 Not known Cannot be said Cannot be said", rows);
        Assert.Contains("Duttons 1 £301 100.2%", rows);
        Assert.Contains("Administrator 1 −£1 -0.2%", rows);
        // Two came in the year for its own work, and one for the year before.
        Assert.Contains("half of 2 invoices came within 41 days of the work, and £1,300 of £1,300 more than 30 days after it", Words(page.QuerySelector("main")));
        Assert.Empty(page.QuerySelectorAll("main a[href*=invoices]"));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status("/workforce/agency?year=2011"));
        var csv = await _reader.Text("/workforce/agency?year=2010&handler=Csv");
        Assert.Contains("\"Harbour\",\"Duttons\",\"Social worker\",\"Social care\",\"2010-04\",1,300.50", csv);
    }

    [Fact]
    public async Task Invoices_are_found_by_what_they_are_of_and_open_to_those_who_answer_for_spend()
    {
        await Send(_suite,
        [
            Invoice("1", "2010-04-01", "2010-04-30", "2010-06-10", "300.50", contract: "Duttons"), Invoice("2", "2010-05-01", "2010-05-31", "2010-06-20", "20", agency: "=Bridge", role: "administrator"),
            Invoice("3", "2010-03-01", "2010-03-31", "2010-06-10", "7"),
        ]);

        Assert.Equal("2 invoices came to £320.50, credit notes taken off.", Words((await _finance.Page("/workforce/agency/invoices")).QuerySelector(".suite-sentence")));
        Assert.Equal("1 Harbour Duttons Social worker 1 Apr 2010 to 30 Apr 2010 10 Jun 2010 41 £300.50", Words((await _finance.Page("/workforce/agency/invoices?contract=Duttons&month=2010-04&service=social-care&role=SocialWorker&agency=Harbour")).QuerySelector("tbody tr")));
        Assert.Equal("2", Words((await _finance.Page("/workforce/agency/invoices?contract=-")).QuerySelector("tbody th")));
        Assert.Contains("Counts on 31 Mar 2010", Words((await _finance.Page("/workforce/agency/invoices?year=2009")).QuerySelector("tbody tr")));
        Assert.Contains("No invoice matches", Words((await _finance.Page("/workforce/agency/invoices?agency=Nobody")).QuerySelector("main")));
        Assert.Equal(HttpStatusCode.NotFound, await _finance.Status("/workforce/agency/invoices?month=May"));
        Assert.Equal(HttpStatusCode.NotFound, await _finance.Status("/workforce/agency/invoices?role=Baker"));
        Assert.Contains("\"'=Bridge\"", await _finance.Text("/workforce/agency/invoices?handler=Csv"));
        Assert.Equal(HttpStatusCode.Forbidden, await _reader.Status("/workforce/agency/invoices"));
        Assert.Equal(HttpStatusCode.Forbidden, await _reader.Status("/workforce/agency/ceiling/2010"));
    }

    [Fact]
    public async Task A_ceiling_is_set_and_the_second_of_two_savers_sees_the_first()
    {
        var (one, other) = (await _finance.Page("/workforce/agency/ceiling/2010"), await _staff.Page("/workforce/agency/ceiling/2010"));
        var refused = await _finance.Send(one, Save, ("Amount", "a lot"), ("Basis", ""), ("Decided", "21 August 2010"));
        Assert.Equal(
            ["“a lot” is not an amount over 0: write pounds, such as 1,403,627 or 1403627.50", "Say how the ceiling came about, such as 1,843,627 less 440,000", "21 August 2010 is still to come: give a day up to today, 20 August 2010"],
            Errors(refused));
        Assert.Equal("a lot", refused.QuerySelector<IHtmlInputElement>("#Amount")!.Value);
        await _finance.Send(refused, Save, ("Amount", "£1,403,627"), ("Basis", "1,843,627 less 440,000"), ("Decided", "1 April 2010"));

        var second = await _staff.Send(other, Save, ("Amount", "1500000"), ("Basis", "As last year"), ("Decided", "1 April 2010"));
        Assert.Contains("Nothing of yours is lost", Errors(second).Single());
        Assert.Equal(["Ceiling £1,403,627.00 £1,500,000.00", "How it came about 1,843,627 less 440,000 As last year"], second.QuerySelectorAll("table tbody tr").Select(Words));
        Assert.Contains("The ceiling of £1,403,627.00 was decided on 1 April 2010: 1,843,627 less 440,000.", Words((await _reader.Page("/workforce/agency")).QuerySelector("main")));
        await _staff.Send(second, Save);
        Assert.Equal(
            ["£1,403,627.00, decided on 2010-04-01: 1,843,627 less 440,000", "£1,500,000.00, decided on 2010-04-01: As last year"], (await Log("ceiling of agency spend")).Select(entry => entry.After));
    }

    [Fact]
    public async Task Rules_are_typed_and_say_who_is_over_them_and_workers_are_shown_to_those_who_may_see_them()
    {
        await Send(_suite, [.. All().Where(record => record.RecordCase != WorkforceRecord.RecordOneofCase.AgencyCover), Cover("S2", "X", charge: "40"), Cover("M2", "Z", from: "2009-11-02", charge: "60"), Cover("S5", "Y", "0.4")]);
        Assert.Equal("No rule holds today, so none of the 3 agency workers is held to one.", Words((await _reader.Page("/workforce/agency/rules")).QuerySelector(".suite-sentence")));

        var form = await _finance.Page("/workforce/agency/rules/change");
        Assert.Equal(
            ["Give the most that an hour costs, in pounds, such as 38.50", "Give the first day on which the rule holds", "Say where the rule is written down, such as the agreement and its date"], Errors(await _finance.Send(form, Save)));
        await _finance.Send(form, Save, ("Kind", "PriceCap"), ("Hourly", "38.50"), ("From", "1 April 2010"), ("Source", "Regional agreement of March 2010"));
        await _finance.Send(form, Save, ("Kind", "LongestTenure"), ("Months", "9"), ("From", "1 April 2010"), ("Source", "Regional agreement of March 2010"));
        await _finance.Send(form, Save, ("Kind", "QuarterlyReturn"), ("From", "1 July 2010"), ("Source", "Regional agreement of March 2010"));

        var page = await _reader.Page("/workforce/agency/rules");
        Assert.Equal("Of 3 agency workers today, 1 cost more than the cap of their role, 1 have been here for 9 months or longer without a break.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("Social worker 2 1 0 1", page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Contains("Team manager 1 0 1 0", page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Contains("Social worker: no more than £38.50 an hour 1 Apr 2010 Goes on Holds Regional agreement of March 2010 Change: Social worker: no more than £38.50 an hour", page.QuerySelectorAll("tbody tr").Select(Words));

        Assert.Equal(HttpStatusCode.Forbidden, await _finance.Status("/workforce/agency/workers"));
        var workers = await _staff.Page("/workforce/agency/workers");
        Assert.Equal("3 agency workers on 20 August 2010; 2 are over a rule.", Words(workers.QuerySelector(".suite-sentence")));
        Assert.Equal("Z Harbour Team manager, 1 North 1, North 2 Nov 2009, 9 months £60.00 Here too long", Words(workers.QuerySelector("tbody tr")));
        await _staff.Text("/workforce/agency/workers?handler=Csv");
        Assert.Equal(["viewed agency workers", "downloaded agency workers"], (await Log("agency workers")).Where(entry => !entry.Action.Contains("rule")).Select(entry => entry.Action));

        var quarter = await _reader.Page("/workforce/agency/return?quarter=2010-07-01");
        Assert.Equal("3 agency workers of 1 agency worked here from 1 July to 20 August 2010; on the last day 3 did, 2.4 full-time equivalents.", Words(quarter.QuerySelector(".suite-sentence")));
        Assert.Contains("A rule asks for this return. The quarter still runs.", Words(quarter.QuerySelector("main")));
        Assert.Contains("\"All roles\",3,3,2.4,1", await _reader.Text("/workforce/agency/return?quarter=2010-07-01&handler=Csv"));
        Assert.Contains("No rule asks", Words((await _reader.Page("/workforce/agency/return")).QuerySelector("main")));
    }

    private Task<List<ChangeEntry>> Log(string about) => Entries(_suite, about);

    internal static async Task<List<ChangeEntry>> Entries(RunningSuite suite, string about)
    {
        var entries = new List<ChangeEntry>();
        await Edit(suite, async (WorkforceDb db) => entries = await db.ChangeLog.AsNoTracking().Where(entry => entry.Action.Contains(about)).OrderBy(entry => entry.Sequence).ToListAsync());
        return entries;
    }

    internal static List<string> Errors(IHtmlDocument page) => [.. page.QuerySelectorAll(".govuk-error-summary__list li").Select(Words)];
}

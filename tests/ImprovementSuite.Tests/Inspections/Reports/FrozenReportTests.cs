using Microsoft.EntityFrameworkCore;
using ImprovementSuite.Inspections.Judgements;
using System.Net;
using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Inspections.Readiness;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using PlanSample = ImprovementSuite.Tests.Plan.Ratings.Sample;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Reports;

public sealed class FrozenReportTests : IAsyncLifetime
{
    private const string July = "/inspections/reports/recommendations/2010-07";
    private const string Quarter = "/inspections/reports/profile/2010-04";

    private RunningSuite _suite = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
        _lead = await SignIn(_suite, "demo-inspection-lead");
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Twelve_monthly_and_four_quarterly_reports_are_due_in_a_year_and_it_says_which_are_due_and_missing()
    {
        var page = await _lead.Page("/inspections/reports");

        Assert.Equal("0 of 12 monthly reports and 0 of 4 quarterly reports due in 2010/11 are frozen; 2 are due now and 5 are missing.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            ["March 2010 Missing since 1 May 2010", "April 2010 Missing since 1 Jun 2010", "May 2010 Missing since 1 Jul 2010", "June 2010 Missing since 1 Aug 2010", "July 2010 Due by 31 Aug 2010", "August 2010 Not over until 31 Aug 2010"],
            States("Recommendations").Take(6));
        Assert.Equal("February 2011 Not over until 28 Feb 2011", States("Recommendations").Last());
        Assert.Equal(
            [
                "January to March 2010 Missing since 1 Jul 2010", "April to June 2010 Due by 30 Sep 2010", "July to September 2010 Not over until 30 Sep 2010", "October to December 2010 Not over until 31 Dec 2010",
            ],
            States("Profile"));

        var home = await _lead.Page("/");
        Assert.Contains("Freeze the report of July 2010: outstanding recommendations", home.Body!.TextContent);
        Assert.Contains("Freeze 5 missing reports of inspections", home.Body.TextContent);
        using var reader = await SignIn(_suite, "demo-panel-member");
        Assert.DoesNotContain("Freeze the report of July 2010", (await reader.Page("/")).Body!.TextContent);

        IEnumerable<string> States(string kind) => page.QuerySelectorAll($"#{kind} tbody tr").Select(row => string.Join(' ', row.Children.Take(2).Select(Words)));
    }

    [Theory]
    [InlineData(nameof(ReportKind.Recommendations), 12)]
    [InlineData(nameof(ReportKind.Profile), 4)]
    public void The_plan_expects_a_report_from_the_day_on_which_it_is_missing(string kind, int aYear)
    {
        var (first, last) = (new DateOnly(2010, 4, 1), new DateOnly(2011, 3, 31));
        var measure = PlanSample.Measure(MeasureKind.Scheduled, unit: Unit.Count, stages: [PlanSample.Stage(aYear, last, from: first, unit: Unit.Count)]);
        var reports = ReportPeriod.DueIn(Enum.Parse<ReportKind>(kind), 2010).ToList();

        Assert.Equal(aYear, reports.Count);
        for (var day = first; day <= last; day = day.AddDays(1))
            Assert.Equal(reports.Count(report => report.State(isFrozen: false, day) == ReportState.Missing), Expected.On(measure, day, first));
    }

    [Fact]
    public async Task The_monthly_report_says_what_was_met_and_everything_that_is_outstanding()
    {
        await AddEvidence(_suite, "P1", "1", Owner);
        Assert.Null(await Step(_suite, "P1", "1", (desk, one) => desk.Complete(one, new(2010, 4, 30), null, Owner)));
        Assert.Null(await Step(_suite, "P1", "1", (desk, one) => desk.Validate(one, true, new(2010, 5, 10), ImprovementSuite.Inspections.Ledger.ValidatedHow.Visit, "Seen", Validator)));

        var page = await _lead.Page(July);

        Assert.Equal("6 recommendations of inspections and reviews up to 31 July 2010 were outstanding on 20 August 2010, 3 of them past the original date.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("met in their original timescale: 0 of 1 recommendations (0%). From 1 April to 31 July 2010: 1 of 3 recommendations (33.33%).", Words(page.QuerySelector(".suite-sentence + p")));
        Assert.Equal(
            ["Inclusion 0 of 0 Nothing due 1 of 1 100.0%", "Safeguarding 0 of 0 Nothing due 0 of 1 0.0%", "Social care 0 of 1 0.0% 0 of 1 0.0%", "Inspection 0 of 1 0.0% 1 of 2 50.0%", "Peer review 0 of 0 Nothing due 0 of 1 0.0%"],
            page.QuerySelectorAll("main table:not(#outstanding) tbody tr").Select(Words));
        Assert.Equal("1: Do what H1 says under 1 Report H1, Provider HOME-1 Social care Head of service 31 Mar 2010 None Overdue by 142 days", Words(page.QuerySelector("#outstanding tbody tr")));
        Assert.Contains("\"2010-03-31\",\"\",\"Open\",\"Yes\"", await _lead.Text($"{July}?handler=Csv"));
    }

    [Fact]
    public async Task What_was_recommended_after_the_month_is_not_in_its_report()
    {
        // The fostering inspection ended on 12 May.
        var page = await _lead.Page("/inspections/reports/recommendations/2010-04");

        Assert.Equal("4 recommendations of inspections and reviews up to 30 April 2010 were outstanding on 20 August 2010, 4 of them past the original date.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(4, page.QuerySelectorAll("#outstanding tbody tr").Length);
        Assert.Contains("Each stands as it did on 20 August 2010", Words(page.QuerySelector("main")));
        Assert.Equal(7, (await _lead.Page(July)).QuerySelectorAll("#outstanding tbody tr").Length);
    }

    [Fact]
    public async Task What_was_frozen_stays_whatever_becomes_known_and_counts_for_the_plan()
    {
        var frozen = await _lead.Send(await _lead.Page($"{July}/freeze"), "main form button");
        Count(_suite);

        Assert.StartsWith("Frozen", Words(frozen.QuerySelector(".govuk-notification-banner")));
        Assert.Contains("It says what was frozen", Words(frozen.QuerySelector(".govuk-notification-banner")));
        Assert.Equal((1, 0), Value(_suite, "REPORTS-MONTHLY", RunningSuite.Today, PeriodKind.YearToDate));
        Assert.Equal((0, 0), Value(_suite, "REPORTS-QUARTERLY", RunningSuite.Today, PeriodKind.YearToDate));
        await Send(_suite, Recommendation("H2", "1", "2010-06-30"));

        Assert.StartsWith("7 recommendations of inspections and reviews up to 31 July 2010 were outstanding", Words((await _lead.Page(July)).QuerySelector(".suite-sentence")));
        Assert.StartsWith("8 recommendations of inspections and reviews up to 30 June 2010 were outstanding", Words((await _lead.Page("/inspections/reports/recommendations/2010-06")).QuerySelector(".suite-sentence")));
        Assert.Contains("a period has one", (await _lead.Page($"{July}/freeze")).Body!.TextContent);
        Assert.Equal(
            Read(_suite, connection => connection.Query("SELECT 'SHA-256 ' || Hash FROM frozen_report", row => row.GetString(0))),
            Read(_suite, connection => connection.Query("SELECT \"After\" FROM change_log WHERE Action = 'froze a report'", row => row.GetString(0))));
    }

    [Fact]
    public async Task Catching_up_looks_no_worse_on_the_plan_than_doing_nothing()
    {
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        await _suite.Quiet();
        Assert.DoesNotContain("By locality", Words((await _lead.Page("/plan/measure/BLOCK-A")).QuerySelector("main")));
        Assert.Equal(("From 1 April to 20 August 2010 the reading is 0 reports. The plan expected 4 by today, which would have taken 4 more reports.", "Red"), await OnThePlan());

        await _lead.Send(await _lead.Page($"{July}/freeze"), "main form button");
        await _suite.Quiet();
        Assert.Equal(("From 1 April to 20 August 2010 the reading is 1 report. The plan expected 4 by today, which would have taken 3 more reports.", "Red"), await OnThePlan());

        async Task<(string Sentence, string Colour)> OnThePlan()
        {
            var page = await _lead.Page("/plan/measure/REPORTS-MONTHLY");
            Assert.DoesNotContain("By locality", Words(page.QuerySelector("main")));
            return (Words(page.QuerySelector(".suite-sentence")), Words(page.QuerySelector(".card .rag")));
        }
    }

    [Fact]
    public async Task Somebody_who_was_shown_another_state_looks_again_before_it_is_frozen()
    {
        var shown = await _lead.Page($"{July}/freeze");
        await Send(_suite, Recommendation("H2", "1", "2010-06-30"));

        var refused = await _lead.Send(shown, "main form button");
        Assert.Contains("Something has changed since you were shown the report", Words(refused.QuerySelector(".govuk-error-summary")));
        Assert.Equal(0, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM frozen_report")));

        // What is shown now is what is frozen now.
        Assert.NotNull((await _lead.Send(refused, "main form button")).QuerySelector(".govuk-notification-banner"));
    }

    [Fact]
    public async Task A_report_that_somebody_changed_in_the_database_says_so_even_with_a_hash_that_fits()
    {
        await _lead.Send(await _lead.Page($"{July}/freeze"), "main form button");
        _suite.Services.GetRequiredService<ModuleDatabase<InspectionsDb>>().Write(connection =>
        {
            var body = connection.Query("SELECT Body FROM frozen_report", row => row.GetString(0)).Single().Replace("\"number\":\"1\"", "\"number\":\"9\"");
            connection.Execute("UPDATE frozen_report SET Body = $1, Hash = $2", body, FrozenReport.HashOf(body));
        });

        Assert.Contains("It does not say what was frozen", Words((await _lead.Page(July)).QuerySelector(".govuk-notification-banner")));
    }

    [Fact]
    public async Task The_quarterly_report_lists_risks_and_keeps_the_judgements_of_its_last_day()
    {
        await Send(_suite, Report("H1b", "HOME-1", "2010-07-21"), Judgement("H1b", "good"));
        await Edit(_suite, async db =>
        {
            var framework = await db.Frameworks.SingleAsync(one => one.Code == FrameworkSeed.Ofsted2009);
            db.AddRange(Ready("FOS-1", new(2010, 10, 1), "satisfactory"), Ready("HOME-2", new(2010, 11, 1), "good"));
            return await db.SaveChangesAsync();

            ProviderReadiness Ready(string provider, DateOnly from, string reviewed)
            {
                var ready = new ProviderReadiness { ProviderRef = provider };
                ready.Assess(from, null, framework, "good", "We are ready", Owner, new(2010, 8, 2));
                ready.Review(reviewed, "Seen", Validator, new(2010, 8, 3));
                return ready;
            }
        });

        var page = await _lead.Page(Quarter);

        // The judgement of July came after the quarter.
        Assert.StartsWith("On 30 June 2010, 2 of 4 inspected services are good or better: 50%, performing poorly.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            [
                "Block A is 1 service short of performing well: 2 services are not good or better.", "4 recommendations are past their original date, in Social care (2), Inclusion (1) and Safeguarding (1).",
                "1 of 2 services that prepare for an inspection has something against it.",
            ],
            page.QuerySelectorAll("#risks li").Select(Words));
        Assert.Equal("The reviewer expects satisfactory; the service expects good, better than its reviewer", Words(page.QuerySelector("#readiness td[data-label=Risk]")));

        var frozen = await _lead.Send(await _lead.Page($"{Quarter}/freeze"), "main form button");
        Count(_suite);
        Assert.Equal(page.QuerySelectorAll("#risks li").Select(Words), frozen.QuerySelectorAll("#risks li").Select(Words));
        Assert.Equal((1, 0), Value(_suite, "REPORTS-QUARTERLY", RunningSuite.Today, PeriodKind.YearToDate));
        Assert.Contains("\"Block A\",\"All\",\"2 of 4\",\"performing poorly\",\"2010-06-30\"", await _lead.Text($"{Quarter}?handler=Csv"));
    }

    [Fact]
    public async Task Most_of_what_is_overdue_is_more_than_half_of_it()
    {
        await Send(_suite, Recommendation("H1", "3", "2010-03-31"));

        Assert.Contains("5 recommendations are past their original date, most of them in Social care (3).", (await _lead.Page(Quarter)).QuerySelectorAll("#risks li").Select(Words));
    }

    [Fact]
    public async Task A_period_that_is_not_over_is_not_frozen_and_others_than_the_lead_freeze_none()
    {
        Assert.Contains("August 2010 is not over: its report can be frozen from 1 September 2010.", (await _lead.Page("/inspections/reports/recommendations/2010-08/freeze")).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, await _lead.Status("/inspections/reports/profile/2010-05"));
        Assert.Equal(HttpStatusCode.NotFound, await _lead.Status("/inspections/reports/recommendations/9999-12"));
        using var reader = await SignIn(_suite, "demo-panel-member");
        Assert.NotEqual(HttpStatusCode.OK, await reader.Status($"{July}/freeze"));
        Assert.Empty((await reader.Page(July)).QuerySelectorAll("main a[href$=freeze]"));
    }
}

using ImprovementSuite.Contracts.SocialCare;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.Pages.Workforce;
using ImprovementSuite.Workforce.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Pages;

/// <summary>What waits for those who look after the workforce, lead its workstream or answer for what agencies cost. Today is 20 August 2010.</summary>
public sealed class WorkforceToDoTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync() => _suite = await RunningSuite.Start();

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Nothing_waits_where_nothing_is()
    {
        foreach (var person in new[] { "demo-hr-lead", "demo-workforce-lead", "demo-finance-lead" })
            Assert.Empty(await Rows(person));
    }

    [Fact]
    public async Task Each_sees_what_is_theirs_and_every_row_leads_to_a_page_that_opens()
    {
        await Fill(_suite);
        await Send(_suite,
        [
            Appraisal("A", "Central 1", due: "2010-06-30"), Appraisal("B", "Central 1", due: "2010-07-31"), Appraisal("C", "Central 1", "2010-06-01", due: "2010-06-30"), Appraisal("D", "Central 1", due: "2010-10-31"),
            Appraisal("A", "Central 1", kind: "supervision", from: "2010-08-01", to: "2010-08-31", due: "2010-08-10"), Appraisal("E", "Central 1", from: "2009-04-01", to: "2010-03-31", due: "2009-10-31"),
            // X began in April, Y in January and Z in November, all of Harbour; there are invoices from January on and none for May.
            Invoice("1", "2010-01-01", "2010-04-30", "2010-01-31", "100"), Invoice("2", "2010-06-01", "2010-07-31", "2010-08-01", "100"),
        ]);
        await Edit(_suite, async db =>
        {
            foreach (var survey in await db.Set<Survey>().OrderBy(survey => survey.Id).Take(3).ToListAsync())
                survey.Next(new(2010, survey.Id == 3 ? 12 : 7, 1), null, 69_00);
            db.Add(RoundOf(2, new(2010, 3, 1)));
            await db.SaveChangesAsync();
        });
        _suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>().Write(connection => OutgoingMessage.Write(
            connection, new PracticeIssuesFound(new(2010, 7, 1), [new("16", "The child was not seen alone", "Central", "Central 2", 6, 9), new("17", "No chronology", "Central", "Central 2", 1, 9)], 1), DateTime.UnixEpoch));
        await _suite.Quiet();
        using var lead = await SignIn(_suite, "demo-hr-lead");
        await lead.Send(await lead.Page("/workforce/learning/session"), "main form button", ("LearningTitle", "Chronologies"), ("On", "25 August 2010"), ("Issues", "17"), ("Teams", "authority"));
        await lead.Send(await lead.Page("/workforce/learning/session"), "main form button", ("LearningTitle", "Induction"), ("On", "16 August 2010"), ("Teams", "authority"));
        await lead.Upload(await lead.Page("/workforce/imports"), "file", "spring.csv", "Campaign,Role,Full time,Advertised\nSpring,Social worker,3,01/03/2010\n"u8.ToArray(), ("Form", "campaign"));
        await Submit(_suite, [Post("S9", fte: "1.5")]);

        Assert.Equal(
            [
                "Follow up 2 overdue appraisals /workforce/appraisals/overdue 51 days late",
                "Follow up 1 overdue supervision /workforce/appraisals/overdue?kind=supervision 10 days late",
                "Plan learning for 1 need that audits found /workforce/learning?show=without No learning",
                "Enter the results of 1 survey /workforce/surveys#EOS-CYPS 50 days late",
                "Say how many came to 1 session /workforce/learning#sessions 4 days late",
                "Decide about 1 file brought in /workforce/imports Since 20 Aug",
                "See to 1 rejected record of workforce /feeds/rejected Since 20 Aug",
                "Ask 1 agency for invoices of 1 month /workforce/agency#without-invoice 50 days late",
                "Say what the ceiling of agency spend in 2010/11 is /workforce/agency/ceiling/2010 No ceiling",
            ],
            await Rows("demo-hr-lead"));
        Assert.Equal(
            [
                "Follow up 2 overdue appraisals /workforce/appraisals 51 days late",
                "Follow up 1 overdue supervision /workforce/appraisals?kind=supervision 10 days late",
                "Follow up learning for 1 need that audits found /workforce/learning?show=without No learning",
                "Follow up the results of 1 survey /workforce/surveys#EOS-CYPS 50 days late",
            ],
            await Rows("demo-workforce-lead"));
        Assert.Equal(2, (await Rows("demo-finance-lead")).Count);
        Assert.Empty(await Rows("demo-panel-member"));
        Assert.Empty(await Rows("demo-workstream-lead"));

        var agency = await lead.Page("/workforce/agency");
        Assert.Equal("1 agency had workers here in 1 month of the last year for which no invoice has come, a month and more after the work. Ask for them, or bring in what has come.", Words(agency.QuerySelector("#without-invoice + p")));
        Assert.Equal(["Harbour May 2010"], agency.QuerySelectorAll("#without-invoice + p + table tbody tr").Select(Words));
        // And they stand on the home page.
        Assert.Contains("Follow up 2 overdue appraisals", Words((await lead.Page("/")).QuerySelector("main")));
    }

    private static SurveyRound RoundOf(int survey, DateOnly on)
    {
        var round = new SurveyRound { SurveyId = survey };
        round.Count(on, "", 100, 60, null);
        return round;
    }

    /// <summary>What waits for somebody, with the page it leads to, which must open for them.</summary>
    private async Task<List<string>> Rows(string person)
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        var who = DemoOf(person);
        var rows = await scope.ServiceProvider.GetServices<IToDoList>().OfType<WorkforceToDo>().Single().For(who, default);
        using var visitor = await SignIn(_suite, person);
        foreach (var row in rows)
            Assert.Equal(System.Net.HttpStatusCode.OK, await visitor.Status(row.Path));
        return [.. rows.Select(row => $"{row.Words} {row.Path} {row.WhenWords(RunningSuite.Today)}")];
    }

    private static Person DemoOf(string id)
    {
        var demo = ImprovementSuite.Host.People.DemoPerson.All.Single(person => person.Id == id);
        return new(demo.Id, demo.Role.Tasks.ToHashSet(), demo.Workstream is null ? [] : [demo.Workstream]);
    }
}

using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Demo;

/// <summary>The demo's audit programme: invented audits of stored records, with July 2010 and the review as they were published.</summary>
public sealed class SampleAuditsInTheSuite(SampleAuditsInTheSuite.FilledSuite filled) : IClassFixture<SampleAuditsInTheSuite.FilledSuite>
{
    private readonly RunningSuite _suite = filled.Suite;

    public sealed class FilledSuite : IAsyncLifetime
    {
        private readonly PublishedFiguresInTheSuite.FilledSuite _cases = new();

        public RunningSuite Suite => _cases.Suite;

        public async Task InitializeAsync()
        {
            await _cases.InitializeAsync();
            Assert.True(await SocialCareModule.LoadSampleAudits(Suite.Services, Actor.Suite) > 0);
            Suite.Services.GetServices<Recalculator>().Single(r => r.Module == "socialcare").Run();
            await Suite.Services.GetRequiredService<Courier>().Deliver(Suite.Services.GetServices<ModuleDatabase>().Single(d => d.Name == "socialcare"), default);
        }

        public Task DisposeAsync() => _cases.DisposeAsync();
    }

    [Fact]
    public async Task A_demo_of_other_records_has_no_audits_of_them()
    {
        await using var suite = await RunningSuite.Start();

        Assert.Equal(0, await SocialCareModule.LoadSampleAudits(suite.Services, Actor.Suite));
    }

    [Fact]
    public async Task July_is_52_of_68_and_45_of_them_by_locality_and_team_managers()
    {
        using var visitor = await SignIn(_suite, "demo-panel-member");

        var page = await visitor.Page("/social-care/audits");

        Assert.Equal(
            "In July 2010, 52 of the 68 case file audits expected were received and completed. 16 are missing: 6 in Central, 6 in West, 3 in South and 1 in North.",
            Words(page.QuerySelector(".suite-sentence")));
        Assert.StartsWith("45 of the 52 came from locality and team managers, 7 from other auditors.", Words(page.QuerySelector(".suite-note")));
        Assert.Contains("The 68 expected were stated by ImprovementSuite", Words(page.QuerySelector(".suite-note")));
        Assert.StartsWith("West locality manager P. Novak, agency 8 3 1 4", Words(page.QuerySelector("table.data-table--blocks tbody tr")));
    }

    [Fact]
    public async Task It_reaches_the_reading_of_the_plan()
    {
        var plan = (await _suite.Services.GetRequiredService<PlanSnapshots>().Current())!;

        var reading = plan.Measures["AUDITS-COMPLETED"].Reading!;

        Assert.Equal((52, 68), (reading.Numerator, reading.Denominator));
        Assert.Equal((PeriodKind.Month, new DateOnly(2010, 7, 1), Origin.Recalculated), (reading.PeriodKind, reading.From, reading.Origin));
        var reviewed = plan.Measures["NFA-AUDITED"].Reading!;
        Assert.Equal((300m, Origin.Recalculated), (reviewed.Figure!.Value, reviewed.Origin));
    }

    [Fact]
    public async Task Localities_and_teams_add_up_to_the_month()
    {
        using var scope = _suite.Services.CreateScope();
        var values = await scope.ServiceProvider.GetRequiredService<SocialCareDb>().Values
            .Where(v => v.Measure == "AUDITS-COMPLETED" && v.PeriodKind == PeriodKind.Month && v.From == new DateOnly(2010, 7, 1)).ToListAsync();

        Assert.Equal(
            ["Central 11/17", "North 16/17", "South 14/17", "West 11/17"],
            values.Where(v => v.ScopeKind == ScopeKind.Locality).Select(v => $"{v.ScopeCode} {v.Numerator}/{v.Denominator}").Order());
        Assert.Contains("Locality manager 7/8", values.Where(v => v is { ScopeKind: ScopeKind.Team, Within: "Central" }).Select(v => $"{v.ScopeCode} {v.Numerator}/{v.Denominator}"));
    }

    [Fact]
    public async Task The_review_has_audited_300_decisions_most_of_them_right()
    {
        using var visitor = await SignIn(_suite, "demo-panel-member");

        var page = await visitor.Page("/social-care/audits/nfa");

        Assert.Matches("^300 of 340 decisions drawn have been audited by somebody from outside the team: 2[4-8]\\d were right, [2-5]\\d wrong, 8\\d\\.\\d% right\\.$", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("A fall is not good in itself", page.Body!.TextContent);
        // The plan's own figures, counted from the records and not written down.
        var rates = page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Select(Words).ToList();
        Assert.StartsWith("Of contacts 33.18% 29.86% ", rates[0]);
        Assert.StartsWith("Of referrals 11.12% 10.01% ", rates[1]);
        Assert.Empty(page.QuerySelectorAll("a[href*='/audits/file/']"));
        using var scope = _suite.Services.CreateScope();
        Assert.Equal(300, await scope.ServiceProvider.GetRequiredService<SocialCareDb>().Values
            .Where(v => v.Measure == "NFA-AUDITED" && v.ScopeKind == ScopeKind.Authority && v.PeriodKind == PeriodKind.YearToDate && v.To == RunningSuite.Today).Select(v => v.Numerator).SingleAsync());
    }

    [Fact]
    public async Task Every_audit_is_of_a_stored_record_and_each_draw_gives_the_same_files_again()
    {
        using var scope = _suite.Services.CreateScope();
        var (db, draws) = (scope.ServiceProvider.GetRequiredService<SocialCareDb>(), scope.ServiceProvider.GetRequiredService<AuditDraws>());

        foreach (var draw in await db.Set<AuditDraw>().AsNoTracking().Include(d => d.Shares).ToListAsync())
        {
            var again = await draws.Repeat(draw, default);
            Assert.Equal(draw.Fingerprint, again.Fingerprint);
            Assert.Equal(
                await db.Audits.Where(a => a.DrawId == draw.Id).OrderBy(a => a.Id).Select(a => a.FileReference).ToListAsync(), again.Files.Select(file => file.File.RecordId));
        }
    }

    [Fact]
    public async Task The_alert_stands_first_and_red_on_the_home_page_of_the_moderator_and_of_the_teams_manager()
    {
        foreach (var person in new[] { "demo-practice-improvement-manager", "demo-team-manager" })
        {
            using var visitor = await SignIn(_suite, person);
            var first = (await visitor.Page("/")).QuerySelector(".task-rows li")!;
            Assert.StartsWith("Safeguarding: 1 child may not be safe, found in an audit", Words(first));
            Assert.NotNull(first.QuerySelector(".govuk-tag--red"));
        }
        using var member = await SignIn(_suite, "demo-panel-member");
        Assert.DoesNotContain("Safeguarding", (await member.Page("/")).Body!.TextContent);
    }

    [Fact]
    public async Task Agreement_is_plausible_and_for_moderators_alone()
    {
        using var moderator = await SignIn(_suite, "demo-practice-improvement-manager");
        Assert.Matches("^Of \\d\\d files marked twice, \\d\\d got the same grade, .* Weighted kappa 0\\.[5-9]\\d\\.$", Words((await moderator.Page("/social-care/audits/agreement")).QuerySelector(".suite-sentence")));

        using var manager = await SignIn(_suite, "demo-team-manager");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, await manager.Status("/social-care/audits/agreement"));
    }

    [Fact]
    public async Task Invented_learning_stands_beside_what_audits_found_before_and_after_it()
    {
        using var visitor = await SignIn(_suite, "demo-panel-member");
        using var scope = _suite.Services.CreateScope();
        var since = new DateOnly(2010, 4, 1);
        var audits = await scope.ServiceProvider.GetRequiredService<SocialCareDb>().Audits.CountAsync(audit =>
            audit.ReceivedOn >= since && (audit.Purpose == AuditPurpose.Quota || audit.Purpose == AuditPurpose.NfaReview));

        var page = await visitor.Page("/social-care/learning");

        Assert.Matches($"^In {audits} audits since 1 April 2010, “.+” (was the issue found most: in|were the issues found most: each in) [0-9]+\\.$", Words(page.QuerySelector(".suite-sentence")));
        var learning = page.QuerySelectorAll("tbody tr").Select(Words).TakeLast(3).ToList();
        Assert.Equal("Voice of the child 14 Jun 2010 Central 2 and Central 3 11 The child was not seen alone Invented for the demo", learning[1]);
        var effect = (await visitor.Page("/social-care/learning/issue/16")).QuerySelector("section[id^=learning-] tbody tr");
        Assert.Matches("^Teams that had it .* Fell from [0-9]+ of [0-9]+ to [0-9]+ of [0-9]+, [0-9.]+% to [0-9.]+%$", Words(effect));
    }

    [Fact]
    public async Task A_second_filling_does_nothing() => Assert.Equal(0, await SocialCareModule.LoadSampleAudits(_suite.Services, Actor.Suite));
}

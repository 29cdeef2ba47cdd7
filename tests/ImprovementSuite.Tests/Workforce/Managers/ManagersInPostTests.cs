using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Managers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Managers;

/// <summary>The posts of the fixture's three team managers reach SocialCare's quotas by the courier.</summary>
public sealed class ManagersInPostTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Managers_come_and_quotas_count_them_an_agencys_like_any_other()
    {
        await Social(async db => { (await db.Programme(default)).Begin(new(2010, 8, 1), RunningSuite.Today); await db.SaveChangesAsync(); });

        await Publish();

        Assert.Equal(
            ["G, team manager, Central, from 2009-01-05, post M1", "Z, team manager, North, from 2009-11-02, agency, post M2", "H, team manager, South, from 2009-01-05, post M3"], await InPost());
        Assert.Equal(9, Social(db => db.Database.SqlQuery<long>($"SELECT Denominator AS Value FROM measure_value WHERE Measure = 'AUDITS-COMPLETED' AND ScopeKind = 0 AND PeriodKind = 0").Single()));
        Assert.Equal(0, _suite.Services.GetRequiredService<ManagersPublisher>().Publish());
    }

    [Fact]
    public async Task Who_leaves_ends_who_comes_is_added_and_what_was_typed_stays()
    {
        await Publish();
        await Social(async db =>
        {
            var manager = await db.Managers.SingleAsync(row => row.PostNumber == "M2");
            (manager.Name, manager.SignIn) = ("Z. Amin", "demo-team-manager");
            await db.SaveChangesAsync();
        });

        await Send(_suite, [Cover("M2", "Z", "1", "2009-11-02", "2010-08-13", version: 2), Person("M2", "K", from: "2010-08-16")]);
        await Publish();

        Assert.Equal(
            ["Z. Amin, team manager, North, from 2009-11-02 until 2010-08-13, signs in as demo-team-manager, agency, post M2", "K, team manager, North, from 2010-08-16, post M2"],
            (await InPost()).Where(row => row.EndsWith("M2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_manager_who_was_typed_before_becomes_the_posts()
    {
        await Social(async db =>
        {
            var team = db.Add(new ImprovementSuite.SocialCare.Cases.Team { Id = 1, Code = "North 1", Locality = "North" }).Entity;
            db.Add(new ManagerInPost { Name = "Y. Osei", Role = AuditorRole.TeamManager, TeamId = team.Id, Locality = "North", From = new(2010, 1, 4), SignIn = "demo-team-manager" });
            await db.SaveChangesAsync();
        });

        await Publish();

        Assert.Equal(["Y. Osei, team manager, North, from 2009-11-02, signs in as demo-team-manager, agency, post M2"], (await InPost()).Where(row => row.Contains("North")));
    }

    [Fact]
    public async Task A_post_that_is_withdrawn_takes_its_manager_out_and_comes_back_with_it()
    {
        await Publish();
        await Send(_suite, [Withdrawn(Cover("M2", "Z", "1", "2009-11-02"))]);
        await Publish();
        Assert.False(await IsInPost("M2"));

        await Send(_suite, [Cover("M2", "Z", "1", "2009-11-02", version: 3)]);
        await Publish();
        Assert.True(await IsInPost("M2"));
    }

    [Fact]
    public async Task An_earlier_message_that_comes_late_changes_nothing()
    {
        await Publish();
        var before = await InPost();

        _suite.Services.GetRequiredService<ModuleDatabase<WorkforceDb>>().Write(connection => OutgoingMessage.Write(connection, new ManagersInPost(new(2010, 8, 1), [], 1), DateTime.UnixEpoch));
        await _suite.Quiet();

        Assert.Equal(before, await InPost());
    }

    [Fact]
    public async Task On_the_page_of_a_posted_manager_name_and_sign_in_alone_are_typed()
    {
        await Publish();
        using var moderator = await SignIn(_suite, "demo-practice-improvement-manager");
        var id = Social(db => db.Managers.Single(row => row.PostNumber == "M2").Id);

        var form = await moderator.Page($"/social-care/audits/manager/{id}");
        Assert.Empty(form.QuerySelectorAll("main [name=From], main [name=Agency], main [name=Role]"));
        var list = await moderator.Send(form, "main form button", ("FullName", "Z. Amin"), ("SignInId", "z.amin"));

        Assert.Contains("3 come from the Workforce module", Words(list.QuerySelector(".suite-sentence")));
        Assert.Contains("Z. Amin, team manager, North, from 2009-11-02, signs in as z.amin, agency, post M2", await InPost());
    }

    private async Task Publish()
    {
        _suite.Services.GetRequiredService<ManagersPublisher>().Publish();
        await _suite.Quiet();
    }

    private async Task<bool> IsInPost(string post)
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SocialCareDb>().Managers.Where(row => row.PostNumber == post).ToListAsync()).Any(row => row.InPostOn(RunningSuite.Today));
    }

    private async Task<List<string>> InPost()
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<SocialCareDb>().Managers.ToListAsync()).OrderBy(row => row.PostNumber).ThenBy(row => row.From).Select(row => row.ToString())];
    }

    private async Task Social(Func<SocialCareDb, Task> work)
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<SocialCareDb>());
    }

    private T Social<T>(Func<SocialCareDb, T> read)
    {
        using var scope = _suite.Services.CreateScope();
        return read(scope.ServiceProvider.GetRequiredService<SocialCareDb>());
    }
}

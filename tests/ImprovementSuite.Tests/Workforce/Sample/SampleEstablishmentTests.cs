using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Sample;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Sample;

/// <summary>The invented posts come out at what the council published in 2010.</summary>
public sealed class SampleEstablishmentTests : IAsyncLifetime
{
    private static readonly DateOnly December = new(2009, 12, 16);

    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        foreach (var receipt in await Submit(_suite, SampleEstablishment.Records(), SampleEstablishment.Source))
            Assert.Equal((0, 0), (receipt.Rejected, receipt.Reconciled));
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public void On_16_December_2009_37_2_percent_of_the_posts_of_qualified_social_workers_are_vacant()
    {
        var posts = On(December, RoleGroup.SocialWorkers);

        Assert.Equal((32_00, 86_00), (posts.Vacant, posts.Fte));
        Assert.Equal(37.2m, Math.Round(posts.VacancyRate.Value!.Value, 1));
    }

    [Fact]
    public void On_20_August_2010_18_8_posts_are_covered_by_agency_and_11_5_are_vacant()
    {
        var posts = On(RunningSuite.Today, RoleGroup.SocialWorkers);

        Assert.Equal((18_80, 11_50), (posts.Covered, posts.Uncovered));
        Assert.Equal((30_30, 88_00), Value(_suite, "VACANCY-SOCIAL-WORKERS", RunningSuite.Today));
    }

    [Fact]
    public void Of_15_team_managers_5_are_vacant_in_December_and_4_in_August_all_of_them_covered()
    {
        var (then, now) = (On(December, RoleGroup.TeamManagers), On(RunningSuite.Today, RoleGroup.TeamManagers));

        Assert.Equal((5_00, 15_00), (then.Vacant, then.Fte));
        Assert.Equal((4_00, 4_00, 15_00), (now.Vacant, now.Covered, now.Fte));
    }

    [Fact]
    public void People_come_and_go_in_the_last_twelve_months()
    {
        var (left, came) = Read(_suite, connection => (
            ImprovementSuite.Platform.Storage.SqliteCommands.Scalar<long>(connection, "SELECT COUNT(*) FROM person_in_post WHERE Ended = 1 AND EndsOn > $1", RunningSuite.Today.AddYears(-1)),
            ImprovementSuite.Platform.Storage.SqliteCommands.Scalar<long>(connection, "SELECT COUNT(*) FROM person_in_post WHERE StartsOn > $1", RunningSuite.Today.AddYears(-1))));

        Assert.InRange(left, 12, 30);
        Assert.InRange(came, 10, 20);
    }

    private PostTotals On(DateOnly day, RoleGroup roles) => PostTotals.Of(Read(_suite, connection => EstablishmentOn.Read(connection, day)).Where(posts => roles.Roles.Contains(posts.State.Role)));
}

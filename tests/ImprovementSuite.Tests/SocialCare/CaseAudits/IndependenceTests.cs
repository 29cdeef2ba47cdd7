using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.CaseAudits;

namespace ImprovementSuite.Tests.SocialCare.CaseAudits;

public sealed class IndependenceTests
{
    private static readonly DateOnly Today = new(2010, 8, 20);
    private static readonly Dictionary<int, Place> Places = new() { [1] = new("North 1", "North"), [2] = new("North 2", "North"), [3] = new("South 1", "South"), [4] = new("North 1", "North") };

    [Fact]
    public void The_worker_of_the_child_may_not() => Assert.Equal(Bar.Holds, Of(Manager(AuditorRole.PracticeImprovementManager, null, ""), ["C1"]).Against(File(3, 3)));

    [Theory]
    [InlineData(1, 1, Bar.Supervises)]
    [InlineData(1, 3, Bar.SignedOff)]
    [InlineData(3, 1, Bar.Supervises)]
    [InlineData(2, 2, null)]
    [InlineData(4, 4, Bar.Supervises)]
    internal void A_team_manager_may_not_audit_what_the_team_holds_or_had_on_the_day(int team, int holder, Bar? bar) =>
        Assert.Equal(bar, Of(Manager(AuditorRole.TeamManager, 1, "North")).Against(File(team, holder)));

    [Theory]
    [InlineData(2, Bar.Supervises)]
    [InlineData(3, null)]
    internal void A_locality_manager_may_not_audit_the_locality(int team, Bar? bar) => Assert.Equal(bar, Of(Manager(AuditorRole.LocalityManager, null, "North")).Against(File(team, team)));

    [Fact]
    public void Who_has_left_a_team_may_not_audit_what_it_had_then_but_what_it_has_now()
    {
        var now = ManagerInPost.Stored(2, "A", AuditorRole.TeamManager, 3, "South", new(2010, 8, 1), null, "", false);
        var then = ManagerInPost.Stored(1, "A", AuditorRole.TeamManager, 1, "North", new(2009, 1, 1), new(2010, 7, 31), "", false);
        var independence = new Independence(now, [then, now], new HashSet<string>(), Places, Today);

        Assert.Equal(Bar.SignedOff, independence.Against(File(1, 1)));
        Assert.Null(independence.Against(File(1, 1) with { Day = new(2010, 8, 5) }));
    }

    [Theory]
    [InlineData("auditor", null)]
    [InlineData("somebody else", Bar.NotNamed)]
    [InlineData("", Bar.NotNamed)]
    internal void A_restricted_case_is_audited_by_who_is_named_for_it(string signIn, Bar? bar) => Assert.Equal(
        bar, Of(ManagerInPost.Stored(1, "A", AuditorRole.PracticeImprovementManager, null, "", new(2009, 1, 1), null, signIn, false)).Against(File(3, 3) with { OpenTo = new HashSet<string> { "auditor" } }));

    [Fact]
    public void The_refusal_is_a_sentence_that_says_what_to_do() =>
        Assert.Equal("A answers for the team that holds this case. Choose an auditor from outside it", Of(Manager(AuditorRole.TeamManager, 1, "North")).Refusal(File(1, 1)));

    private static PoolFile File(int team, int holder) => new(FileType.Referral, 1, 1, "R1", "C1", team, holder, new(2010, 7, 1));

    private static Independence Of(ManagerInPost manager, params string[] children) => new(manager, [manager], children.ToHashSet(), Places, Today);

    private static ManagerInPost Manager(AuditorRole role, int? team, string locality) => ManagerInPost.Stored(1, "A", role, team, locality, new(2009, 1, 1), null, "", false);
}

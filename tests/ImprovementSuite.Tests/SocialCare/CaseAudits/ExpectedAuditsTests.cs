using ImprovementSuite.SocialCare.CaseAudits;

namespace ImprovementSuite.Tests.SocialCare.CaseAudits;

public sealed class ExpectedAuditsTests
{
    private static readonly DateOnly July = new(2010, 7, 1);

    private static readonly AuditQuota[] Baseline =
    [
        AuditQuota.Stored(AuditorRole.TeamManager, AuditKind.CaseFile, new(2008, 4, 1), 3), AuditQuota.Stored(AuditorRole.LocalityManager, AuditKind.CaseFile, new(2008, 4, 1), 3),
        AuditQuota.Stored(AuditorRole.LocalityManager, AuditKind.NoFurtherAction, new(2008, 4, 1), 5),
    ];

    [Fact]
    public void Twelve_team_managers_and_four_locality_managers_are_expected_to_do_68() =>
        Assert.Equal(68, Expected([.. Enumerable.Range(1, 12).Select(i => Manager(i, AuditorRole.TeamManager)), .. Enumerable.Range(13, 4).Select(i => Manager(i, AuditorRole.LocalityManager))]).Total(July));

    [Fact]
    public void A_post_that_an_agency_covers_counts_and_a_role_without_a_quota_does_not()
    {
        Assert.Equal(3, Expected([Manager(1, AuditorRole.TeamManager, agency: true)]).Total(July));
        Assert.Equal(0, Expected([Manager(1, AuditorRole.PracticeImprovementManager)]).Total(July));
    }

    [Theory]
    [InlineData("2010-07-01", null, 3)]
    [InlineData("2010-07-02", null, 0)]
    [InlineData("2009-01-01", "2010-07-01", 3)]
    [InlineData("2009-01-01", "2010-06-30", 0)]
    public void Who_is_in_post_on_the_first_of_the_month_answers_for_all_of_it(string from, string? until, int expected) =>
        Assert.Equal(expected, Expected([ManagerInPost.Stored(1, "A", AuditorRole.TeamManager, 1, "North", DateOnly.Parse(from), until is null ? null : DateOnly.Parse(until), "", false)]).Total(July));

    [Fact]
    public void A_quota_holds_from_its_month_on()
    {
        var expected = new ExpectedAudits(
            [Manager(1, AuditorRole.TeamManager)], [.. Baseline, AuditQuota.Stored(AuditorRole.TeamManager, AuditKind.CaseFile, new(2010, 8, 1), 5), AuditQuota.Stored(AuditorRole.TeamManager, AuditKind.CaseFile, new(2010, 10, 1), 0)],
            new Dictionary<DateOnly, int>());

        Assert.Equal([3, 5, 5, 0], Enumerable.Range(0, 4).Select(months => expected.Total(July.AddMonths(months))));
    }

    [Fact]
    public void A_statement_stands_in_place_of_what_posts_add_up_to()
    {
        var expected = new ExpectedAudits([Manager(1, AuditorRole.TeamManager)], Baseline, new Dictionary<DateOnly, int> { [July] = 68, [July.AddMonths(1)] = 2 });

        Assert.Equal((68, 2, 3), (expected.Total(July), expected.Total(July.AddMonths(1)), expected.Total(July.AddMonths(2))));
        Assert.Equal((true, false), (expected.HasParts(July), expected.HasParts(July.AddMonths(1))));
    }

    private static ExpectedAudits Expected(IReadOnlyList<ManagerInPost> managers) => new(managers, Baseline, new Dictionary<DateOnly, int>());

    private static ManagerInPost Manager(int id, AuditorRole role, bool agency = false) =>
        ManagerInPost.Stored(id, $"Manager {id}", role, role == AuditorRole.TeamManager ? id : null, role == AuditorRole.PracticeImprovementManager ? "" : "North", new(2009, 10, 1), null, "", agency);
}

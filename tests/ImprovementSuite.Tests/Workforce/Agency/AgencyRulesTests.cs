using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Establishment;

namespace ImprovementSuite.Tests.Workforce.Agency;

/// <summary>Which rule holds on a day, and who is over it.</summary>
public sealed class AgencyRulesTests
{
    private static readonly DateOnly Today = new(2010, 8, 20);

    [Fact]
    public void A_later_rule_takes_the_place_of_an_earlier_one_and_an_end_ends_it()
    {
        AgencyRule[] rules = [Cap(38_50, new(2010, 4, 1)), Cap(36_00, new(2010, 9, 1)), Tenure(12, new(2009, 1, 1), until: new(2010, 8, 19))];

        Assert.Equal((38_50, null), (AgencyRules.On(Today, rules).CapOf(PostRole.SocialWorker), AgencyRules.On(Today, rules).LongestTenure));
        Assert.Equal(36_00, AgencyRules.On(new(2010, 9, 1), rules).CapOf(PostRole.SocialWorker));
        Assert.Equal(12, AgencyRules.On(new(2010, 8, 19), rules).LongestTenure);
        Assert.Null(AgencyRules.On(new(2010, 3, 31), rules).CapOf(PostRole.SocialWorker));
        Assert.Null(AgencyRules.On(Today, rules).CapOf(PostRole.TeamManager));
    }

    [Fact]
    public void A_worker_is_over_the_cap_by_a_penny_and_over_the_tenure_on_its_day()
    {
        var rules = AgencyRules.On(Today, [Cap(38_50, new(2010, 4, 1)), Tenure(6, new(2010, 4, 1))]);

        var workers = AgencyWorker.On(Today, [Stay("a", new(2010, 2, 20), charge: 38_51), Stay("b", new(2010, 2, 21), charge: 38_50), Stay("c", new(2010, 8, 20)), Stay("d", new(2010, 1, 1), to: new(2010, 8, 19))], rules);

        Assert.Equal(
            [("a", true, true, false), ("b", false, false, false), ("c", false, false, true)],
            workers.Select(worker => (worker.Stay.Worker, worker.IsOverCap, worker.IsOverTenure, worker.ChargeIsMissing)));
        Assert.Equal([6, 5, 0], workers.Select(worker => worker.Months(Today)));
    }

    [Theory]
    [InlineData("2010-08-12", "2010-01-04")] // A break of 7 days from the 13th to the 19th.
    [InlineData("2010-08-11", "2010-08-20")]
    public void Time_goes_on_through_a_short_break(string firstEnds, string since) => Assert.Equal(
        DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture),
        AgencyWorker.SinceOf([Stay("a", new(2010, 1, 4), DateOnly.Parse(firstEnds, System.Globalization.CultureInfo.InvariantCulture)), Stay("a", new(2010, 8, 20)), Stay("a", new(2009, 1, 1), new(2009, 6, 30))], Today));

    [Fact]
    public void The_return_counts_a_worker_of_two_roles_once_in_all()
    {
        var (roles, all) = ReturnLine.Of(
            [
                Stay("a", new(2010, 4, 1), new(2010, 5, 31)), Stay("a", new(2010, 6, 1), role: PostRole.TeamManager, agency: "HARBOUR"), Stay("b", new(2009, 1, 1), fte: 60, agency: "Northline"),
                Stay("c", new(2009, 1, 1), new(2010, 3, 31)), Stay("d", new(2010, 7, 1)),
            ], new(2010, 4, 1), new(2010, 6, 30));

        Assert.Equal([new("Social worker", 2, 1, 60, 2), new("Team manager", 1, 1, 1_00, 1)], roles);
        Assert.Equal(new("All roles", 2, 2, 1_60, 2), all);
    }

    private static AgencyStay Stay(string worker, DateOnly from, DateOnly? to = null, int? charge = null, PostRole role = PostRole.SocialWorker, int fte = 100, string agency = "Harbour") =>
        new(worker, agency, role, "Central 1", fte, from, to, charge);

    private static AgencyRule Cap(int pence, DateOnly from)
    {
        var rule = new AgencyRule();
        rule.SetCap(PostRole.SocialWorker, pence);
        rule.Hold(from, null, "Agreement");
        return rule;
    }

    private static AgencyRule Tenure(int months, DateOnly from, DateOnly? until = null)
    {
        var rule = new AgencyRule();
        rule.SetLongestTenure(months);
        rule.Hold(from, until, "Agreement");
        return rule;
    }
}

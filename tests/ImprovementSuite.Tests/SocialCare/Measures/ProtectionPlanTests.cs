using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.SocialCare.Measures;

/// <summary>Plans and their reviews as at a day: what happens later, and what comes late, changes the days from then on and no others.</summary>
public sealed class ProtectionPlanTests : IDisposable
{
    private readonly CaseDatabase _cases = new(new DateOnly(2010, 8, 20));

    public void Dispose() => _cases.Dispose();

    [Fact]
    public void A_review_that_comes_late_changes_the_days_on_which_it_was_overdue()
    {
        _cases.Send(Plan("P1", "2010-01-11", ""));
        _cases.Recalculator.Run();
        // The first review is due by 11 April: at the end of April it is overdue.
        Assert.Equal(["2010-04-30 0/1", "2010-05-31 0/1", "2010-06-30 0/1", "2010-07-31 0/1", "2010-08-20 0/1"], Values("CP-REVIEWS"));

        _cases.Send(Review("V1", "2010-04-08"));
        _cases.Recalculator.Run();
        Assert.Equal(["2010-04-30 1/1", "2010-05-31 1/1", "2010-06-30 1/1", "2010-07-31 1/1", "2010-08-20 1/1"], Values("CP-REVIEWS"));
    }

    [Fact]
    public void A_plan_leaves_the_stock_on_the_day_on_which_it_ends()
    {
        _cases.Send(Plan("P1", "2008-06-01", "2010-07-31"), Plan("P2", "2010-06-15", "", "C2"));
        _cases.Recalculator.Run();

        // P1 has run for 730 days on 31 May 2010.
        Assert.Equal(["2010-04-30 0/1", "2010-05-31 1/1", "2010-06-30 1/2", "2010-07-31 0/1", "2010-08-20 0/1"], Values("CP-2YEARS-OPEN").Where(value => value.CompareTo("2010-04") > 0));
    }

    [Fact]
    public void Time_alone_makes_a_plan_long_and_a_review_overdue()
    {
        _cases.Send(Plan("P1", "2008-08-23", ""), Plan("P2", "2010-05-21", "", "C2"));
        _cases.Recalculator.Run();
        Assert.Equal(("2010-08-20 0/2", "2010-08-20 0/1"), (Values("CP-2YEARS-OPEN")[^1], Values("CP-REVIEWS")[^1]));

        _cases.Time.Today = new DateOnly(2010, 8, 22);
        _cases.Recalculator.Run();
        // P1 has its 730th day; P2 has been a plan for 3 months since yesterday, and its review was due then.
        Assert.Equal(("2010-08-22 1/2", "2010-08-22 0/2"), (Values("CP-2YEARS-OPEN")[^1], Values("CP-REVIEWS")[^1]));
    }

    private static CaseRecord Plan(string id, string from, string to, string child = "C1") => new()
    {
        Key = Cases.Key(id, 1), ProtectionPlan = new ProtectionPlan { Child = child, StartedOn = from, EndedOn = to, Allocations = { Cases.In("North 1") } },
    };

    private static CaseRecord Review(string id, string heldOn) => new()
    {
        Key = Cases.Key(id, 1), Conference = new Conference { Child = "C1", Kind = "review", HeldOn = heldOn, Allocations = { Cases.In("North 1") } },
    };

    /// <summary>What a stock was at each day of which it is kept, for the authority.</summary>
    private List<string> Values(string measure) => _cases.Rows(
        $"""
         SELECT date("To" + 1721425.5), Numerator || '/' || Denominator FROM measure_value
         WHERE Measure = '{measure}' AND PeriodKind = 3 AND ScopeKind = 0 AND Denominator > 0 ORDER BY "To"
         """);
}

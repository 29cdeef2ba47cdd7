using CsCheck;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Managers;

namespace ImprovementSuite.Tests.Workforce.Managers;

public sealed class ManagerTermTests
{
    private static readonly Place North = new("North 1", "North");
    private static readonly Place South = new("South 1", "South");

    [Fact]
    public void An_agency_worker_answers_until_somebody_employed_comes()
    {
        Assert.Equal(
            [Term("Z", true, Day(10), Day(19)), Term("E", false, Day(20), null)],
            ManagerTerm.Of([Post(Day(1))], [new("M1", "Z", true, 100, Day(10), DateOnly.MaxValue), new("M1", "E", false, 60, Day(20), DateOnly.MaxValue)]));
    }

    [Fact]
    public void Of_two_who_share_a_post_one_answers_and_the_other_when_they_leave()
    {
        Assert.Equal(
            [Term("C", false, Day(1), Day(14)), Term("D", false, Day(15), null)],
            ManagerTerm.Of([Post(Day(1))], [new("M1", "D", false, 40, Day(1), DateOnly.MaxValue), new("M1", "C", false, 60, Day(1), Day(14))]));
    }

    [Fact]
    public void A_post_that_moves_to_another_team_begins_anew_and_one_that_ends_has_nobody()
    {
        Assert.Equal(
            [Term("E", false, Day(3), Day(9)), Term("E", false, Day(10), Day(20)) with { Place = South }],
            ManagerTerm.Of([Post(Day(1)) with { Last = Day(9) }, Post(Day(10)) with { Place = South, Last = Day(20) }], [new("M1", "E", false, 100, Day(3), DateOnly.MaxValue)]));
    }

    [Fact]
    public void Nobody_answers_twice_and_somebody_answers_whenever_anybody_is_there() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 30], Gen.Bool, Gen.Int[1, 100]).Array[0, 6].Sample(holders =>
        {
            List<Holder> all = [.. holders.Select((holder, i) => new Holder("M1", $"P{i}", holder.Item3, holder.Item4, Day(1).AddDays(holder.Item1), Day(1).AddDays(holder.Item1 + holder.Item2)))];
            var terms = ManagerTerm.Of([Post(Day(1))], all).ToList();
            return Enumerable.Range(0, 90).Select(i => Day(1).AddDays(i)).All(day =>
                terms.Count(term => term.Touches(day, day)) == (all.Any(holder => holder.IsThere(day)) ? 1 : 0));
        });

    private static DateOnly Day(int day) => new(2010, 8, day);

    private static StandingPost Post(DateOnly from) => new("M1", PostRole.TeamManager, North, from, DateOnly.MaxValue);

    private static ManagerTerm Term(string person, bool agency, DateOnly from, DateOnly? until) => new("M1", PostRole.TeamManager, North, person, agency, from, until);
}

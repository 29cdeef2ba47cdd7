using ImprovementSuite.Plan.Actions;
using ImprovementSuite.Plan.Lines;
using Xunit;

namespace ImprovementSuite.Tests.Plan.Actions;

public sealed class NotMeasuredTests
{
    private static readonly NotMeasured List = NotMeasured.Of(Plan2010.Snapshot);

    [Fact]
    public void Measures_without_any_reading_and_lines_without_any_measure_are_listed()
    {
        Assert.Equal(20, List.NeverRead.Count(gap => gap.Measure is not null));
        Assert.Equal(["1.3", "1.9", "3.1", "3.2", "3.3", "3.4"], List.NeverRead.Where(gap => gap.Measure is null).Select(gap => gap.Lines[0].Ref));
    }

    [Fact]
    public void Targets_to_be_agreed_are_listed_with_the_plans_own_word() => Assert.Equal(
        [
            "NFA-AUDITED: A target and its date", "CAF-PREVENTING-IA: A target and its date", "CAF-TRAINED: A target and its date",
            "LAC-REVIEWS-SATISFACTION: A target and its date; the plan says “TBC”", "SOCIAL-WORKER-SURVEY: A target and its date; the plan says “TBC”",
            "FAMILY-PLACEMENT-SURVEY: A target and its date; the plan says “TBC”",
        ],
        List.NoTarget.Select(gap => $"{gap.Measure!.Measure.Code}: {gap.Needs}"));

    [Fact]
    public void Claims_without_a_figure_say_what_would_bear_them_out()
    {
        Assert.Equal(["1.7", "4.4"], List.Unmeasured.Select(gap => gap.Lines[0].Ref));
        Assert.Equal("A reading of “Children's homes judged inadequate” that bears out complete", List.Unmeasured[0].Needs);
        Assert.Equal(["Gani Martins"], List.Unmeasured[0].Leads);
    }

    [Fact]
    public void A_measure_of_two_lines_is_listed_once_with_both()
    {
        var reports = Assert.Single(List.NeverRead, gap => gap.Measure?.Measure.Code == "REPORTS-MONTHLY");

        Assert.Equal(["4.1", "4.2"], reports.Lines.Select(line => line.Ref));
        Assert.Equal("/plan/measure/REPORTS-MONTHLY/readings", reports.EntryPath);
    }

    [Fact]
    public void A_reading_goes_stale_on_the_day_that_the_rules_give()
    {
        // July's audits: a month, and 31 days more.
        Assert.DoesNotContain(NotMeasured.Of(Plan2010.On(new(2010, 9, 20))).Stale, gap => gap.Measure!.Measure.Code == "AUDITS-COMPLETED");
        Assert.DoesNotContain(NotMeasured.Of(Plan2010.On(new(2010, 10, 1))).Stale, gap => gap.Measure!.Measure.Code == "AUDITS-COMPLETED");
        Assert.Single(NotMeasured.Of(Plan2010.On(new(2010, 10, 2))).Stale, gap => gap.Measure!.Measure.Code == "AUDITS-COMPLETED");
    }
}

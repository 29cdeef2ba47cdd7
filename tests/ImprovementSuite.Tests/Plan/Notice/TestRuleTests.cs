using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Notice;
using Xunit;
using static ImprovementSuite.Tests.Plan.Notice.MonthsRuleTests;
using static ImprovementSuite.Tests.Plan.Notice.NoticeSample;
using static ImprovementSuite.Tests.Plan.Ratings.Sample;

namespace ImprovementSuite.Tests.Plan.Notice;

public sealed class TestRuleTests
{
    private static readonly ConditionTest Milestones = new(TestKind.Milestones) { Line = "1.1" };
    private static readonly ConditionTest Evidence = new(TestKind.Evidence) { Wanted = "A report" };

    [Theory]
    [InlineData("done done", true, null)]
    [InlineData("done 2010-09-30 2010-10-31", false, "by 2010-10-31")]
    [InlineData("2010-08-19 2010-10-31", false, "a milestone is overdue")]
    [InlineData("2010-08-20", false, "by 2010-08-20")]
    [InlineData("none 2010-10-31", false, "a milestone has no date")]
    public void Milestones_are_taken_at_their_dates(string milestones, bool met, string? outlook)
    {
        var result = TestRule.Of(Milestones, Facts(Measure(), [], null, Line(milestones)));

        Assert.Equal(met, result.Met);
        Assert.Equal(outlook, Said(result.Outlook));
        Assert.Equal(met ? 0 : milestones.Split(' ').Count(m => m != "done"), (result.Missing as Missing.Milestones)?.Open.Count ?? 0);
    }

    [Fact]
    public void Evidence_is_met_from_the_day_on_which_it_was_accepted()
    {
        var accepted = TestRule.Of(Evidence with { Accepted = new("Seen", "Performance manager", new(2010, 8, 2)) }, Facts(Measure(), []));

        Assert.Equal((true, new DateOnly(2010, 8, 2)), (accepted.Met, accepted.Since!.Value));
        Assert.Equal(new Missing.Evidence("A report"), TestRule.Of(Evidence, Facts(Measure(), [])).Missing);
    }

    [Fact]
    public void A_condition_is_met_when_all_its_tests_are_since_the_last_of_them()
    {
        var facts = Facts(Measure(), [Month(5, 81, 100), Month(6, 81, 100), Month(7, 81, 100)]);
        var months = new ConditionTest(TestKind.MonthsInARow) { Measure = "M", Months = 3, Value = 80 };
        var accepted = Evidence with { Accepted = new("Seen", "Performance manager", new(2010, 8, 2)) };

        var met = TestRule.Of(Condition.Of("Both", null, 0, [months, accepted]), facts);
        var open = TestRule.Of(Condition.Of("Both", null, 0, [months, Evidence]), facts);

        Assert.Equal((true, new DateOnly(2010, 8, 2)), (met.Met, met.Since!.Value));
        Assert.Equal((false, OutlookKind.CannotBeTold), (open.Met, open.Outlook.Kind));
        Assert.False(TestRule.Of(Condition.Of("None", null, 0, []), facts).Met);
    }

    [Fact]
    public void Of_several_tests_the_worst_prospect_is_the_conditions()
    {
        Assert.Equal(Outlook.NotAtPresentRate, Outlook.Of([Outlook.On(new(2010, 9, 30)), Outlook.NotAtPresentRate, Outlook.CannotBeTold("x")]));
        Assert.Equal(Outlook.On(new(2010, 10, 31)), Outlook.Of([Outlook.On(new(2010, 10, 31)), Outlook.Met, Outlook.On(new(2010, 9, 30))]));
    }

    [Fact]
    public void What_the_plan_no_longer_has_is_said() =>
        Assert.Equal(new Missing.Named("GONE"), TestRule.Of(new ConditionTest(TestKind.Reading) { Measure = "GONE" }, Facts(Measure(), [])).Missing);

    [Fact]
    public void The_plan_of_2010_has_conditions_that_all_say_they_are_inferred()
    {
        var standing = Plan2010.Snapshot.Notice!;

        Assert.Equal(9, standing.Conditions.Count);
        Assert.All(standing.Conditions, condition => Assert.Equal("inferred from the plan: the notice's own text is not in the source", condition.Condition.Basis));
        Assert.Null(standing.Notice.IssuedBy);
        // From the published figures alone none can be said to be met.
        Assert.Equal(0, standing.Met);
    }

    [Fact]
    public async Task It_comes_back_from_the_database_as_it_stood_in_the_file()
    {
        await using var plan = await PlanDatabase.Create();
        await ImprovementSuite.Plan.PlanModule.Load2010Plan(plan.Services, ImprovementSuite.Platform.People.Actor.Suite);

        var stored = (await plan.Snapshot()).Content.Notice!;

        Assert.Equal(Plan2010.File.Notice!.Words, stored.Words);
        Assert.Equal(Plan2010.File.Notice.Conditions.Select(c => (c.Text, c.Basis, c.Order)), stored.Conditions.OrderBy(c => c.Order).Select(c => (c.Text, c.Basis, c.Order)));
        Assert.Equal(Plan2010.File.Notice.Conditions.SelectMany(c => c.Tests), stored.Conditions.OrderBy(c => c.Order).SelectMany(c => c.Tests));
    }

    [Theory]
    [InlineData("""{ "kind": "months-in-a-row", "measure": "NI999", "months": 3 }""", "\"measure\" is not right: NI999 is no measure")]
    [InlineData("""{ "kind": "months-in-a-row", "measure": "NI59", "months": 0 }""", "\"months\" is not right: give the number of months")]
    [InlineData("""{ "kind": "months-in-a-row", "measure": "FOSTERING-JUDGEMENT", "months": 3 }""", "\"measure\" is not right: a judgement has no months")]
    [InlineData("""{ "kind": "reading", "measure": "FOSTERING-JUDGEMENT", "grade": "super" }""", "\"grade\" is not right: give a grade of the scale")]
    [InlineData("""{ "kind": "reading", "measure": "NI59", "value": 101 }""", "\"value\" is not right: give a percentage from 0 to 100")]
    [InlineData("""{ "kind": "milestones", "line": "1.4" }""", "\"line\" is not right: line 1.4 has no milestones")]
    [InlineData("""{ "kind": "evidence" }""", "\"wanted\" is not right: say what the evidence must show")]
    [InlineData("""{ "kind": "evidence", "wanted": "x", "extra": 1 }""", "\"extra\" is not a field")]
    public void A_plan_file_with_a_wrong_test_says_where(string test, string message)
    {
        using var document = System.Text.Json.JsonDocument.Parse($$"""{ "kind": "improvement-notice", "conditions": [{ "text": "It is so.", "tests": [{{test}}] }] }""");

        var problems = new FileProblems();

        var refused = Assert.Throws<PlanFileException>(() =>
        {
            new NoticeReader(Plan2010.File.Measures, Plan2010.File.Lines).Read(new JsonPart(document.RootElement, "The notice", problems));
            problems.ThrowIfAny();
        });

        Assert.StartsWith("Condition 1 of the notice, test 1: ", refused.Message);
        Assert.Contains(message, refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static Line Line(string milestones) => new()
    {
        Ref = "1.1", Theme = "", Name = "", Action = "",
        Milestones = [.. milestones.Split(' ').Select(m => new Milestone { Title = m, Done = m == "done", By = DateOnly.TryParse(m, out var by) ? by : null })],
    };
}

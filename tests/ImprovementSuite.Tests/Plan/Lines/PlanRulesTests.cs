using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Tests.Plan.Ratings;

namespace ImprovementSuite.Tests.Plan.Lines;

public sealed class PlanRulesTests
{
    private static readonly DateOnly October = new(2010, 10, 31);
    private static readonly DateOnly March = new(2011, 3, 31);

    [Fact]
    public void The_plan_of_2010_keeps_every_rule()
    {
        var file = Plan2010.File;

        Assert.Empty(PlanRules.OfPlan(file, file.Start, file.End, file.Lines));
        Assert.Empty(PlanRules.OfMeasures(file.Measures));
        Assert.Empty(file.Lines.SelectMany(line => PlanRules.OfLine(line, [.. file.Measures.Select(measure => measure.Code)])));
        Assert.Empty(file.Readings.SelectMany(reading => PlanRules.OfReading(reading, file.Measures.Single(measure => measure.Code == reading.Measure), file.Updated)));
    }

    [Fact]
    public void Stages_stand_in_the_order_of_their_dates_and_each_has_its_own()
    {
        Assert.Equal("31 October 2010 stands after 31 March 2011: put the stages in the order of their dates", OfStages(Sample.Stage(80, March), Sample.Stage(70, October)));
        Assert.Equal("Two stages are for 31 March 2011: each has a date of its own", OfStages(Sample.Stage(80, March), Sample.Stage(70, March)));
        Assert.Equal("Two stages are for the round \"2010\": each round has one", OfStages(Sample.Stage(80, October, round: "2010"), Sample.Stage(80, March, round: "2010")));
    }

    [Fact]
    public void A_stage_that_is_still_to_be_agreed_stands_anywhere() =>
        Assert.Empty(PlanRules.OfMeasure(Sample.Measure(stages: [Sample.Stage(70, October), new Stage { Note = "TBC" }, Sample.Stage(80, March), new Stage { Note = "TBC" }])));

    [Fact]
    public void A_target_has_a_date_and_a_span_does_not_end_before_it_begins()
    {
        Assert.Equal("A target has a date: give the day by which it is to be reached", OfStages(new Stage { Stored = StoredFigure.Of(Figure.AsStated(80)) }));
        Assert.Equal("The span begins on 31 March 2011, after its last day, 31 October 2010", OfStages(Sample.Stage(80, October, from: March)));
        Assert.Equal("0 of 0 is no target: say how many of how many", OfStages(new Stage { By = March, Stored = StoredFigure.Of(Figure.Rate(0, 0)) }));
    }

    [Fact]
    public void A_band_is_the_right_way_up()
    {
        Assert.Equal("The band is upside down: its upper edge, 60, is below its lower edge, 65", OfStages(Sample.Stage(65, March, upper: 60)));
        Assert.Equal("A band has two edges: give the lower one too", OfStages(new Stage { By = March, Upper = 60 }));
        Assert.Empty(PlanRules.OfMeasure(Sample.Measure(stages: [Sample.Stage(65, March, upper: 65)])));
    }

    [Fact]
    public void A_share_is_100_percent_at_most_and_a_ratio_of_two_flows_may_be_more()
    {
        Assert.Equal("100.5% is over 100%, which a share of a whole cannot be", OfStages(Sample.Stage(100.5m, March)));
        Assert.Equal("105% is over 100%, which a share of a whole cannot be", Only(PlanRules.OfMeasure(Sample.Measure(baselines: [Sample.Baseline(105)]))));
        Assert.Equal("105% is over 100%, which a share of a whole cannot be", Only(PlanRules.OfMeasure(Sample.Measure(comparators: [105]))));
        Assert.Equal("-1 is below 0: nothing is counted below that", OfStages(Sample.Stage(-1, March)));
        Assert.Empty(PlanRules.OfMeasure(Sample.Measure(polarity: Polarity.MidRangeIsGood, stages: [Sample.Stage(104, March, upper: 120)])));
        Assert.Empty(PlanRules.OfMeasure(Sample.Measure(MeasureKind.Count, unit: Unit.Count, stages: [Sample.Stage(600, March, unit: Unit.Count)])));
    }

    [Fact]
    public void Grades_are_on_the_scale_of_a_judgement()
    {
        Assert.Equal("A judgement needs its grades, at least two, worst first", Only(PlanRules.OfMeasure(Sample.Measure(MeasureKind.Judgement, scale: ["good"]))));
        Assert.Equal("\"fine\" is not on the measure's scale: poor, good", Only(PlanRules.OfMeasure(Sample.Measure(MeasureKind.Judgement, scale: ["poor", "good"], stages: [new Stage { By = March, Grade = "fine" }]))));
        Assert.Equal("Only a judgement has grades: give a figure", OfStages(new Stage { By = March, Grade = "good" }));
        Assert.Equal("A judgement has a grade as its target, not a figure", Only(PlanRules.OfMeasure(Sample.Measure(MeasureKind.Judgement, scale: ["poor", "good"], stages: [Sample.Stage(3, March)]))));
    }

    [Fact]
    public void A_figure_is_in_its_measures_unit() => Assert.Equal(
        "The figure is in pounds and the measure in percent: give it in the measure's unit", OfStages(Sample.Stage(3, March, unit: Unit.Pence)));

    [Fact]
    public void A_line_names_measures_of_the_plan_once_and_has_a_reference_of_its_own()
    {
        var line = new Line { Ref = "1.1", Theme = "T", Name = "N", Action = "A", Measures = ["NI59", "NI1", "NI59"] };

        Assert.Equal(
            ["NI1 is not a measure of the plan: add it to the measures, or correct the code", "NI59 is named twice: once is enough"],
            PlanRules.OfLine(line, ["NI59"]).Select(problem => problem.Sentence));
        Assert.Equal("There are two lines 1.1: give each its own reference", Only(PlanRules.OfPlan("plan", Sample.PlanStart, Sample.PlanEnd, [line, line])));
        Assert.Equal(
            ["The plan year ends on 1 April 2010, which is not after its start, 1 April 2010", "A plan has at least one line"],
            PlanRules.OfPlan("plan", Sample.PlanStart, Sample.PlanStart, []).Select(problem => problem.Sentence));
    }

    [Fact]
    public void A_reading_is_of_days_that_have_passed()
    {
        Assert.Equal("31 August 2010 is after 20 August 2010, when the reading became known: give a day that has passed",
            Only(PlanRules.OfReading(Sample.Percent(50, new(2010, 8, 31)), Sample.Measure(), Sample.Today)));
        Assert.Equal("101% is over 100%, which a share of a whole cannot be", Only(PlanRules.OfReading(Sample.Percent(101), Sample.Measure(), Sample.Today)));
        Assert.Empty(PlanRules.OfReading(Sample.Percent(101), Sample.Measure(polarity: Polarity.MidRangeIsGood), Sample.Today));
    }

    [Fact]
    public void A_problem_names_the_very_part_that_it_is_about()
    {
        var wrong = Sample.Stage(70, October);

        var problem = Assert.Single(PlanRules.OfMeasure(Sample.Measure(stages: [Sample.Stage(80, March), wrong])));

        Assert.Same(wrong, problem.At);
        Assert.Equal("By", problem.Field);
    }

    private static string OfStages(params Stage[] stages) => Only(PlanRules.OfMeasure(Sample.Measure(stages: stages)));

    private static string Only(IEnumerable<PlanProblem> problems) => Assert.Single(problems).Sentence;
}

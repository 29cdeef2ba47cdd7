using System.Text.Json.Nodes;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Tests.Plan.Loading;

/// <summary>The shape in which a published action plan is written down, on a small plan of our own.</summary>
public sealed class ActionPlanReaderTests
{
    private static readonly string Json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plan", "Loading", "TestData", "action-plan.json"));
    private static readonly PlanFile Plan = Read(Json);

    private static PlanFile Read(string json) => AnyPlanFile.Read(System.Text.Encoding.UTF8.GetBytes(json));

    private static string Refused(Action<JsonNode> spoil)
    {
        var json = JsonNode.Parse(Json)!;
        spoil(json);
        return Assert.Throws<PlanFileException>(() => Read(json.ToJsonString())).Message;
    }

    private static Measure Measure(string code) => Plan.Measures.Single(measure => measure.Code == code);

    private static Reading Reading(string code) => Plan.Readings.Single(reading => reading.Measure == code);

    [Fact]
    public void The_plan_itself_and_its_panels()
    {
        Assert.Equal(("Improvement plan", "Anytown Council", new DateOnly(2010, 8, 20), new DateOnly(2010, 4, 1), new DateOnly(2011, 3, 31)), (Plan.Title, Plan.Authority, Plan.Updated, Plan.Start, Plan.End));
        Assert.Equal([new DateOnly(2010, 7, 13), new DateOnly(2010, 9, 29)], Plan.Panels);
        Assert.Equal(["Every review was in time."], Plan.Achievements);
    }

    [Fact]
    public void A_line_takes_its_words_from_the_printed_cells()
    {
        var line = Plan.Lines[0];

        Assert.Equal(("A1", "Visits in time", "Visit every family in time", null, "57.6%", "68%, 70%", null, "Better than in July."),
            (line.Ref, line.Name, line.Action, line.Objective, line.BaselineText, line.TargetText, line.TargetDateText, line.Commentary));
        Assert.Equal([new Lead("A. Lead", "Trust"), new Lead("B. Lead")], line.Leads);
        Assert.Equal((Colour.Green, null), (line.Declared, line.DeclaredDirection));
        Assert.Equal([("Policy agreed", true, false), ("Policy drafted", false, true)], line.Milestones.Select(milestone => (milestone.Title, milestone.DateInferred, milestone.Done)));
        Assert.Equal("Conduct a review of every case in which nothing more was done, so that the high level of...", Plan.Lines[1].Name);
    }

    [Fact]
    public void Counts_are_taken_where_they_stand_beside_the_percentage_and_other_councils_are_comparators()
    {
        var visits = Measure("VISITS");

        Assert.Equal(Figure.Rate(2270, 3940), Assert.Single(visits.Baselines).Figure);
        Assert.Equal([("rest of the council", "baseline", 69m), ("statistical neighbours", "2009/10", 69.2m), ("England", "2009/10", 63.8m)], visits.Comparators.Select(other => (other.Who, other.Period, other.Value)));
        Assert.Equal([("10% less; proposed", true, null), ("performing well", false, (decimal?)79)], visits.Stages.Select(stage => (stage.Note!, stage.DateInferred, stage.Upper)));
    }

    [Fact]
    public void A_reading_reported_to_a_panel_is_what_that_panel_saw()
    {
        var saw = Assert.Single(Plan.Frozen);

        Assert.Equal((new DateOnly(2010, 7, 13), "VISITS", 62.63m), (saw.Panel, saw.Measure, saw.Stored!.Figure.Value));
        Assert.Equal((new DateOnly(2010, 4, 1), 79.74m, "of it: since april 12"), (Reading("VISITS").From, Reading("VISITS").Value, Reading("VISITS").Note));
    }

    [Fact]
    public void A_measure_stands_once_and_lines_share_it() => Assert.Equal(["VISITS", "RECS", "AUDITS", "SCHOOLS", "CARERS", "SPEND", "JUDGED"], Plan.Lines[1].Measures);

    [Fact]
    public void A_unit_that_names_things_counts_them()
    {
        Assert.Equal((Unit.Percent, Figure.Rate(3, 9), "recommendation"), (Measure("RECS").Unit, Measure("RECS").Stages[0].Stored!.Figure, Measure("RECS").Thing));
        Assert.Equal((MeasureKind.Round, Unit.Count, "schools", Frequency.Yearly), (Measure("SCHOOLS").Kind, Measure("SCHOOLS").Unit, Measure("SCHOOLS").Things, Measure("SCHOOLS").Frequency));
        Assert.Equal(Figure.Of(46750, Unit.Pence), Reading("SPEND").Figure);
        Assert.Equal(["inadequate", "satisfactory", "good", "outstanding"], Measure("JUDGED").Scale);
    }

    [Fact]
    public void A_reading_is_of_the_days_that_its_measure_is_rated_on()
    {
        Assert.Equal((PeriodKind.Month, new DateOnly(2010, 7, 1), new DateOnly(2010, 7, 31)), (Reading("AUDITS").PeriodKind, Reading("AUDITS").From, Reading("AUDITS").To));
        Assert.Equal((PeriodKind.Span, new DateOnly(2009, 4, 1)), (Reading("CARERS").PeriodKind, Reading("CARERS").From));
        Assert.Equal(("2010 results", "provisional"), (Reading("SCHOOLS").Round, Reading("SCHOOLS").Note));
    }

    [Fact]
    public void All_slips_are_named_with_their_place()
    {
        Assert.Equal("Measure VISITS, baseline 1: \"value\" is 75, which 2270 of 3940 is not.", Refused(plan => plan["lines"]![0]!["measures"]![0]!["baselines"]![0]!["value"] = 75));
        Assert.Equal("Line A2, \"measures\": NI1 is not a measure of the plan: add it to the measures, or correct the code.", Refused(plan => plan["lines"]![1]!["measures"]![0]!["code"] = "NI1"));
        Assert.Equal(
            "Line A1: \"leeds\" is not a field of a plan file here.\nMeasure AUDITS, reading 1: \"period\" is \"July\", which is no month in the form 2010-07.\nMeasure AUDITS, reading 1: \"asAt\" is missing.",
            Refused(plan => { plan["lines"]![0]!["leeds"] = "x"; plan["lines"]![1]!["measures"]![2]!["readings"]![0]!["period"] = "July"; }));
    }
}

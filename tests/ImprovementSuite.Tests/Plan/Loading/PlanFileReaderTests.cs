using System.Text;
using System.Text.Json.Nodes;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;
using Xunit;

namespace ImprovementSuite.Tests.Plan.Loading;

public sealed class PlanFileReaderTests
{
    private const string Smallest =
        """
        {
          "title": "Plan", "authority": "Council", "updated": "2010-08-20", "start": "2010-04-01", "end": "2011-03-31", "panels": ["2010-07-13"],
          "measures": [{
            "code": "SPEND", "title": "Spend", "kind": "cumulative", "unit": "pounds", "polarity": "low-is-good", "frequency": "monthly", "ratedOn": "year-to-date",
            "thing": "pound", "things": "pounds", "stages": [{ "by": "2011-03-31", "value": 1000.5 }], "readings": [{ "from": "2010-04-01", "to": "2010-08-20", "value": 12 }]
          }],
          "lines": [{ "ref": "1.1", "theme": "T", "name": "N", "action": "A", "leads": [{ "name": "L" }], "workstreams": ["W"], "declared": { "colour": "amber" }, "measures": ["SPEND"] }],
          "freezes": [{ "panel": "2010-07-13", "readings": [{ "measure": "SPEND", "value": 10 }] }]
        }
        """;

    private static PlanFile Read(string json) => PlanFileReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static string Refused(Action<JsonNode> spoil)
    {
        var json = JsonNode.Parse(Smallest)!;
        spoil(json);
        return Assert.Throws<PlanFileException>(() => Read(json.ToJsonString())).Message;
    }

    [Fact]
    public void A_small_plan_is_read()
    {
        var plan = Read(Smallest);

        Assert.Equal(Figure.Of(100050, Unit.Pence), plan.Measures[0].Stages[0].Stored!.Figure);
        Assert.Equal(Figure.Of(1200, Unit.Pence), plan.Readings[0].Figure);
        Assert.Equal((PeriodKind.YearToDate, new DateOnly(2010, 8, 20)), (plan.Readings[0].PeriodKind, plan.Readings[0].KnownOn));
        Assert.Equal(10m, plan.Frozen[0].Stored!.Figure.Value);
    }

    [Fact]
    public void Every_slip_is_named_with_its_place_and_field()
    {
        Assert.Equal("Line 1.1: \"name\" is missing.", Refused(plan => plan["lines"]![0]!.AsObject().Remove("name")));
        Assert.Equal("Line 1.1: \"nmae\" is not a field of a plan file here.", Refused(plan => plan["lines"]![0]!["nmae"] = "x"));
        Assert.Equal("Line 1.1, declared: \"colour\" is \"blue\"; it must be one of red, amber, green, complete, none.", Refused(plan => plan["lines"]![0]!["declared"]!["colour"] = "blue"));
        Assert.Equal("Line 1.1, \"measures\": NI1 is not a measure of the plan: add it to the measures, or correct the code.", Refused(plan => plan["lines"]![0]!["measures"]![0] = "NI1"));
        Assert.Equal("Line 1.1, milestone 1: \"by\" is \"31 Aug\", which is no date in the form 2010-08-20.", Refused(plan => plan["lines"]![0]!["milestones"] = JsonNode.Parse("""[{ "title": "M", "by": "31 Aug" }]""")));
        Assert.Equal("Measure SPEND, stage 1, \"by\": A target has a date: give the day by which it is to be reached.", Refused(plan => plan["measures"]![0]!["stages"]![0]!.AsObject().Remove("by")));
        Assert.Equal("Measure SPEND, reading 1: \"value\" has more than two decimals.", Refused(plan => plan["measures"]![0]!["readings"]![0]!["value"] = 1.234));
        Assert.Equal("Measure SPEND, baseline 1: \"denominator\" is missing beside the other part of the rate.", Refused(plan => plan["measures"]![0]!["baselines"] = JsonNode.Parse("""[{ "label": "B", "numerator": 3 }]""")));
        Assert.Equal("Measure SPEND, reading 1, \"from\": The first day, 1 September 2010, is after the last, 20 August 2010.", Refused(plan => plan["measures"]![0]!["readings"]![0]!["from"] = "2010-09-01"));
        Assert.Equal("The plan, \"freezes\": There is a freeze for 14 July 2010, which is not among the panels.", Refused(plan => plan["freezes"]![0]!["panel"] = "2010-07-14"));
        Assert.Equal("The plan, \"end\": The plan year ends on 1 April 2010, which is not after its start, 1 April 2010.", Refused(plan => plan["end"] = "2010-04-01"));
        Assert.Equal("Line 1.1, \"ref\": There are two lines 1.1: give each its own reference.", Refused(plan => plan["lines"]!.AsArray().Add(plan["lines"]![0]!.DeepClone())));
        Assert.Equal("Line 1.1, lead 1 must be an object in braces.", Refused(plan => plan["lines"]![0]!["leads"]![0] = "L"));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_and_once()
    {
        var refused = Refused(plan =>
        {
            plan["updated"] = "20.8.2010";
            plan["measures"]![0]!["stages"]![0]!["value"] = "much";
            plan["measures"]![0]!["stages"]!.AsArray().Add(JsonNode.Parse("""{ "by": "2010-10-31", "value": 5 }"""));
            plan["lines"]![0]!["measures"]![0] = "SPENT";
            plan["lines"]![0]!.AsObject().Remove("action");
        });

        Assert.Equal(
            [
                "The plan: \"updated\" is \"20.8.2010\", which is no date in the form 2010-08-20.",
                "Measure SPEND, stage 1: \"value\" must be a number.",
                "Line 1.1: \"action\" is missing.",
                "Measure SPEND, stage 2, \"by\": 31 October 2010 stands after 31 March 2011: put the stages in the order of their dates.",
            ],
            refused.Split('\n'));
    }

    [Fact]
    public void The_first_fifty_are_told_and_how_many_more_there_are()
    {
        var refused = Refused(plan =>
        {
            for (var i = 0; i < 60; i++)
                plan["lines"]!.AsArray().Add(JsonNode.Parse("[]"));
        }).Split('\n');

        Assert.Equal(51, refused.Length);
        Assert.Equal("Line number 2 must be an object in braces.", refused[0]);
        Assert.Equal("There are 10 more.", refused[^1]);
    }

    [Fact]
    public void A_panel_that_was_frozen_keeps_what_it_was_shown_and_its_days()
    {
        var json = JsonNode.Parse(Smallest)!;
        json["panels"]![0] = JsonNode.Parse("""{ "on": "2010-07-13", "updatesDue": "2010-07-01", "frozenOn": "2010-07-06" }""");
        json["freezes"]![0]!["readings"]![0] = JsonNode.Parse("""{ "measure": "SPEND", "value": 10, "from": "2010-04-01", "to": "2010-07-05", "colour": "red", "expected": 8.5 }""");

        var panel = PlanContent.Of(Read(json.ToJsonString())).Panels.Single();

        Assert.Equal((new DateOnly(2010, 7, 1), new DateOnly(2010, 7, 6), new DateOnly(2010, 7, 6)), (panel.UpdatesDue, panel.DispatchOn, panel.FrozenOn));
        var saw = Assert.Single(panel.Frozen);
        Assert.Equal((10m, 8.5m, Colour.Red, new DateOnly(2010, 7, 5)), (saw.Value, saw.Expected, saw.Colour, saw.To));
    }

    [Fact]
    public void What_is_no_JSON_says_where() =>
        Assert.Equal("This is not a JSON file: line 2, place 9 cannot be read.", Assert.Throws<PlanFileException>(() => Read("{\n\"title\" \"x\"}")).Message);
}

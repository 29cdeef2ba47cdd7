using System.Text;
using System.Text.Json.Nodes;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Loading;
using Xunit;

namespace ImprovementSuite.Tests.Plan;

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
        Assert.Equal(10m, plan.Frozen[0].Stored.Figure.Value);
    }

    [Fact]
    public void Every_slip_is_named_with_its_place_and_field()
    {
        Assert.Equal("Line 1.1: \"name\" is missing.", Refused(plan => plan["lines"]![0]!.AsObject().Remove("name")));
        Assert.Equal("Line 1.1: \"nmae\" is not a field of a plan file here.", Refused(plan => plan["lines"]![0]!["nmae"] = "x"));
        Assert.Equal("Line 1.1, declared: \"colour\" is \"blue\"; it must be one of red, amber, green, complete, none.", Refused(plan => plan["lines"]![0]!["declared"]!["colour"] = "blue"));
        Assert.Equal("Line 1.1: \"measures\" names NI1, which is not among the plan's measures.", Refused(plan => plan["lines"]![0]!["measures"]![0] = "NI1"));
        Assert.Equal("Line 1.1, milestone 1: \"by\" is \"31 Aug\", which is no date in the form 2010-08-20.", Refused(plan => plan["lines"]![0]!["milestones"] = JsonNode.Parse("""[{ "title": "M", "by": "31 Aug" }]""")));
        Assert.Equal("Measure SPEND, stage 1: \"by\" is missing: a target has a date.", Refused(plan => plan["measures"]![0]!["stages"]![0]!.AsObject().Remove("by")));
        Assert.Equal("Measure SPEND, reading 1: \"value\" has more than two decimals.", Refused(plan => plan["measures"]![0]!["readings"]![0]!["value"] = 1.234));
        Assert.Equal("Measure SPEND, baseline 1: \"denominator\" is missing beside the other part of the rate.", Refused(plan => plan["measures"]![0]!["baselines"] = JsonNode.Parse("""[{ "label": "B", "numerator": 3 }]""")));
        Assert.Equal("Measure SPEND, reading 1: \"from\" must not lie after \"to\".", Refused(plan => plan["measures"]![0]!["readings"]![0]!["from"] = "2010-09-01"));
        Assert.Equal("The plan: \"freezes\" has one for 2010-07-14, which \"panels\" does not name.", Refused(plan => plan["freezes"]![0]!["panel"] = "2010-07-14"));
        Assert.Equal("The plan: \"end\" must lie after \"start\".", Refused(plan => plan["end"] = "2010-04-01"));
        Assert.Equal("Line 1.1: \"ref\" stands twice in the plan.", Refused(plan => plan["lines"]!.AsArray().Add(plan["lines"]![0]!.DeepClone())));
        Assert.Equal("Line 1.1, lead 1 must be an object in braces.", Refused(plan => plan["lines"]![0]!["leads"]![0] = "L"));
    }

    [Fact]
    public void What_is_no_JSON_says_where() =>
        Assert.Equal("This is not a JSON file: line 2, place 9 cannot be read.", Assert.Throws<PlanFileException>(() => Read("{\n\"title\" \"x\"}")).Message);
}

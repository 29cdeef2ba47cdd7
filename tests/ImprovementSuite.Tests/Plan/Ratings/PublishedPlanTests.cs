using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;
using Xunit;

namespace ImprovementSuite.Tests.Plan.Ratings;

/// <summary>What the rules give on 20 August 2010 from the published figures alone.</summary>
public sealed class PublishedPlanTests
{
    [Theory]
    [InlineData("NI68", "NI68", 79.74, 66.99, Colour.Green, Colour.Green)]
    [InlineData("NI59", "NI59", 80.11, 83.32, Colour.Amber, Colour.Amber)]
    [InlineData("NI60", "NI60", 87.67, 82.65, Colour.Green, Colour.Green)]
    [InlineData("1.1", "AUDITS-COMPLETED", 76.47, 100, Colour.Amber, Colour.Amber)]
    [InlineData("1.4", "CAF-COMPLETED", 213, 233.42, Colour.Amber, Colour.Amber)]
    [InlineData("2.1", "SCHOOLS-BELOW-FLOOR", 10, 8, Colour.Amber, Colour.Amber)]
    [InlineData("3.5", "PDR-COMPLETED", 64, 90, Colour.Red, Colour.Amber)]
    [InlineData("5.2", "VACANCY-TEAM-MANAGERS", 26.67, 19.84, Colour.Amber, Colour.Amber)]
    [InlineData("5.4", "AGENCY-SPEND", 467459, 546068.59, Colour.Green, Colour.Red)]
    public void A_line_with_one_rated_figure(string line, string measure, double reading, double expected, Colour computed, Colour declared)
    {
        var rating = Plan2010.Measure(measure);

        Assert.Equal((decimal)reading, Math.Round(rating.Reading!.Value!.Value, 2));
        Assert.Equal((decimal)expected, Math.Round(rating.Expected!.Value, 2));
        Assert.Equal(computed, rating.Colour);
        Assert.Equal(computed, Plan2010.Line(line).Computed);
        Assert.Equal(declared, Plan2010.Line(line).Line.Declared);
        Assert.Same(rating, Plan2010.Line(line).Leading);
    }

    [Fact]
    public void Foster_carers_take_the_worse_of_stock_and_recruitment()
    {
        var (stock, recruited) = (Plan2010.Measure("FOSTER-CARERS"), Plan2010.Measure("FOSTER-CARERS-RECRUITED"));

        Assert.Equal((139m, 147.52m, Colour.Amber), (stock.Reading!.Value, Math.Round(stock.Expected!.Value, 2), stock.Colour));
        Assert.Equal((29m, 20.84m, Colour.Green), (recruited.Reading!.Value, Math.Round(recruited.Expected!.Value, 2), recruited.Colour));
        Assert.Equal(Colour.Amber, Plan2010.Line("5.3").Computed);
        Assert.Equal(Colour.Green, Plan2010.Line("5.3").Line.Declared);
        Assert.Same(stock, Plan2010.Line("5.3").Leading);
    }

    [Fact]
    public void Only_NI_68_is_on_watch() =>
        Assert.Equal(["NI68"], Plan2010.Snapshot.Measures.Values.Where(m => m.Computed.Watch).Select(m => m.Measure.Code));

    [Theory]
    [InlineData("1.3", "Project plan for the remaining processes commenced", 2, 11)]
    [InlineData("1.6", "3 immediate actions", 1, 26)]
    public void A_line_is_amber_by_a_milestone_that_is_due_soon(string reference, string due, int done, int inDays)
    {
        var line = Plan2010.Line(reference);

        Assert.Equal((Colour.Amber, Colour.Amber), (line.Computed, line.Line.Declared));
        Assert.True(line.MilestoneDecides);
        Assert.Equal(due, line.DueMilestone!.Title);
        Assert.Equal(done, line.Line.Milestones.Count(m => m.Done));
        Assert.Equal(inDays, line.DueMilestone.By!.Value.DayNumber - Plan2010.UpdateDay.DayNumber);
    }

    [Fact]
    public void No_inadequate_home_is_declared_complete_and_no_reading_was_published()
    {
        var line = Plan2010.Line("1.7");

        Assert.Equal((Colour.None, Colour.Complete, Difference.Unmeasured), (line.Computed, line.Line.Declared, line.Difference));
        Assert.Null(line.Leading!.Reading);
        Assert.Equal(0m, line.Leading.Expected);
    }

    [Fact]
    public void Judgements_are_declared_green_and_nothing_is_due()
    {
        var line = Plan2010.Line("4.4");

        Assert.Equal((Colour.None, Colour.Green, Difference.Unmeasured), (line.Computed, line.Line.Declared, line.Difference));
        Assert.Equal(Ground.NotYetDue, Plan2010.Measure("FOSTERING-JUDGEMENT").Computed.Ground);
        Assert.Equal(Ground.NothingDue, Plan2010.Measure("SCR-ADEQUATE").Computed.Ground);
    }

    [Fact]
    public void The_lines_roll_up_in_both_voices()
    {
        Assert.Equal(new ColourCounts(Red: 1, Amber: 8, Green: 3, Complete: 0, None: 17), Plan2010.Snapshot.Computed);
        Assert.Equal(new ColourCounts(Red: 5, Amber: 19, Green: 4, Complete: 1, None: 0), Plan2010.Snapshot.Declared);
    }

    [Fact]
    public void Five_lines_are_on_the_challenge_list() => Assert.Equal(
        [("1.7", Difference.Unmeasured), ("3.5", Difference.Kinder), ("4.4", Difference.Unmeasured), ("5.3", Difference.Kinder), ("5.4", Difference.Harsher)],
        Plan2010.Snapshot.Lines.Where(line => line.Difference != Difference.None).Select(line => (line.Line.Ref, line.Difference)));

    [Theory]
    [InlineData("NI59", Direction.Level, -0.05, false)]
    [InlineData("NI68", Direction.Improving, 17.11, false)]
    [InlineData("NI60", Direction.Improving, 7.67, true)]
    [InlineData("VACANCY-TEAM-MANAGERS", Direction.Improving, -6.33, true)]
    [InlineData("PDR-COMPLETED", Direction.Worsening, -17, true)]
    public void Direction_is_against_the_panel_of_13_July_or_else_the_baseline(string measure, Direction direction, double change, bool sinceBaseline)
    {
        var travel = Plan2010.Measure(measure).Travel!;

        Assert.Equal((direction, (decimal)change, sinceBaseline), (travel.Direction, Math.Round(travel.Change!.Value, 2), travel.SinceBaseline));
    }

    [Theory]
    [InlineData("AUDITS-COMPLETED", true, 16)]
    [InlineData("CAF-COMPLETED", true, 21)]
    [InlineData("SCHOOLS-BELOW-FLOOR", true, 2)]
    [InlineData("VACANCY-TEAM-MANAGERS", true, 2)]
    [InlineData("FOSTER-CARERS", true, 9)]
    [InlineData("FOSTER-CARERS-RECRUITED", false, 8)]
    [InlineData("AGENCY-SPEND", false, 78609)]
    public void A_shortfall_in_things_rounds_up_and_a_surplus_down(string measure, bool isShort, long things)
    {
        var distance = Plan2010.Measure(measure).Distance!;

        Assert.Equal((isShort, things), (distance.Short, distance.Things));
    }

    [Fact]
    public void A_published_percentage_has_no_distance_in_people()
    {
        var distance = Plan2010.Measure("PDR-COMPLETED").Distance!;

        Assert.Equal((-26m, true, null), (distance.Value, distance.Short, distance.Things));
    }

    [Fact]
    public void The_panel_of_13_July_saw_two_readings_and_was_told_amber_by_the_rules()
    {
        var seen = Plan2010.Snapshot.LastPanel!;

        Assert.Equal(new DateOnly(2010, 7, 13), seen.On);
        Assert.Equal([("NI68", 62.63m, Colour.Amber), ("NI59", 80.16m, Colour.Amber)], seen.Frozen.Select(f => (f.Measure, f.Value!.Value, f.Colour)));
    }
}

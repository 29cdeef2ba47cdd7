using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;
using Xunit;

namespace ImprovementSuite.Tests.Plan.Meetings;

/// <summary>The agenda of 29 September as the plan stood on 20 August 2010.</summary>
public sealed class AgendaTests
{
    private static readonly DateOnly September = new(2010, 9, 29);

    [Theory]
    [InlineData(nameof(Heading.Red), "3.5 3.1 3.2 3.3 3.4 5.4")]
    [InlineData(nameof(Heading.Challenges), "1.7 4.4 5.3")]
    [InlineData(nameof(Heading.Worsening), "2.1 4.5")]
    [InlineData(nameof(Heading.StaleOrNoFigure), "1.2 1.5 1.8 1.9 3.6 4.1 4.2 4.3 4.6 5.1")]
    [InlineData(nameof(Heading.NewlyGreen), "NI68")]
    [InlineData(nameof(Heading.AllOthers), "NI59 NI60 1.1 1.3 1.4 1.6 5.2")]
    public void A_line_stands_under_the_first_heading_that_fits_it(string heading, string lines) => Assert.Equal(lines, Lines(Plan2010.Snapshot, Enum.Parse<Heading>(heading)));

    [Fact]
    public void Every_line_stands_once()
    {
        var all = Agenda.Of(Plan2010.Snapshot, September).SelectMany(item => item.Lines.Select(line => line.Line.Ref)).ToList();

        Assert.Equal(29, all.Count);
        Assert.Equal(29, all.Distinct().Count());
    }

    [Fact]
    public void A_line_whose_reading_has_grown_old_is_stale() =>
        // The last reading of CAFs is of 20 August, and monthly; two months and a day later nothing has come.
        Assert.Contains("1.4", Lines(Plan2010.On(new(2010, 10, 22)), Heading.StaleOrNoFigure));

    [Fact]
    public void A_ruling_of_this_meeting_does_not_move_a_line_and_at_the_next_one_it_is_no_challenge()
    {
        var ruled = With(Ruling.Accepted);

        Assert.Contains("5.3", Lines(ruled, Heading.Challenges));
        Assert.DoesNotContain("5.3", Lines(ruled, Heading.Challenges, September.AddMonths(1)));
    }

    [Fact]
    public void What_is_to_be_asked_again_is_a_challenge_of_the_next_meeting_too() =>
        Assert.Contains("5.3", Lines(With(Ruling.AskAgain), Heading.Challenges, September.AddMonths(1)));

    private static PlanSnapshot With(Ruling ruling)
    {
        var decision = new Decision { Panel = September, Line = "5.3", Minute = "Minuted", MinutedBy = "Performance manager" };
        decision.Rule(ruling, "Minuted", Colour.Amber, Colour.Green);
        return new(PlanContent.Of(Plan2010.File) with { Decisions = [decision] }, Plan2010.UpdateDay);
    }

    private static string Lines(PlanSnapshot plan, Heading heading, DateOnly? meeting = null) =>
        string.Join(' ', Agenda.Of(plan, meeting ?? September).Single(item => item.Heading == heading).Lines.Select(line => line.Line.Ref));
}

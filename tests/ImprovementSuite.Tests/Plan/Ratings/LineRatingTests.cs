using CsCheck;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;
using Xunit;
using static ImprovementSuite.Tests.Plan.Ratings.Sample;

namespace ImprovementSuite.Tests.Plan.Ratings;

public sealed class LineRatingTests
{
    private static Colour Milestones(params Milestone[] milestones) =>
        LineRating.Of(new() { Ref = "1", Theme = "T", Name = "N", Action = "A", Milestones = [.. milestones] }, [], Today, RatingSettings.Usual).Computed;

    private static Milestone Due(int inDays, bool done = false, string? progress = null) => new() { Title = "M", By = Today.AddDays(inDays), Done = done, Progress = progress };

    [Theory]
    [InlineData(-1, Colour.Red)]
    [InlineData(0, Colour.Amber)]
    [InlineData(30, Colour.Amber)]
    [InlineData(31, Colour.None)]
    public void A_milestone_is_amber_in_its_last_thirty_days_and_red_when_overdue(int inDays, Colour colour) =>
        Assert.Equal(colour, LineRating.OfMilestone(Due(inDays), Today, RatingSettings.Usual));

    [Fact]
    public void Recorded_progress_is_green_until_the_date_has_passed()
    {
        Assert.Equal(Colour.Green, LineRating.OfMilestone(Due(3, progress: "drafted"), Today, RatingSettings.Usual));
        Assert.Equal(Colour.Red, LineRating.OfMilestone(Due(-3, progress: "drafted"), Today, RatingSettings.Usual));
    }

    [Fact]
    public void A_line_is_complete_only_when_all_is_done()
    {
        Assert.Equal(Colour.Complete, Milestones(Due(-5, done: true), Due(60, done: true)));
        Assert.Equal(Colour.None, Milestones(Due(-5, done: true), Due(60)));
        Assert.Equal(Colour.None, Milestones());
    }

    [Fact]
    public void A_line_takes_the_worst_of_what_is_open() => Assert.Equal(Colour.Red, Milestones(Due(-5), Due(3), Due(60), Due(-60, done: true)));

    [Theory]
    [InlineData(Colour.Red, Colour.Amber, "Kinder")]
    [InlineData(Colour.Amber, Colour.Complete, "Kinder")]
    [InlineData(Colour.Green, Colour.Red, "Harsher")]
    [InlineData(Colour.Green, Colour.Green, "None")]
    [InlineData(Colour.None, Colour.Green, "Unmeasured")]
    [InlineData(Colour.None, Colour.Complete, "Unmeasured")]
    [InlineData(Colour.None, Colour.Red, "None")]
    [InlineData(Colour.Red, Colour.None, "None")]
    public void The_two_voices_are_compared(Colour computed, Colour declared, string difference) =>
        Assert.Equal(difference, LineRating.DifferenceOf(computed, declared).ToString());

    [Fact]
    public void A_roll_up_counts_every_line_once() => Gen.Enum<Colour>().List[0, 60].Sample(colours =>
    {
        var counts = ColourCounts.Of(colours);

        Assert.Equal(colours.Count, Enum.GetValues<Colour>().Sum(counts.Of));
        Assert.All(Enum.GetValues<Colour>(), colour => Assert.Equal(colours.Count(c => c == colour), counts.Of(colour)));
    });
}

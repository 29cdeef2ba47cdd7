using ImprovementSuite.Platform.Ui;
using Xunit;

namespace ImprovementSuite.Tests.Platform.Ui;

public sealed class ToDoTests
{
    private static readonly DateOnly Today = new(2010, 8, 20);

    [Theory]
    [InlineData("2010-08-20", "Today", true)]
    [InlineData("2010-08-19", "1 day late", true)]
    [InlineData("2010-06-20", "61 days late", true)]
    [InlineData("2010-10-31", "31 Oct", false)]
    [InlineData("2011-01-15", "15 Jan 2011", false)]
    [InlineData(null, "No date", false)]
    public void It_says_when(string? day, string words, bool presses)
    {
        var thing = new ToDo("Do it", "/", day is null ? null : DateOnly.Parse(day));

        Assert.Equal((words, presses), (thing.WhenWords(Today), thing.Presses(Today)));
    }

    [Fact]
    public void A_word_of_its_own_stands_for_the_day() => Assert.Equal("Stale", new ToDo("Do it", "/", new(2010, 1, 1), "Stale").WhenWords(Today));
}

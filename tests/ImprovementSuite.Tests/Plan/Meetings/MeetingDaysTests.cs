using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Platform.Time;
using Xunit;

namespace ImprovementSuite.Tests.Plan.Meetings;

public sealed class MeetingDaysTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;
    private static readonly DateOnly September = new(2010, 9, 29);

    [Fact]
    public void Papers_go_out_five_working_days_before_and_updates_are_due_three_before_that()
    {
        // 30 August 2010 was a bank holiday.
        var panel = Panel.For(new(2010, 9, 3), Calendar);

        Assert.Equal((new DateOnly(2010, 8, 26), new DateOnly(2010, 8, 23)), (panel.DispatchOn, panel.UpdatesDue));
    }

    [Theory]
    [InlineData("2010-08-19", "19 August 2010 has passed. Give a day from 20 August 2010 on")]
    [InlineData("2010-08-21", "21 August 2010 is a Saturday. Give a working day")]
    [InlineData("2010-08-30", "30 August 2010 is a bank holiday. Give a working day")]
    [InlineData("2010-09-29", "The panel meets on 29 September 2010 already. Give another day")]
    [InlineData("2060-01-05", "5 January 2060 is outside the calendar, which runs from 1990 to 2049")]
    [InlineData("2010-10-27", null)]
    public void A_meeting_has_a_working_day_to_come_of_its_own(string day, string? wrong) =>
        Assert.Equal(wrong, MeetingDays.Wrong(DateOnly.Parse(day), Plan2010.UpdateDay, [Panel.For(September, Calendar)], Calendar));

    [Fact]
    public void The_days_of_a_round_follow_each_other()
    {
        Assert.Equal("The papers must go out before the panel meets on 29 September 2010", MeetingDays.WrongDispatch(new(2010, 9, 30), September, Calendar));
        Assert.Equal("Updates must be due by the day on which the papers go out, 22 September 2010", MeetingDays.WrongUpdatesDue(new(2010, 9, 23), new(2010, 9, 22), Calendar));
        Assert.Equal("19 September 2010 is a Sunday. Give a working day", MeetingDays.WrongUpdatesDue(new(2010, 9, 19), new(2010, 9, 22), Calendar));
        Assert.Null(MeetingDays.WrongUpdatesDue(new(2010, 9, 22), new(2010, 9, 22), Calendar));
    }
}

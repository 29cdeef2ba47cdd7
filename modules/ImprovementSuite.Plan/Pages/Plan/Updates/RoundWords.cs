using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan.Updates;

/// <summary>Rounds of updates in the words of their pages.</summary>
internal static class RoundWords
{
    public static string State(RoundState state) => state switch
    {
        RoundState.NotStarted => "Not started",
        _ => state.ToString(),
    };

    /// <summary>As it stands in an address: "not-started".</summary>
    public static string Address(RoundState state) => state == RoundState.NotStarted ? "not-started" : state.ToString().ToLowerInvariant();

    public static string Address(Panel panel) => $"/plan/updates/{panel.On:yyyy-MM-dd}";

    public static string Address(Panel panel, RoundLine line) => $"{Address(panel)}/{Uri.EscapeDataString(line.Line.Ref)}";

    /// <summary>"It is due today, Friday 17 September." "It was due yesterday, Thursday 19 August."</summary>
    public static string Due(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => $"It is due today, {Say.LongDayAndMonth(due)}.",
        1 => $"It is due tomorrow, {Say.LongDayAndMonth(due)}.",
        -1 => $"It was due yesterday, {Say.LongDayAndMonth(due)}.",
        > 0 => $"It is due on {Say.LongDayAndMonth(due)}.",
        _ => $"It was due on {Say.LongDayAndMonth(due)}.",
    };

    /// <summary>"updates are due on Friday 17 September", "updates were due yesterday".</summary>
    public static string AllDue(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => "updates are due today",
        1 => $"updates are due tomorrow, {Say.LongDayAndMonth(due)}",
        -1 => $"updates were due yesterday, {Say.LongDayAndMonth(due)}",
        > 0 => $"updates are due on {Say.LongDayAndMonth(due)}",
        _ => $"updates were due on {Say.LongDayAndMonth(due)}",
    };

    /// <summary>"today at 9:12am", "on 20 Aug 2010, 9:12am", of an instant.</summary>
    public static string When(DateTime utc, DateOnly today)
    {
        var local = BusinessClock.Local(utc);
        return DateOnly.FromDateTime(local) == today ? $"today at {Say.Time(local)}" : $"on {Say.DateAndTime(local)}";
    }

    /// <summary>"Why amber, when the figures say red?"; null where no reason is asked for.</summary>
    public static string? WhyOtherwise(Colour declared, LineRating rating) => LineRating.DifferenceOf(rating.Computed, declared) switch
    {
        Difference.None => null,
        Difference.Unmeasured => $"Why {declared.ToString().ToLowerInvariant()}, when no figure stands behind it?",
        _ => $"Why {declared.ToString().ToLowerInvariant()}, when the figures say {rating.Computed.ToString().ToLowerInvariant()}?",
    };
}

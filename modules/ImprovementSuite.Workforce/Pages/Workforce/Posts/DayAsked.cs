using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ImprovementSuite.Workforce.Pages.Workforce.Posts;

/// <summary>The day of which a page is asked: today where none is given, and today with a message where what was typed is none.</summary>
internal static class DayAsked
{
    public const string Hint = "Any day up to today, such as 16 December 2009";

    public static DateOnly Read(string? typed, string field, DateOnly today, ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return today;
        if (EnglishDay.Read(typed) is not { } day)
            state.AddModelError(field, "Write the day as 16 December 2009 or 16/12/2009");
        else if (day > today)
            state.AddModelError(field, $"{Say.Date(day)} has not come yet: give today or a day before it");
        else
            return day;
        return today;
    }
}

using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ImprovementSuite.Host.Pages.Feeds;

/// <summary>The last day of a key, as it was typed.</summary>
internal static class KeyDay
{
    /// <summary>The day; null, with the error beside its field, where it is none or not one from the first to the last.</summary>
    public static DateOnly? Read(ModelStateDictionary errors, string field, string? typed, DateOnly first, DateOnly last)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (EnglishDay.Read(typed) is not { } day)
            errors.AddModelError(field, "Give a day, such as 1 October 2010");
        else if (day < first || day > last)
            errors.AddModelError(field, $"Give a day from {Say.Date(first)} to {Say.Date(last)}");
        else
            return day;
        return null;
    }
}

using System.Globalization;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Platform.Ui;

/// <summary>What forms have in common: days, numbers and texts that say what is wrong with them, and the second of two savers who is shown what the first saved.</summary>
/// <typeparam name="TDb">The module's database.</typeparam>
public abstract class EntryForm<TDb>(TDb db, BusinessClock clock) : PageModel where TDb : ModuleDb
{
    /// <summary>Characters of a name.</summary>
    protected const int LongestName = 100;

    /// <summary>Characters of any other text.</summary>
    protected const int LongestText = 500;

    /// <summary>What SQLite says where a row would break a rule of its table, such as a key that is taken.</summary>
    protected const int ConstraintFailed = 19;

    /// <summary>Of the row that the person had before them.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What somebody else has saved while the person was writing, beside what they wrote.</summary>
    public IReadOnlyList<SavedField> Meanwhile { get; private set; } = [];

    /// <summary>The business day.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>The business instant, UTC.</summary>
    protected DateTime Now => clock.Now;

    /// <summary>The module's database.</summary>
    protected TDb Db => db;

    /// <summary>Adds an error where a text that must be given is empty, or one is too long.</summary>
    protected void Text(string? typed, string field, string? error, int longest = LongestText)
    {
        if (error is not null && string.IsNullOrWhiteSpace(typed))
            ModelState.AddModelError(field, error);
        else if (typed?.Length > longest)
            ModelState.AddModelError(field, $"This has {Say.Number(longest)} characters at most, and there are {Say.Number(typed.Length)}");
    }

    /// <summary>The day in a field; null, and an error, where something else was typed or a day that must be given was not.</summary>
    protected DateOnly? Day(string? typed, string field, string? error = null)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            if (error is not null)
                ModelState.AddModelError(field, error);
            return null;
        }
        var day = EnglishDay.Read(typed);
        if (day is null)
            ModelState.AddModelError(field, $"“{typed.Trim()}” is not a day: write it as {Say.Date(Today)}");
        return day;
    }

    /// <summary>As <see cref="Day"/>, of something that has happened.</summary>
    protected DateOnly? PastDay(string? typed, string field, string error)
    {
        var day = Day(typed, field, error);
        if (day > Today)
            ModelState.AddModelError(field, $"{Say.Date(day.Value)} is still to come: give a day up to today, {Say.Date(Today)}");
        return day;
    }

    /// <summary>A whole number from 0; null, and an error, where something else was typed or one that must be given was not.</summary>
    protected int? Whole(string? typed, string field, string? error, int most = 100_000)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            if (error is not null)
                ModelState.AddModelError(field, error);
            return null;
        }
        if (int.TryParse(typed.Replace(",", "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
            return number;
        ModelState.AddModelError(field, $"“{typed.Trim()}” is not a whole number from 0 to {Say.Number(most)}: write it in digits, such as 40");
        return null;
    }

    /// <summary>The text without what surrounds it; null where there is none.</summary>
    protected static string? TextOrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().ReplaceLineEndings("\n");

    /// <summary>The number as a field has it.</summary>
    protected static string? Digits(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Saves; or says what somebody else has saved while the person was writing, as <paramref name="differences"/> read it anew.</summary>
    protected async Task<IActionResult> Save(string back, Func<Task> save, Func<Task<(int Version, IReadOnlyList<SavedField> Fields)?>> differences)
    {
        try
        {
            await save();
            return Redirect(back);
        }
        catch (DbUpdateException clash) when (clash is DbUpdateConcurrencyException || clash.InnerException is SqliteException { SqliteErrorCode: ConstraintFailed })
        {
            db.ChangeTracker.Clear();
            if (await differences() is not { } found)
            {
                ModelState.AddModelError("", "Somebody else has removed this while you were writing. Nothing of yours is lost: enter it anew if it is still so");
                return Page();
            }
            (Version, Meanwhile) = found;
            ModelState.Remove(nameof(Version));
            ModelState.AddModelError("", SavedField.Sentence());
            return Page();
        }
    }
}

using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>
/// What the forms about one school have in common: an open school of the council, days and texts that say what is wrong with them, and the second of two
/// savers who is shown what the first saved.
/// </summary>
internal abstract class SchoolForm(SchoolsDb db, BusinessClock clock) : PageModel
{
    protected const int LongestName = 100;
    protected const int LongestReason = 500;
    protected const int LongestText = 4000;

    private const int ConstraintFailed = 19;

    /// <summary>Of the row that the person had before them; null where there was none.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public School School { get; private set; } = null!;

    public IReadOnlyList<SavedField> Meanwhile { get; protected set; } = [];

    public DateOnly Today => clock.Today;

    /// <summary>The school's own page.</summary>
    public string Back => $"/schools/{School.Urn}";

    protected SchoolsDb Db => db;

    /// <summary>The school in the change log.</summary>
    protected string Subject => $"{School.Name} ({School.Urn})";

    protected async Task<bool> Find(int urn, CancellationToken cancel, bool closedToo = false)
    {
        if (await db.OwnSchool(urn, closedToo, cancel) is not { } school)
            return false;
        School = school;
        return true;
    }

    /// <summary>Adds an error where a text that must be given is empty, or one is too long.</summary>
    protected void Text(string? typed, string field, string? error, int longest)
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
            ModelState.AddModelError(field, $"\u201c{typed.Trim()}\u201d is not a day: write it as {Say.Date(Today)}");
        return day;
    }

    /// <summary>As <see cref="Day"/>, of something that has happened.</summary>
    protected DateOnly? PastDay(string? typed, string field, string? error = null)
    {
        var day = Day(typed, field, error);
        if (day > Today)
            ModelState.AddModelError(field, $"{Say.Date(day.Value)} is still to come: give a day up to today, {Say.Date(Today)}");
        return day;
    }

    protected static string? TextOrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().ReplaceLineEndings("\n");

    /// <summary>Saves, or shows by <paramref name="showMeanwhile"/> what somebody else has saved while the person was writing.</summary>
    protected async Task<IActionResult> Save(Func<Task<IActionResult>> showMeanwhile, CancellationToken cancel, bool countAnew = false)
    {
        try
        {
            await (countAnew ? db.SaveAndCountAnew(cancel) : db.SaveChangesAsync(cancel));
            return Redirect(Back);
        }
        catch (DbUpdateException clash) when (clash is DbUpdateConcurrencyException || clash.InnerException is SqliteException { SqliteErrorCode: ConstraintFailed })
        {
            db.ChangeTracker.Clear();
            return await showMeanwhile();
        }
    }
}

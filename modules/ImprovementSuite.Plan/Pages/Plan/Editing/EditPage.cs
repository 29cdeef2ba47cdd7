using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Editing;

/// <summary>
/// What every form that changes the plan has in common: a reason, the change log entry of what differs, and the second of two savers who is
/// shown what the first saved.
/// </summary>
internal abstract class EditPage(PlanDb db) : PageModel
{
    private const string NoReason = "Say why, such as who decided it and when: it is kept in the history";
    private const int LongestReason = 500;

    /// <summary>The version of the row that the person had before them.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? RemoveWhy { get; set; }

    public IReadOnlyList<SavedField> Meanwhile { get; private set; } = [];

    protected PlanDb Db => db;

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>Adds an error where a field that must be filled is empty.</summary>
    protected void Require(string? typed, string field, string error)
    {
        if (string.IsNullOrWhiteSpace(typed))
            ModelState.AddModelError(field, error);
    }

    protected void RequireWhy() => RequireReason(Why, nameof(Why));

    protected void RequireRemoveWhy() => RequireReason(RemoveWhy, nameof(RemoveWhy));

    /// <summary>The day in a field; an error where something else was typed.</summary>
    protected DateOnly? Day(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var day = EnglishDay.Read(typed);
        if (day is null)
            ModelState.AddModelError(field, $"\"{typed.Trim()}\" is not a day: write it as 31 October 2010");
        return day;
    }

    /// <summary>Saves an edited row with what differs, or shows what another has saved meanwhile.</summary>
    /// <param name="row">The row whose version counts.</param>
    /// <param name="stored">Reads the same thing as it is stored now; null where it is gone.</param>
    /// <param name="to">Where to go when it is saved.</param>
    protected async Task<IActionResult> Save(
        object row, string action, string subject, IReadOnlyList<Fact> before, IReadOnlyList<Fact> after, Func<Task<(IReadOnlyList<Fact> Facts, int Version)?>> stored, string to)
    {
        var changed = Facts.Changed(before, after);
        if (changed.Count == 0)
            return Redirect(to);
        db.Entry(row).State = EntityState.Modified;
        db.Expect(row, Version);
        db.Record(Actor.Of(User), action, subject, Facts.Text(changed.Select(c => (c.Field, c.Before))), Facts.Text(changed.Select(c => (c.Field, c.After))), Why);
        return await Commit(subject, after, stored, to);
    }

    /// <summary>Saves a row that is new, or takes one away, with all that is known of it.</summary>
    protected async Task<IActionResult> Record(string action, string subject, string? before, string? after, string? why, string to)
    {
        db.Record(Actor.Of(User), action, subject, before, after, why);
        return await Commit(subject, [], () => Task.FromResult<(IReadOnlyList<Fact>, int)?>(null), to);
    }

    private async Task<IActionResult> Commit(string subject, IReadOnlyList<Fact> yours, Func<Task<(IReadOnlyList<Fact> Facts, int Version)?>> stored, string to)
    {
        await db.Changed(Cancel);
        try
        {
            await db.SaveChangesAsync(Cancel);
            return Redirect(to);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await stored() is not { } theirs)
            {
                ModelState.AddModelError("", "Somebody else has changed or removed this meanwhile. Nothing was saved: open it again to see how it stands.");
                return Page();
            }
            var who = await db.ChangeLog.AsNoTracking().Where(entry => entry.Subject == subject).OrderByDescending(entry => entry.Sequence).Select(entry => entry.ActorName).FirstOrDefaultAsync(Cancel);
            ModelState.AddModelError("", SavedField.Sentence(who ?? "Somebody else"));
            Meanwhile = [.. Facts.Changed(theirs.Facts, yours).Select(c => new SavedField(c.Field, c.Before, c.After))];
            // Whoever saves now has seen what stands.
            Version = theirs.Version;
            ModelState.Remove(nameof(Version));
            return Page();
        }
    }

    private void RequireReason(string? why, string field)
    {
        Require(why, field, NoReason);
        if (why?.Length > LongestReason)
            ModelState.AddModelError(field, $"The reason has {LongestReason} characters at most; this one has {why.Length}");
    }

    /// <summary>The texts of a field that takes one a line.</summary>
    protected static List<string> TextLines(string? typed) =>
        [.. (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    protected static string? TextOrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().ReplaceLineEndings("\n");
}

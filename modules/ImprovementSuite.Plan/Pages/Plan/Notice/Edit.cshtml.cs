using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Plan.Readings;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Notice;

/// <summary>What the notice is, who issued it, and its days.</summary>
[Authorize(Tasks.EditPlan)]
internal sealed class EditModel(PlanDb db) : PageModel
{
    public static readonly IEnumerable<(string, string)> Kinds = Enum.GetValues<NoticeKind>().Select(kind => (kind.ToString(), NoticeSays.Kind(kind)));

    [BindProperty]
    public NoticeKind Kind { get; set; }

    [BindProperty, StringLength(200, ErrorMessage = "The issuer has 200 characters at most")]
    public string? IssuedBy { get; set; }

    [BindProperty]
    public string? IssuedOn { get; set; }

    [BindProperty]
    public string? ReviewOn { get; set; }

    [BindProperty]
    public string? EndsOn { get; set; }

    [BindProperty, StringLength(Condition.Longest, ErrorMessage = "The note has 2,000 characters at most")]
    public string? Note { get; set; }

    [BindProperty, Required(ErrorMessage = "Say why; it is kept in the change log"), StringLength(500, ErrorMessage = "The reason has 500 characters at most")]
    public string? Why { get; set; }

    /// <summary>The version that the editor had before them; -1 where none was recorded.</summary>
    [BindProperty]
    public int Version { get; set; } = -1;

    /// <summary>What somebody else has saved meanwhile.</summary>
    public NoticeWords? Theirs { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        if (await Notice(cancel) is not { } notice)
            return;
        (Kind, IssuedBy, Note, Version) = (notice.Kind, notice.IssuedBy, notice.Note, notice.Version);
        (IssuedOn, ReviewOn, EndsOn) = (Typed(notice.IssuedOn), Typed(notice.ReviewOn), Typed(notice.EndsOn));
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var (issued, review, ends) = (Day(nameof(IssuedOn), IssuedOn), Day(nameof(ReviewOn), ReviewOn), Day(nameof(EndsOn), EndsOn));
        if (ends < issued)
            ModelState.AddModelError(nameof(EndsOn), $"The notice cannot end before it was issued, {Say.Date(issued!.Value)}");
        if (review < issued)
            ModelState.AddModelError(nameof(ReviewOn), $"The review cannot come before the notice was issued, {Say.Date(issued!.Value)}");
        if (!ModelState.IsValid)
            return Page();

        var words = new NoticeWords(Kind, ReadingCheck.Text(IssuedBy), issued, review, ends, ReadingCheck.Text(Note));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var notice = await Notice(cancel);
        // Saved by another meanwhile, or recorded while this page stood open: both are shown, and nothing typed is lost.
        if ((notice?.Version ?? -1) != Version)
        {
            (Theirs, Version) = (notice?.Words, notice?.Version ?? -1);
            ModelState.Remove(nameof(Version));
            ModelState.AddModelError("", "Somebody else has saved the notice meanwhile. Theirs stands below; save again to put yours in its place.");
            return Page();
        }
        db.Record(Actor.Of(User), notice is null ? "recorded the notice" : "changed the notice", "The notice", notice is null ? null : Text(notice.Words), Text(words), Why);
        if (notice is null)
            db.Add(CurrentNotice.Of(words));
        else
            notice.Change(words);
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Redirect("/plan/notice");
    }

    public static string Text(NoticeWords words) =>
        $"{NoticeSays.Kind(words.Kind)}, issued by {words.IssuedBy ?? "not recorded"} on {Shown(words.IssuedOn)}, review {Shown(words.ReviewOn)}, ends {Shown(words.EndsOn)}{(words.Note is null ? "" : $". {words.Note}")}";

    private Task<CurrentNotice?> Notice(CancellationToken cancel) => db.Notices.IgnoreAutoIncludes().SingleOrDefaultAsync(cancel);

    private DateOnly? Day(string field, string? typed)
    {
        if (ReadingCheck.Text(typed) is not { } text)
            return null;
        if (TypedDay.Read(text) is { } day)
            return day;
        ModelState.AddModelError(field, $"\"{text}\" is no day: write it such as 31 July 2010, or leave it empty");
        return null;
    }

    private static string? Typed(DateOnly? day) => day is { } given ? Say.Date(given) : null;

    private static string Shown(DateOnly? day) => Typed(day) ?? "no day";
}

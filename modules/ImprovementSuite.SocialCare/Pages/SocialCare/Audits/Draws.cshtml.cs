using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>The draws that were made, and the next one.</summary>
[Authorize(Tasks.ModerateAudits)]
internal sealed class DrawsModel(SocialCareDb db, AuditDraws draws, BusinessClock clock) : PageModel
{
    /// <summary>What can be drawn: the monthly audits of either kind, or the review.</summary>
    public static readonly IReadOnlyList<(string Value, string Title)> Whats =
        [("files", "Case file audits of the month, by quota"), ("nfa", "No further action audits of the month, by quota"), ("review", "No further action review")];

    private const int MostFiles = 2000;

    [BindProperty]
    public string What { get; set; } = "files";

    [BindProperty, Required(ErrorMessage = "Give a day of the month, such as 1 July 2010")]
    public string? Month { get; set; }

    [BindProperty, Required(ErrorMessage = "Give the first day of the records to draw from, such as 1 April 2010")]
    public string? From { get; set; }

    [BindProperty, Required(ErrorMessage = "Give the last day of the records to draw from, such as 30 June 2010")]
    public string? To { get; set; }

    /// <summary>Of the review: how many files in all.</summary>
    [BindProperty, Range(1, MostFiles, ErrorMessage = "The number of files is from 1 to 2,000")]
    public int? Files { get; set; }

    /// <summary>Of the review: the posts that share them.</summary>
    [BindProperty]
    public List<int> Auditors { get; set; } = [];

    [BindProperty, StringLength(100, ErrorMessage = "A seed has 100 characters at most")]
    public string? Seed { get; set; }

    public IReadOnlyList<(AuditDraw Draw, int Files)> Made { get; private set; } = [];

    public IReadOnlyList<ManagerInPost> InPost { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Read(cancel);
        var month = AuditProgramme.Month(clock.Today);
        (Month, From, To) = (EnglishDay.Write(month), EnglishDay.Write(month.AddMonths(-3)), EnglishDay.Write(month.AddDays(-1)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Read(cancel);
        var (month, from, to) = (Day(nameof(Month), Month), Day(nameof(From), From), Day(nameof(To), To));
        if (to < from)
            ModelState.AddModelError(nameof(To), "The last day lies before the first: correct one of them");
        if (to > clock.Today)
            ModelState.AddModelError(nameof(To), $"The last day is still to come: give a day up to today, {Say.Date(clock.Today)}");
        if (Whats.All(what => what.Value != What))
            ModelState.AddModelError(nameof(What), "Choose what is to be drawn");
        var review = What == "review";
        var shared = InPost.Where(post => Auditors.Contains(post.Id)).ToList();
        if (review && Files is null && ModelState.GetFieldValidationState(nameof(Files)) != ModelValidationState.Invalid)
            ModelState.AddModelError(nameof(Files), "Say how many files are to be drawn for the review");
        if (review && shared.Count == 0)
            ModelState.AddModelError(nameof(Auditors), "Choose the auditors who share the review");
        if (!ModelState.IsValid)
            return Page();

        var first = AuditProgramme.Month(month!.Value);
        var kind = What == "files" ? AuditKind.CaseFile : AuditKind.NoFurtherAction;
        var wanted = review ? Shares(shared, Files!.Value) : await draws.StillToGive(kind, first, cancel);
        if (wanted.Count == 0)
        {
            ModelState.AddModelError(nameof(Month), $"Every post has been given its audits of {Say.Month(first)}, or nobody in post has a quota: there is nothing to draw");
            return Page();
        }
        var seed = string.IsNullOrWhiteSpace(Seed) ? RandomNumberGenerator.GetHexString(16, lowercase: true) : Seed.Trim();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (draw, _) = await draws.Make(new DrawOrder(review ? AuditPurpose.NfaReview : AuditPurpose.Quota, kind, first, from!.Value, to!.Value, seed, wanted, clock.Today), Actor.Of(User), cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException)
        {
            ModelState.AddModelError("", "Somebody else has drawn some of the same files at this moment, so nothing was drawn. Draw again.");
            return Page();
        }
        return Redirect($"/social-care/audits/draws/{draw.Id}");
    }

    /// <summary>As even as can be: the first get one more where it does not divide.</summary>
    public static Dictionary<int, int> Shares(IReadOnlyList<ManagerInPost> auditors, int files) =>
        auditors.OrderBy(auditor => auditor.Id).Index().ToDictionary(a => a.Item.Id, a => files / auditors.Count + (a.Index < files % auditors.Count ? 1 : 0));

    private DateOnly? Day(string field, string? typed)
    {
        var day = EnglishDay.Read(typed);
        if (!string.IsNullOrWhiteSpace(typed) && day is null)
            ModelState.AddModelError(field, $"\"{typed}\" is not a day: write it as 1 July 2010");
        return day;
    }

    private async Task Read(CancellationToken cancel)
    {
        var files = await db.Audits.Where(a => a.DrawId != null).GroupBy(a => a.DrawId!.Value).Select(g => new { g.Key, Files = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Files, cancel);
        Made = [.. (await db.Set<AuditDraw>().AsNoTracking().OrderByDescending(d => d.Id).Take(50).ToListAsync(cancel)).Select(draw => (draw, files.GetValueOrDefault(draw.Id)))];
        InPost = [.. (await db.Managers.AsNoTracking().Include(m => m.Team).ToListAsync(cancel)).Where(m => m.InPostOn(clock.Today)).OrderByDescending(m => m.Role).ThenBy(m => m.Locality, StringComparer.Ordinal).ThenBy(m => m.Name, StringComparer.Ordinal)];
    }
}

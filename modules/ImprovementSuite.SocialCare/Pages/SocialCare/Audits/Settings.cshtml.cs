using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>Quotas, the number stated for a month, the share marked twice, what no further action is to fall from, the scales and the lists of the form.</summary>
[Authorize(Tasks.ModerateAudits)]
internal sealed class SettingsModel(SocialCareDb db, BusinessClock clock, Doorbell doorbell) : PageModel
{
    private const int Longest = 500;
    private const string BadMonth = "Give a day of the month, such as 1 October 2010";

    public AuditProgramme Programme { get; private set; } = null!;

    public IReadOnlyList<AuditQuota> Quotas { get; private set; } = [];

    public IReadOnlyList<ExpectedStatement> Statements { get; private set; } = [];

    public IReadOnlyList<GradeScale> Scales { get; private set; } = [];

    public ILookup<AuditList, ListedItem> Items { get; private set; } = Array.Empty<ListedItem>().ToLookup(item => item.List);

    [BindProperty]
    public string? FirstMonth { get; set; }

    [BindProperty]
    public AuditorRole Role { get; set; } = AuditorRole.TeamManager;

    [BindProperty]
    public AuditKind Kind { get; set; } = AuditKind.CaseFile;

    [BindProperty]
    public string? QuotaFrom { get; set; }

    [BindProperty]
    public int? Files { get; set; }

    [BindProperty]
    public string? StatedMonth { get; set; }

    [BindProperty]
    public int? Expected { get; set; }

    [BindProperty]
    public string? SecondShare { get; set; }

    [BindProperty]
    public string? BaselineFrom { get; set; }

    [BindProperty]
    public string? BaselineTo { get; set; }

    [BindProperty]
    public string? Reduction { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public AuditList List { get; set; }

    [BindProperty]
    public string? ItemTitle { get; set; }

    [BindProperty]
    public string? ScaleFrom { get; set; }

    [BindProperty]
    public string? ScaleNames { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Read(cancel);
        (BaselineFrom, BaselineTo, Reduction) = (EnglishDay.Write(Programme.BaselineFrom), EnglishDay.Write(Programme.BaselineTo), Say.Number(Programme.NfaReduction));
        (FirstMonth, SecondShare, Version) = (EnglishDay.Write(Programme.FirstMonth), Say.Number(Programme.SecondShare), Programme.Version);
    }

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancel)
    {
        await Read(cancel);
        var month = Month(FirstMonth, nameof(FirstMonth));
        if (month > clock.Today)
            ModelState.AddModelError(nameof(FirstMonth), $"The first month is still to come: choose one up to {Say.Month(clock.Today)}");
        if (!ModelState.IsValid)
            return Page();
        var (before, months) = (Programme.FirstMonth, Programme.Months().ToList());
        Programme.Begin(month!.Value, clock.Today);
        db.Expect(Programme, Version);
        db.Record(Actor.Of(User), "began the audit programme", "Case audits", before is { } first ? Say.Month(first) : null, Say.Month(month.Value));
        return await Save(() => db.SaveCounted(doorbell, [.. months.Concat(Programme.Months()).Select(m => (Measures.AuditsCompleted.Code, m))], cancel));
    }

    public async Task<IActionResult> OnPostQuotaAsync(CancellationToken cancel)
    {
        await Read(cancel);
        var month = Month(QuotaFrom, nameof(QuotaFrom));
        if (Files is not (>= 0 and <= 100))
            ModelState.AddModelError(nameof(Files), "The audits a month are a number from 0 to 100");
        if (!Enum.IsDefined(Role) || !Enum.IsDefined(Kind))
            ModelState.AddModelError(nameof(Role), "Choose a role and a kind from the lists");
        Reason();
        if (!ModelState.IsValid)
            return Page();
        var quota = await db.Set<AuditQuota>().SingleOrDefaultAsync(q => q.Role == Role && q.Kind == Kind && q.From == month, cancel);
        var before = quota?.ToString();
        if (quota is null)
            db.Add(quota = new AuditQuota { Role = Role, Kind = Kind, From = month!.Value });
        quota.Files = Files!.Value;
        db.Record(Actor.Of(User), "set a quota of audits", $"{Role.Words()}, {AuditDraws.Words(AuditPurpose.Quota, Kind).ToLowerInvariant()}", before, quota.ToString(), Why!.Trim());
        return await Save(() => db.SaveExpected(doorbell, cancel));
    }

    public async Task<IActionResult> OnPostStateAsync(CancellationToken cancel)
    {
        await Read(cancel);
        var month = Month(StatedMonth, nameof(StatedMonth));
        if (Expected is not (>= 0 and <= 10_000))
            ModelState.AddModelError(nameof(Expected), "The expected audits are a number from 0 to 10,000");
        Reason();
        if (!ModelState.IsValid)
            return Page();
        var actor = Actor.Of(User);
        var statement = await db.Set<ExpectedStatement>().SingleOrDefaultAsync(s => s.Month == month, cancel);
        var before = statement is null ? null : $"{statement.Expected}, {statement.Why}";
        if (statement is null)
            db.Add(statement = new ExpectedStatement { Month = month!.Value, By = "", Why = "" });
        (statement.Expected, statement.By, statement.Why, statement.On) = (Expected!.Value, actor.Name, Why!.Trim(), clock.Today);
        db.Record(actor, "stated the expected audits", Say.Month(month!.Value), before, $"{Expected}", statement.Why);
        return await Save(() => db.SaveExpected(doorbell, cancel));
    }

    /// <summary>The statement goes; what posts and quotas add up to stands again.</summary>
    public async Task<IActionResult> OnPostUnstateAsync(DateOnly month, CancellationToken cancel)
    {
        await Read(cancel);
        if (await db.Set<ExpectedStatement>().SingleOrDefaultAsync(s => s.Month == month, cancel) is not { } statement)
            return NotFound();
        db.Remove(statement);
        db.Record(Actor.Of(User), "withdrew a statement of expected audits", Say.Month(month), $"{statement.Expected}, {statement.Why}");
        return await Save(() => db.SaveExpected(doorbell, cancel));
    }

    public async Task<IActionResult> OnPostShareAsync(CancellationToken cancel)
    {
        await Read(cancel);
        if (!int.TryParse(SecondShare, out var share) || share is < 0 or > 100)
            ModelState.AddModelError(nameof(SecondShare), "The share is a number from 0 to 100");
        if (!ModelState.IsValid)
            return Page();
        var before = Programme.SecondShare;
        Programme.SecondShare = share;
        db.Expect(Programme, Version);
        db.Record(Actor.Of(User), "set the share that is marked twice", "Case audits", $"{before} of a hundred", $"{share} of a hundred");
        return await Save(() => db.SaveChangesAsync(cancel));
    }

    public async Task<IActionResult> OnPostBaselineAsync(CancellationToken cancel)
    {
        await Read(cancel);
        var (from, to) = (EnglishDay.Read(BaselineFrom), EnglishDay.Read(BaselineTo));
        if (from is null)
            ModelState.AddModelError(nameof(BaselineFrom), "Give the first day of the period, such as 1 April 2009");
        if (to is null)
            ModelState.AddModelError(nameof(BaselineTo), "Give the last day of the period, such as 9 December 2009");
        else if (to < from || to > clock.Today)
            ModelState.AddModelError(nameof(BaselineTo), "The period ends after it begins, and not after today: change one of the two days");
        if (!int.TryParse(Reduction, out var reduction) || reduction is < 0 or > 100)
            ModelState.AddModelError(nameof(Reduction), "The reduction is a number from 0 to 100");
        if (!ModelState.IsValid)
            return Page();
        var before = InWords(Programme);
        Programme.Reduce(from!.Value, to!.Value, reduction);
        db.Expect(Programme, Version);
        db.Record(Actor.Of(User), "set what no further action is to fall from", "Case audits", before, InWords(Programme));
        return await Save(() => db.SaveChangesAsync(cancel));

        static string? InWords(AuditProgramme programme) =>
            programme is { BaselineFrom: { } from, BaselineTo: { } to } ? $"{programme.NfaReduction}% of its rate in {Say.Range(from, to)}" : null;
    }

    public async Task<IActionResult> OnPostItemAsync(CancellationToken cancel)
    {
        await Read(cancel);
        var title = ItemTitle?.Trim() ?? "";
        if (title.Length is 0 or > 200)
            ModelState.AddModelError(nameof(ItemTitle), "Give the words of the new line, 200 characters at most");
        else if (Items[List].Any(item => string.Equals(item.Title, title, StringComparison.OrdinalIgnoreCase)))
            ModelState.AddModelError(nameof(ItemTitle), "The list has this line already");
        if (!Enum.IsDefined(List))
            ModelState.AddModelError(nameof(List), "Choose a list");
        if (!ModelState.IsValid)
            return Page();
        db.Add(new ListedItem { List = List, Title = title });
        db.Record(Actor.Of(User), "added a line to an audit list", ListedItem.Words(List), after: title);
        return await Save(() => db.SaveChangesAsync(cancel));
    }

    public async Task<IActionResult> OnPostRetireAsync(int id, CancellationToken cancel)
    {
        await Read(cancel);
        if (await db.Set<ListedItem>().SingleOrDefaultAsync(item => item.Id == id, cancel) is not { } item)
            return NotFound();
        var offered = item.RetiredOn is null;
        if (offered)
            item.Retire(clock.Today);
        else
            item.Offer();
        db.Record(Actor.Of(User), offered ? "retired a line of an audit list" : "offered a line of an audit list again", ListedItem.Words(item.List), after: item.Title);
        return await Save(() => db.SaveChangesAsync(cancel));
    }

    public async Task<IActionResult> OnPostScaleAsync(CancellationToken cancel)
    {
        await Read(cancel);
        var month = Month(ScaleFrom, nameof(ScaleFrom));
        var names = (ScaleNames ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length != GradeScale.Grades)
            ModelState.AddModelError(nameof(ScaleNames), "Give four grades from the best to the worst, with commas between them");
        if (Scales.Any(scale => scale.From == month))
            ModelState.AddModelError(nameof(ScaleFrom), "A scale begins in this month already: choose another month");
        if (!ModelState.IsValid)
            return Page();
        db.Add(new GradeScale { From = month!.Value, First = names[0], Second = names[1], Third = names[2], Fourth = names[3] });
        db.Record(Actor.Of(User), "added a scale of grades", $"From {Say.Month(month.Value)}", after: Say.List(names));
        return await Save(() => db.SaveChangesAsync(cancel));
    }

    private DateOnly? Month(string? typed, string field)
    {
        var day = EnglishDay.Read(typed);
        if (day is null)
            ModelState.AddModelError(field, BadMonth);
        return day is { } known ? AuditProgramme.Month(known) : null;
    }

    private void Reason()
    {
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), "Say why, such as the decision and its date: it is kept in the change log");
        else if (Why.Length > Longest)
            ModelState.AddModelError(nameof(Why), $"The reason has {Longest} characters at most; this one has {Why.Length}");
    }

    private async Task<IActionResult> Save(Func<Task> save)
    {
        try
        {
            await save();
            return RedirectToPage();
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            await Read(HttpContext.RequestAborted);
            (Version, _) = (Programme.Version, ModelState.Remove(nameof(Version)));
            ModelState.AddModelError("", "Somebody else has changed these settings at this moment. Nothing was saved and nothing you typed is lost: look at what stands now, and save again");
            return Page();
        }
    }

    private async Task Read(CancellationToken cancel)
    {
        Programme = await db.Programme(cancel);
        Quotas = await db.Set<AuditQuota>().AsNoTracking().OrderBy(q => q.Role).ThenBy(q => q.Kind).ThenBy(q => q.From).ToListAsync(cancel);
        Statements = await db.Set<ExpectedStatement>().AsNoTracking().OrderByDescending(s => s.Month).ToListAsync(cancel);
        Scales = await db.Set<GradeScale>().AsNoTracking().OrderBy(s => s.From).ToListAsync(cancel);
        Items = (await db.Set<ListedItem>().AsNoTracking().OrderBy(item => item.Id).ToListAsync(cancel)).ToLookup(item => item.List);
    }
}

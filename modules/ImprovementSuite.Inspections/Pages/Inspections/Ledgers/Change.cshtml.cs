using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Ledgers;

/// <summary>One step about several recommendations at once: first what it would change and what it cannot, then all of it or nothing.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class ChangeModel(InspectionsDb db, LedgerDesk desk, BusinessClock clock) : EntryForm(db, clock)
{
    /// <summary>What becomes of one of those chosen: the change in words, or why there is none.</summary>
    public sealed record Outcome(LedgerCase Case, string? Change, string? Refusal);

    public const string Assign = "assign";
    public const string Revise = "revise";
    public const string Withdraw = "withdraw";

    public static readonly IReadOnlyList<(string Value, string Title)> Steps = [("", "Choose what is to change"), (Assign, "Give them to somebody"), (Revise, "Revise their date"), (Withdraw, "Withdraw them")];

    /// <summary>Those that were chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public List<long> Ids { get; set; } = [];

    /// <summary>The list in which they were chosen, to which their editor returns.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary><see cref="Back"/>, where it is an address of the ledger; the whole of it where it is not.</summary>
    public string List => Back is not null && Back.StartsWith("/inspections/ledger", StringComparison.Ordinal) && Url.IsLocalUrl(Back) ? Back : "/inspections/ledger";

    /// <summary>Of each of them the version that was shown, as "12:3".</summary>
    [BindProperty]
    public List<string> Seen { get; set; } = [];

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? Service { get; set; }

    [BindProperty(Name = "Day")]
    public string? Until { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? ApprovedBy { get; set; }

    public IReadOnlyList<LedgerCase> Cases { get; private set; } = [];

    /// <summary>Null until it is known what is to change.</summary>
    public IReadOnlyList<Outcome>? Outcomes { get; private set; }

    public IEnumerable<LedgerCase> ThatChange => (Outcomes ?? []).Where(one => one.Refusal is null).Select(one => one.Case);

    public string SeenOf(LedgerCase one) => FormattableString.Invariant($"{one.Row.Id}:{desk.VersionOf(one)}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Read(cancel) ? Page() : ToList("none");

    /// <summary>Shows what would change. Nothing is saved.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
            return ToList("none");
        if (!IsFilled(out var day))
            return Page();
        // A row that the desk has changed for show counts as it was read.
        Seen = [.. Cases.Select(SeenOf)];
        Outcomes = [.. Cases.Select(one => Try(one, day))];
        return Page();
    }

    /// <summary>Changes all that was shown, or nothing.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
            return ToList("none");
        if (!IsFilled(out var day))
            return Page();
        var seen = Seen;
        var now = Cases.Select(SeenOf).ToList();
        Seen = now;
        Outcomes = [.. Cases.Select(one => Try(one, day))];
        if (Outcomes.Any(one => one.Refusal is not null) || !now.All(seen.Contains))
            return Changed();
        foreach (var (one, shown) in Cases.Zip(now))
            desk.Expect(one, int.Parse(shown[(shown.IndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
        try
        {
            await desk.Save(Cases, cancel);
        }
        catch (DbUpdateException clash) when (clash is DbUpdateConcurrencyException || clash.InnerException is SqliteException { SqliteErrorCode: ConstraintFailed })
        {
            Db.ChangeTracker.Clear();
            await Read(cancel);
            Seen = [.. Cases.Select(SeenOf)];
            Outcomes = [.. Cases.Select(one => Try(one, day))];
            return Changed();
        }
        return ToList();
    }

    private RedirectResult ToList(string? chosen = null) => Redirect(chosen is null ? List : QueryHelpers.AddQueryString(List, "chosen", chosen));

    private PageResult Changed()
    {
        ModelState.AddModelError("", "Somebody has changed some of them meanwhile, and nothing was saved: look again at what would change, and confirm it");
        return Page();
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        Cases = await desk.Find([.. Ids.Distinct().Take(IndexModel.PageSize)], cancel);
        return Cases.Count > 0;
    }

    /// <summary>Whether everything is given that the step needs; what is not is told beside its field.</summary>
    private bool IsFilled(out DateOnly day)
    {
        day = default;
        switch (What)
        {
            case Assign:
                Text(Owner, nameof(Owner), "Give who answers for them", LongestName);
                Text(Service, nameof(Service), "Give the service that answers for them", LongestName);
                break;
            case Revise:
                day = Day(Until, "Day", $"Give the day by which they are to be complete, such as {Say.Date(Today.AddMonths(1))}") ?? default;
                Text(Why, nameof(Why), "Say why the date is revised", LedgerDesk.LongestWords);
                Text(ApprovedBy, nameof(ApprovedBy), "Give who approved it", LongestName);
                break;
            case Withdraw:
                Text(Why, nameof(Why), "Say who took them back and why", LedgerDesk.LongestWords);
                break;
            default:
                ModelState.AddModelError(nameof(What), "Choose what is to change");
                break;
        }
        return ModelState.IsValid;
    }

    private Outcome Try(LedgerCase one, DateOnly day)
    {
        var by = Actor.Of(User);
        var (problem, change) = What switch
        {
            Assign => (desk.Assign(one, Owner!, Service!, by), $"{one.Row.Owner}, {one.Row.Service} → {Owner!.Trim()}, {Service!.Trim()}"),
            Revise => (desk.Revise(one, day, Why, ApprovedBy, by), $"{Say.ShortDate(one.Row.RevisedDueOn ?? one.Row.OriginallyDueOn)} → {Say.ShortDate(day)}"),
            _ => (desk.Withdraw(one, Why, by), $"{one.Row.Status.Words()} → {LedgerStatus.Withdrawn.Words()}"),
        };
        return new(one, problem is null ? change : null, problem?.Sentence);
    }
}

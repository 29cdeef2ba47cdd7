using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Settings;

/// <summary>Says what the module counts and leaves out. Everything that it changes is counted anew.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class SettingsModel(InspectionsDb db, BusinessClock clock, Doorbell doorbell) : EntryForm(db, clock)
{
    public static readonly IReadOnlyList<(string Value, string Words)> Kinds = [.. Enum.GetValues<ProviderKind>().Select(kind => ($"{kind}", kind.Words()))];

    [BindProperty]
    public string[] LeftOut { get; set; } = [];

    [BindProperty]
    public string[] InBlockA { get; set; } = [];

    [BindProperty]
    public string? ReviewsFrom { get; set; }

    [BindProperty]
    public string? AuthorityCode { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public InspectionsSettings Known { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Find(cancel);
        (LeftOut, InBlockA, ReviewsFrom, AuthorityCode, Version) = (Values(Known.LeftOut), Values(Known.InBlockA), EnglishDay.Write(Known.ReviewsFrom), Known.AuthorityCode, Known.Version);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Find(cancel);
        var (leftOut, inBlockA) = (Read(LeftOut), Read(InBlockA));
        if (inBlockA.Count == 0)
            ModelState.AddModelError(nameof(InBlockA), "Tick one sort of service at least: Block A would count nothing");
        var reviewsFrom = PastDay(ReviewsFrom, nameof(ReviewsFrom), "Give the day from which reviews count, such as 1 April 2010");
        var code = TextOrNull(AuthorityCode);
        await CheckCode(code, cancel);
        Text(Why, nameof(Why), "Say why the settings are changed");
        if (!ModelState.IsValid)
            return Page();

        var before = InLog(Known);
        var stale = await Stale(leftOut, inBlockA, reviewsFrom!.Value, cancel);
        Db.Expect(Known, Version);
        (Known.LeftOut, Known.InBlockA, Known.ReviewsFrom, Known.AuthorityCode) = (leftOut, inBlockA, reviewsFrom.Value, code);
        Db.Record(Actor.Of(User), "changed what inspections count", "Inspections", before, InLog(Known), Why!.Trim());
        var saved = await Save("/inspections/profile", () => Db.SaveAndCountAnew(stale, cancel), async () =>
        {
            await Find(cancel);
            return (Known.Version, SavedField.Of(
                ("Left out of the ledger's figures", Words(Known.LeftOut), Words(leftOut)), ("Counted in Block A", Words(Known.InBlockA), Words(inBlockA)),
                ("Reviews count from", EnglishDay.Write(Known.ReviewsFrom), EnglishDay.Write(reviewsFrom)), ("Code of the council", Known.AuthorityCode, code)));
        });
        doorbell.Ring(InspectionsModule.Name);
        return saved;
    }

    /// <summary>The days on which a changed setting changes a figure.</summary>
    private async Task<IReadOnlyList<(string Measure, DateOnly Day)>> Stale(List<ProviderKind> leftOut, List<ProviderKind> inBlockA, DateOnly reviewsFrom, CancellationToken cancel)
    {
        var stale = new List<(string, DateOnly)>();
        if (!leftOut.SequenceEqual(Known.LeftOut))
            stale.AddRange((await Db.Recommendations.Where(one => one.Counts).Select(one => one.OriginallyDueOn).Distinct().ToListAsync(cancel)).Select(day => (MetInTimescale.Code, day)));
        if (!inBlockA.SequenceEqual(Known.InBlockA))
            stale.Add((GoodOrBetter.Code, WorkingDayCalendar.First));
        if (reviewsFrom != Known.ReviewsFrom)
            stale.Add((ReviewsAdequate.Code, WorkingDayCalendar.First));
        return stale;
    }

    private async Task CheckCode(string? code, CancellationToken cancel)
    {
        if (code is null)
            return;
        if (code.Length != 3 || !code.All(char.IsAsciiDigit))
            ModelState.AddModelError(nameof(AuthorityCode), $"“{code}” is not a local authority code: write three digits, such as 372, or leave it empty");
        else if (await Db.Authorities.AnyAsync(cancel) && !await Db.Authorities.AnyAsync(authority => authority.Code == code, cancel))
            ModelState.AddModelError(nameof(AuthorityCode), $"The overview of authorities has no code {code}: correct it, or bring in an overview that has it first");
    }

    private async Task Find(CancellationToken cancel) => Known = await Db.Settings.SingleAsync(cancel);

    private static List<ProviderKind> Read(IEnumerable<string> values) => [.. Enum.GetValues<ProviderKind>().Where(kind => values.Contains($"{kind}"))];

    private static string[] Values(IEnumerable<ProviderKind> kinds) => [.. kinds.Select(kind => $"{kind}")];

    private static string Words(IReadOnlyCollection<ProviderKind> kinds) => kinds.Count == 0 ? "None" : string.Join(", ", kinds.Order().Select(kind => kind.Words()));

    private static string InLog(InspectionsSettings settings) =>
        $"Left out: {Words(settings.LeftOut)}. Block A: {Words(settings.InBlockA)}. Reviews from {settings.ReviewsFrom:yyyy-MM-dd}. Code of the council: {settings.AuthorityCode ?? "none"}";
}

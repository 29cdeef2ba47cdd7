using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Spend;

/// <summary>Types a rule for agency workers, or corrects one. A rule that is followed by another is left as it is: the other begins later.</summary>
[Authorize(Tasks.LookAfterSpend)]
internal sealed class ChangeRuleModel(WorkforceDb db, BusinessClock clock) : EntryForm(db, clock)
{
    private const int MostPence = 1_000_00;
    private const int MostMonths = 120;

    [BindProperty(SupportsGet = true, Name = "id")]
    public int? Id { get; set; }

    [BindProperty]
    public AgencyRuleKind Kind { get; set; } = AgencyRuleKind.PriceCap;

    [BindProperty]
    public PostRole Role { get; set; } = PostRole.SocialWorker;

    [BindProperty]
    public string? Hourly { get; set; }

    [BindProperty]
    public string? Months { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public AgencyRule? Known { get; private set; }

    public static IEnumerable<(string, string)> Kinds =>
    [
        (nameof(AgencyRuleKind.PriceCap), "The most that an hour of a role costs"), (nameof(AgencyRuleKind.LongestTenure), "The most months that one worker stays"), (nameof(AgencyRuleKind.QuarterlyReturn), "A return each quarter"),
    ];

    public static IEnumerable<(string, string)> Roles => Enum.GetValues<PostRole>().Select(role => (role.ToString(), role.Words()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Find(cancel))
            return NotFound();
        if (Known is { } rule)
        {
            (Kind, Role, Hourly, Months, Version) = (rule.Kind, rule.Role ?? Role, rule.Pence is { } pence ? Pounds.Plain(pence) : null, Digits(rule.Months), rule.Version);
            (From, Until, Source) = (EnglishDay.Write(rule.From), EnglishDay.Write(rule.Until), rule.Source);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Find(cancel) || !Enum.IsDefined(Kind) || !Enum.IsDefined(Role))
            return NotFound();
        var pence = Kind == AgencyRuleKind.PriceCap ? Pounds.Read(Hourly) : null;
        if (Kind == AgencyRuleKind.PriceCap && pence is null or > MostPence)
            ModelState.AddModelError(nameof(Hourly), string.IsNullOrWhiteSpace(Hourly) ? "Give the most that an hour costs, in pounds, such as 38.50" : $"“{Hourly.Trim()}” is not what an hour costs: write pounds over 0 and up to 1,000, such as 38.50");
        var months = Kind == AgencyRuleKind.LongestTenure ? Whole(Months, nameof(Months), "Give the most months that one worker stays, such as 12", MostMonths) : null;
        if (months == 0)
            ModelState.AddModelError(nameof(Months), $"Give 1 to {MostMonths} months");
        var from = Day(From, nameof(From), "Give the first day on which the rule holds");
        var until = Day(Until, nameof(Until));
        if (until < from)
            ModelState.AddModelError(nameof(Until), $"The last day is before the first, {Say.Date(from.Value)}: correct one of them, or leave the last day empty");
        Text(Source, nameof(Source), "Say where the rule is written down, such as the agreement and its date");
        if (!ModelState.IsValid)
            return Page();

        var before = Known?.InLog();
        var rule = Known ?? Db.Add(new AgencyRule()).Entity;
        if (Known is not null)
            Db.Expect(rule, Version);
        if (pence is { } cap)
            rule.SetCap(Role, (int)cap);
        else if (months is { } longest)
            rule.SetLongestTenure(longest);
        else
            rule.SetQuarterlyReturn();
        rule.Hold(from!.Value, until, Source!.Trim());
        var mine = rule.Words();
        Db.Record(Actor.Of(User), before is null ? "added a rule for agency workers" : "changed a rule for agency workers", rule.Words(), before, rule.InLog());
        return await Save("/workforce/agency/rules", () => Db.SaveChangesAsync(cancel), async () =>
        {
            await Find(cancel);
            return Known is not { } theirs ? null : (theirs.Version, SavedField.Of(
                ("Rule", theirs.Words(), mine), ("From", EnglishDay.Write(theirs.From), EnglishDay.Write(from)), ("Until", EnglishDay.Write(theirs.Until), EnglishDay.Write(until)), ("Where it is written down", theirs.Source, Source)));
        });
    }

    private async Task<bool> Find(CancellationToken cancel)
    {
        Known = Id is null ? null : await Db.Set<AgencyRule>().SingleOrDefaultAsync(rule => rule.Id == Id, cancel);
        return Id is null || Known is not null;
    }
}

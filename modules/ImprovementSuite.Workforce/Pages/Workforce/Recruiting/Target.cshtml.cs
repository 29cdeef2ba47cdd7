using System.Globalization;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Recruitment;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Recruiting;

/// <summary>Says which vacancy rate of which roles is to be reached by a day, or changes it.</summary>
[Authorize(Tasks.LookAfterWorkforce)]
internal sealed class TargetModel(WorkforceDb db, BusinessClock clock) : EntryForm(db, clock)
{
    private const string Back = "/workforce/recruitment";

    [BindProperty(SupportsGet = true, Name = "id")]
    public int? Id { get; set; }

    [BindProperty]
    public string? Roles { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Percent { get; set; }

    public RecruitmentTarget? Known { get; private set; }

    public static IEnumerable<(string, string)> Groups => RoleGroup.All.Select(group => (group.Name, char.ToUpperInvariant(group.Words[0]) + group.Words[1..]));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Find(cancel))
            return NotFound();
        if (Known is { } known)
            (Percent, Version) = (Typed(known.Percent), known.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Find(cancel))
            return NotFound();
        var isNumber = decimal.TryParse(Percent?.Trim().TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent);
        if (!isNumber || percent > 100 || decimal.Truncate(percent * 100) != percent * 100)
            ModelState.AddModelError(nameof(Percent), string.IsNullOrWhiteSpace(Percent) ? "Give the vacancy rate in percent, such as 20" : $"“{Percent.Trim()}” is not a percentage from 0 to 100: write it as 20 or 12.5");
        var (group, on) = (RoleGroup.Named(Roles), Known is null ? Day(On, nameof(On), "Give the day by which it is to be reached, such as 31 October 2010") : Known.On);
        if (Known is null && group is null)
            ModelState.AddModelError(nameof(Roles), "Choose the roles");
        if (ModelState.IsValid && Known is null && await Db.Set<RecruitmentTarget>().AnyAsync(target => target.Roles == Roles && target.On == on!.Value, cancel))
            ModelState.AddModelError(nameof(On), $"There is a target of {group!.Words} on {Say.Date(on!.Value)} already: change that one, or give another day");
        if (!ModelState.IsValid)
            return Page();

        var before = Known?.InLog();
        var target = Known ?? Db.Add(new RecruitmentTarget { Roles = group!.Name, On = on!.Value }).Entity;
        if (Known is not null)
            Db.Expect(target, Version);
        target.Set((int)(percent * 100));
        Db.Record(Actor.Of(User), before is null ? "set a target of vacancies" : "changed a target of vacancies", target.Group.Words, before, target.InLog());
        return await Save(Back, () => Db.SaveChangesAsync(cancel), async () =>
        {
            await Find(cancel);
            return Known is not { } theirs ? null : (theirs.Version, SavedField.Of(("Percent", Typed(theirs.Percent), Typed((int)(percent * 100)))));
        });
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (!await Find(cancel) || Known is not { } known)
            return NotFound();
        Db.Expect(known, Version);
        Db.Remove(known);
        Db.Record(Actor.Of(User), "removed a target of vacancies", known.Group.Words, known.InLog());
        return await Save(Back, () => Db.SaveChangesAsync(cancel), async () =>
        {
            await Find(cancel);
            return Known is not { } theirs ? null : (theirs.Version, SavedField.Of(("Percent", Typed(theirs.Percent), Percent)));
        });
    }

    private static string Typed(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    private async Task<bool> Find(CancellationToken cancel)
    {
        Known = Id is null ? null : await Db.Set<RecruitmentTarget>().SingleOrDefaultAsync(target => target.Id == Id, cancel);
        return Id is null || Known is not null;
    }
}

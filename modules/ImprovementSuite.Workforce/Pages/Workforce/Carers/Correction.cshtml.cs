using System.Globalization;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Fostering;
using ImprovementSuite.Workforce.Measures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Carers;

/// <summary>Says a difference between the register of carers and what the council knows, with its reason; corrects one or takes it back.</summary>
[Authorize(Tasks.LookAfterWorkforce)]
internal sealed class CorrectionModel(WorkforceDb db, BusinessClock clock, Doorbell doorbell) : EntryForm(db, clock)
{
    private const int Most = 1000;

    private const string Back = "/workforce/foster-carers";

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Households { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public FosterCorrection? Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        if (Known is { } known)
            (On, Households, Why, Version) = (EnglishDay.Write(known.On), Signed(known.Households), known.Why, known.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        var on = PastDay(On, nameof(On), $"Give the day from which the correction counts, such as {Say.Date(Today)}");
        if (!int.TryParse(Households?.Trim().Replace('−', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var households) || households == 0 || Math.Abs((long)households) > Most)
            ModelState.AddModelError(nameof(Households), string.IsNullOrWhiteSpace(Households) ? "Give the households more, or with a minus sign fewer, such as -12" : $"“{Households.Trim()}” is not a number of households from -{Most} to {Most} other than 0: write it as 3 or -12");
        Text(Why, nameof(Why), "Say why the register is corrected");
        if (!ModelState.IsValid)
            return Page();

        var (before, from) = (Known?.InLog(), Known is { } old && old.On < on ? old.On : on!.Value);
        var correction = Known ?? Db.Add(new FosterCorrection { Why = "" }).Entity;
        if (Known is not null)
            Db.Expect(correction, Version);
        correction.Set(on!.Value, households, Why!.Trim());
        Db.Record(Actor.Of(User), before is null ? "corrected the register of carers" : "changed a correction of the register of carers", $"Foster carers on {on:yyyy-MM-dd}", before, correction.InLog());
        return await Saved(id, from, (on, households), cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        Db.Expect(Known!, Version);
        Db.Remove(Known!);
        Db.Record(Actor.Of(User), "took back a correction of the register of carers", $"Foster carers on {Known!.On:yyyy-MM-dd}", Known.InLog());
        return await Saved(id, Known.On, (EnglishDay.Read(On), int.TryParse(Households, out var households) ? households : null), cancel);
    }

    private async Task<IActionResult> Saved(int? id, DateOnly from, (DateOnly? On, int? Households) typed, CancellationToken cancel)
    {
        var saved = await Save(Back, () => Db.SaveAndCountAnew([FosterCarers.Code], from, cancel), async () =>
        {
            await Find(id, cancel);
            return Known is not { } theirs ? null : (theirs.Version, SavedField.Of(
                ("Counts from", EnglishDay.Write(theirs.On), EnglishDay.Write(typed.On)), ("Households", Signed(theirs.Households), typed.Households is { } number ? Signed(number) : null), ("Why", theirs.Why, Why)));
        });
        doorbell.Ring(WorkforceModule.Name);
        return saved;
    }

    private static string Signed(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<bool> Find(int? id, CancellationToken cancel)
    {
        Known = id is null ? null : await Db.Set<FosterCorrection>().SingleOrDefaultAsync(correction => correction.Id == id, cancel);
        return id is null || Known is not null;
    }
}

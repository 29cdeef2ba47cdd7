using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Profile;

/// <summary>Adds a band or changes one.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class BandModel(InspectionsDb db, BusinessClock clock) : EntryForm(db, clock)
{
    private const string Bands = "/inspections/profile/bands";

    [BindProperty(SupportsGet = true, Name = "id")]
    public int? Id { get; set; }

    [BindProperty]
    public string? Lowest { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? StartsOn { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Null where one is added.</summary>
    public ProfileBand? Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Find(cancel))
            return NotFound();
        if (Known is { } band)
            (Lowest, Words, StartsOn, Source, Version) = (Digits(band.LowestPercent), band.Words, EnglishDay.Write(band.StartsOn), band.Source, band.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Find(cancel))
            return NotFound();
        var lowest = Whole(Lowest, nameof(Lowest), "Give the lowest whole percentage of the band, such as 65", 100);
        Text(Words, nameof(Words), "Give what the band is called, such as performing well", LongestName);
        var startsOn = Day(StartsOn, nameof(StartsOn), $"Give the first day on which it holds, such as {Say.Date(Today)}");
        Text(Source, nameof(Source), "Say where the edge is written down, and how far that was checked");
        Text(Why, nameof(Why), Known is null ? null : "Say why the band is changed");
        if (lowest is not null && startsOn is not null && await Db.Set<ProfileBand>().AnyAsync(band => band.Id != Id && band.StartsOn == startsOn && band.LowestPercent == lowest, cancel))
            ModelState.AddModelError(nameof(Lowest), $"A band from {lowest}% holds from {Say.Date(startsOn.Value)} already: give another percentage or day, or change that band");
        if (!ModelState.IsValid)
            return Page();

        var before = Known?.InLog();
        var band = Known ?? Db.Add(new ProfileBand { Words = "", Source = "" }).Entity;
        if (Known is not null)
            Db.Expect(band, Version);
        band.Set(lowest!.Value, Words!.Trim(), startsOn!.Value, Source!.Trim());
        Db.Record(Actor.Of(User), before is null ? "added a band of Block A" : "changed a band of Block A", band.Words, before, band.InLog(), TextOrNull(Why));
        return await Save(Bands, () => Db.SaveChangesAsync(cancel), async () =>
        {
            if (Id is null)
                return (0, [new("Lowest percentage", $"{lowest}% from {Say.Date(startsOn.Value)} was added meanwhile", Lowest)]);
            await Find(cancel);
            return Known is not { } theirs ? null : (theirs.Version, SavedField.Of(
                ("Lowest percentage", Digits(theirs.LowestPercent), Digits(lowest)), ("What it is called", theirs.Words, Words), ("First day", EnglishDay.Write(theirs.StartsOn), EnglishDay.Write(startsOn)),
                ("Where it is written down", theirs.Source, Source)));
        });
    }

    private async Task<bool> Find(CancellationToken cancel) => Id is null || (Known = await Db.Set<ProfileBand>().SingleOrDefaultAsync(band => band.Id == Id, cancel)) is not null;
}

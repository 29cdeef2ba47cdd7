using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Appraisals;
using ImprovementSuite.Workforce.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Appraisals;

/// <summary>Enters a sample audit of staff without a recorded PDR, or corrects one.</summary>
[Authorize(Tasks.LookAfterWorkforce)]
internal sealed class SampleModel(WorkforceDb db, BusinessClock clock) : EntryForm(db, clock)
{
    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? LookedAt { get; set; }

    [BindProperty]
    public string? Held { get; set; }

    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public AppraisalSample? Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        if (Known is { } known)
            (On, LookedAt, Held, By, Note, Version) = (EnglishDay.Write(known.On), Digits(known.LookedAt), Digits(known.Held), known.By, known.Note, known.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        var on = PastDay(On, nameof(On), $"Give the day as at which staff were drawn, such as {Say.Date(Today)}");
        var lookedAt = Whole(LookedAt, nameof(LookedAt), "Say how many staff without a recorded PDR were looked at");
        var held = Whole(Held, nameof(Held), "Say how many of them had had a PDR; 0 if none");
        if (lookedAt == 0)
            ModelState.AddModelError(nameof(LookedAt), "A sample of nobody says nothing: give a number from 1");
        if (held > lookedAt)
            ModelState.AddModelError(nameof(Held), $"{Say.Number(held.Value)} is more than the {Say.Number(lookedAt.Value)} that were looked at: correct one of them");
        Text(By, nameof(By), "Say who looked", LongestName);
        Text(Note, nameof(Note), null);
        if (!ModelState.IsValid)
            return Page();

        var before = Known?.InLog();
        var sample = Known ?? Db.Add(new AppraisalSample()).Entity;
        if (Known is not null)
            Db.Expect(sample, Version);
        sample.Set(on!.Value, lookedAt!.Value, held!.Value, By!.Trim(), TextOrNull(Note));
        Db.Record(Actor.Of(User), before is null ? "entered a sample audit of appraisals" : "corrected a sample audit of appraisals", $"PDR, {on:yyyy-MM-dd}", before, sample.InLog());
        return await Save("/workforce/appraisals", () => Db.SaveChangesAsync(cancel), async () =>
        {
            await Find(id, cancel);
            return Known is not { } theirs ? null : (theirs.Version, SavedField.Of(
                ("Day", EnglishDay.Write(theirs.On), EnglishDay.Write(on)), ("Looked at", Digits(theirs.LookedAt), Digits(lookedAt)), ("Held", Digits(theirs.Held), Digits(held)), ("By", theirs.By, By), ("Note", theirs.Note, TextOrNull(Note))));
        });
    }

    private async Task<bool> Find(int? id, CancellationToken cancel)
    {
        Known = id is null ? null : await Db.Set<AppraisalSample>().SingleOrDefaultAsync(sample => sample.Id == id, cancel);
        return id is null || Known is not null;
    }
}

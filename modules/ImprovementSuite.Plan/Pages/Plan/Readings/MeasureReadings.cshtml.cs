using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Readings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Readings;

/// <summary>One measure's readings from every source, who entered them and what they replaced; and a form for one more.</summary>
internal sealed class MeasureReadingsModel(PlanSnapshots snapshots, PlanDb db, EnteredReadings entered, BusinessClock clock, IAuthorizationService authorization) : PageModel
{
    /// <summary>Rows of each table; older ones are left out, and the page says so.</summary>
    private const int Shown = 40;

    public PlanSnapshot Plan { get; private set; } = null!;
    public MeasureRating Rating { get; private set; } = null!;
    public Measure Measure => Rating.Measure;
    public IReadOnlyList<Reading> Current { get; private set; } = [];
    public IReadOnlyList<Reading> Superseded { get; private set; } = [];
    public bool MayEnter { get; private set; }

    /// <summary>Some rows are older than those that are shown.</summary>
    public bool HasMore { get; private set; }

    /// <summary>A module counts it: what is entered stands beside its figures.</summary>
    public bool IsCounted => Rating.Reading is { IsRecalculated: true };

    [BindProperty]
    public ReadingForm Form { get; set; } = new();

    /// <summary>The reading that the person was shown to be replaced.</summary>
    [BindProperty]
    public long? Replaces { get; set; }

    /// <summary>That reading, while it waits for a second press.</summary>
    public Reading? ToBeReplaced { get; private set; }

    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGet(string code, CancellationToken cancel) => await Read(code, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string code, CancellationToken cancel)
    {
        if (!await Read(code, cancel))
            return NotFound();
        if (!MayEnter)
            return Forbid();
        var (drafts, errors) = new ReadingCheck(Plan.Content.Measures, clock.Today).Of(Form.Input(Measure));
        foreach (var error in errors)
            ModelState.AddModelError(ReadingForm.Field(error.Part, Measure), error.What);
        if (!ModelState.IsValid)
            return Page();

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var changes = await entered.Compare(drafts, cancel);
        // What another has entered for these days, perhaps while this page stood open, is seen before it is replaced.
        if (changes.Select(change => change.Replaces).FirstOrDefault(replaced => replaced is not null) is { } replaced && changes.Any(change => !change.ChangesNothing) && Replaces != replaced.Id)
        {
            (ToBeReplaced, Replaces) = (replaced, replaced.Id);
            ModelState.Remove(nameof(Replaces));
            return Page();
        }
        var kept = await entered.Keep(changes, Origin.Typed, Actor.Of(User), null, cancel);
        if (kept > 0)
        {
            db.Record(Actor.Of(User), "entered a reading", Measure.Code, changes[0].Replaces is { } before ? ReadingSays.OfDays(before) : null, ReadingSays.OfDays(changes[0].Draft), ReadingCheck.Text(Form.Note));
            await db.Changed(cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        TempData["Entered"] = kept == 0 ? "That reading is kept already; nothing has changed." : $"Kept: {ReadingSays.OfDays(changes[0].Draft)}.{(changes[0].WillBeRated || !IsCounted ? "" : " It stands beside the counted figure, which stays the rated one.")}";
        return Redirect($"/plan/measure/{Measure.Code}/readings");
    }

    public async Task<IActionResult> OnPostWithdraw(string code, long id, CancellationToken cancel)
    {
        if (!await Read(code, cancel))
            return NotFound();
        if (!MayEnter)
            return Forbid();
        ModelState.Clear();
        if (ReadingCheck.Text(Why) is not { Length: <= 500 } why)
        {
            ModelState.AddModelError($"Why-{id}", "Say in up to 500 characters why the reading is withdrawn; it is kept");
            return Page();
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Readings.SingleOrDefaultAsync(r => r.Id == id && r.Measure == Measure.Code, cancel) is not { IsEntered: true } reading)
            return NotFound();
        if (reading.Current)
        {
            reading.Withdraw(why, Actor.Of(User), clock.Now);
            db.Record(Actor.Of(User), "withdrew a reading", Measure.Code, ReadingSays.OfDays(reading), why: why);
            await db.Changed(cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        TempData["Entered"] = $"Withdrawn: {ReadingSays.OfDays(reading)}. It stays under \"Earlier readings\".";
        return Redirect($"/plan/measure/{Measure.Code}/readings");
    }

    private async Task<bool> Read(string code, CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan || !plan.Measures.TryGetValue(code, out var rating))
            return false;
        (Plan, Rating, code) = (plan, rating, rating.Measure.Code);
        MayEnter = (await authorization.AuthorizeAsync(User, Tasks.EditPlan)).Succeeded
            || ((await authorization.AuthorizeAsync(User, Tasks.WriteUpdates)).Succeeded && IsOwn(code));
        var places = (await authorization.AuthorizeAsync(User, Tasks.ReadFigures)).Succeeded;
        var all = db.Readings.AsNoTracking().Where(r => r.Measure == code && r.PeriodKind != PeriodKind.Week && (r.ScopeKind == ScopeKind.Authority || (places && r.Origin != Origin.Recalculated)));
        var current = await all.Where(r => r.Current).OrderByDescending(r => r.To).ThenBy(r => r.ScopeKind).ThenBy(r => r.Code).ThenByDescending(r => r.Id).Take(Shown + 1).ToListAsync(cancel);
        var earlier = await all.Where(r => !r.Current).OrderByDescending(r => r.Id).Take(Shown + 1).ToListAsync(cancel);
        (Current, Superseded, HasMore) = ([.. current.Take(Shown)], [.. earlier.Take(Shown)], current.Count > Shown || earlier.Count > Shown);
        return true;
    }

    /// <summary>It stands on a line of a workstream that the person leads.</summary>
    private bool IsOwn(string code)
    {
        var own = Workstreams.Of(User);
        return Plan.LinesOf(code).Any(line => line.Line.Workstreams.Any(workstream => own.Contains(workstream, StringComparer.OrdinalIgnoreCase)));
    }
}

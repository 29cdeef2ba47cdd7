using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Register;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>Says from when a school counts as hard to reach and why, and when and why it no longer does. Times that have ended stay.</summary>
[Authorize(Tasks.SupportSchools)]
internal sealed class MarkHardToReachModel(SchoolsDb db, BusinessClock clock) : SchoolForm(db, clock)
{
    /// <summary>The latest first.</summary>
    public IReadOnlyList<HardToReach> Times { get; private set; } = [];

    /// <summary>The one that holds; null while the school is not hard to reach.</summary>
    public HardToReach? Now => Times.FirstOrDefault(time => time.To is null);

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGetAsync(int urn, CancellationToken cancel)
    {
        if (!await Read(urn, cancel))
            return NotFound();
        (From, To, Version) = (EnglishDay.Write(Today), EnglishDay.Write(Today), Now?.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostMarkAsync(int urn, CancellationToken cancel)
    {
        // One immediate transaction: of two who mark it at once, the second finds it marked.
        await using var transaction = await Db.Database.BeginTransactionAsync(cancel);
        if (!await Read(urn, cancel))
            return NotFound();
        var from = PastDay(From, nameof(From), "Give the day from which it is hard to reach");
        Text(Why, nameof(Why), "Say why it is hard to reach", LongestReason);
        if (Now is { } theirs)
            return ShowMeanwhile("marked it", ("From", EnglishDay.Write(theirs.From), EnglishDay.Write(from)), ("Why", theirs.Why, TextOrNull(Why)));
        if (Times.FirstOrDefault(time => from <= time.To) is { } earlier)
            ModelState.AddModelError(nameof(From), $"It counted as hard to reach until {Say.Date(earlier.To!.Value)} before: give a later day");
        if (!ModelState.IsValid)
            return Page();
        var mark = Db.HardToReach.Add(new HardToReach { Urn = urn, From = from!.Value, Why = Why!.Trim() }).Entity;
        Db.Record(Actor.Of(User), "marked a school as hard to reach", Subject, after: mark.InLog(), why: mark.Why);
        await Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Redirect(Back);
    }

    public async Task<IActionResult> OnPostEndAsync(int urn, CancellationToken cancel)
    {
        if (!await Read(urn, cancel))
            return NotFound();
        if (Now is not { } time)
            return Ended();
        var to = PastDay(To, nameof(To), "Give the last day on which it was hard to reach");
        if (to < time.From)
            ModelState.AddModelError(nameof(To), $"It has been hard to reach from {Say.Date(time.From)} on: give that day or a later one");
        Text(Why, nameof(Why), "Say why it is hard to reach no longer", LongestReason);
        if (!ModelState.IsValid)
            return Page();
        var before = time.InLog();
        Db.Expect(time, Version ?? 0);
        time.End(to!.Value, Why!.Trim());
        Db.Record(Actor.Of(User), "marked a school as hard to reach no longer", Subject, before, time.InLog(), time.EndedWhy);
        return await Save(async () => await Read(urn, cancel) ? Ended() : NotFound(), cancel);
    }

    /// <summary>Whoever comes second to end it is shown how the first did.</summary>
    private PageResult Ended()
    {
        var last = Times.FirstOrDefault();
        return ShowMeanwhile("ended it", ("Last day", EnglishDay.Write(last?.To), EnglishDay.Write(EnglishDay.Read(To))), ("Why", last?.EndedWhy, TextOrNull(Why)));
    }

    private PageResult ShowMeanwhile(string did, params ReadOnlySpan<(string Field, string? Theirs, string? Yours)> fields)
    {
        Meanwhile = SavedField.Of(fields);
        ModelState.Clear();
        ModelState.AddModelError("", $"Somebody else has {did} while you were writing. Nothing of yours was saved: both stand below");
        (From, To, Why, Version) = (EnglishDay.Write(Today), EnglishDay.Write(Today), null, Now?.Version);
        return Page();
    }

    private async Task<bool> Read(int urn, CancellationToken cancel)
    {
        if (!await Find(urn, cancel))
            return false;
        Times = await Db.HardToReach.Where(time => time.Urn == urn).OrderByDescending(time => time.From).ThenByDescending(time => time.Id).ToListAsync(cancel);
        return true;
    }
}

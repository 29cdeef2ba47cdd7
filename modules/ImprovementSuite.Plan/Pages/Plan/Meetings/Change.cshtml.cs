using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>Changes the days of a round that is not frozen; moves or cancels a meeting to which nothing is attached.</summary>
[Authorize(Tasks.RunPanel)]
internal sealed class ChangeModel(PlanDb db, PlanSnapshots snapshots, WorkingDayCalendar calendar, BusinessClock clock) : MeetingPage(snapshots)
{
    [BindProperty]
    public string? UpdatesDue { get; set; }

    [BindProperty]
    public string? DispatchOn { get; set; }

    [BindProperty]
    public string? NewDay { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? WhyOtherwise { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What keeps the meeting where it is: "4 papers and 2 decisions"; null where nothing does.</summary>
    public string? Attached { get; private set; }

    public IReadOnlyList<SavedField> Meanwhile { get; private set; } = [];

    /// <summary>Why nothing of it can be changed; null where it can.</summary>
    public string? Fixed => Panel switch
    {
        { IsFrozen: true } => "This meeting is frozen: its days stay as they were.",
        _ when Panel.On < Plan.Day => "This meeting has passed: its days stay as they were.",
        _ => null,
    };

    public async Task<IActionResult> OnGet(string day, CancellationToken cancel)
    {
        if (!await Read(day, cancel))
            return NotFound();
        (UpdatesDue, DispatchOn, Version) = (Say.Date(Panel.UpdatesDue), Say.Date(Panel.DispatchOn), Panel.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost(string day, CancellationToken cancel)
    {
        if (!await Read(day, cancel) || Fixed is not null)
            return NotFound();
        var (due, dispatch) = (DayOf(nameof(UpdatesDue), UpdatesDue, "the day by which updates are due"), DayOf(nameof(DispatchOn), DispatchOn, "the day on which papers go out"));
        if (dispatch is { } goesOut && MeetingDays.WrongDispatch(goesOut, Panel.On, calendar) is { } wrong)
            ModelState.AddModelError(nameof(DispatchOn), wrong);
        else if (due is { } isDue && dispatch is { } out1 && MeetingDays.WrongUpdatesDue(isDue, out1, calendar) is { } late)
            ModelState.AddModelError(nameof(UpdatesDue), late);
        WantsReason(nameof(Why), Why);
        if (!ModelState.IsValid)
            return Page();

        var panel = await db.Panels.AsSplitQuery().SingleAsync(p => p.On == Panel.On, cancel);
        db.Expect(panel, Version);
        var before = Days(panel);
        (panel.UpdatesDue, panel.DispatchOn) = (due!.Value, dispatch!.Value);
        db.Record(Actor.Of(User), "changed the days of a panel meeting", Say.Date(panel.On), before, Days(panel), Why);
        await db.Changed(cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            var saved = await db.Panels.IgnoreAutoIncludes().AsNoTracking().SingleAsync(p => p.On == Panel.On, cancel);
            Meanwhile = SavedField.Of(("Updates due", Say.Date(saved.UpdatesDue), Say.Date(due.Value)), ("Papers go out", Say.Date(saved.DispatchOn), Say.Date(dispatch.Value)));
            ModelState.Clear();
            ModelState.AddModelError("", SavedField.Sentence());
            Version = saved.Version;
            return Page();
        }
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostMove(string day, CancellationToken cancel)
    {
        if (!await Read(day, cancel) || Fixed is not null)
            return NotFound();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await StaysIfAttached(cancel);
        if (DayOf(nameof(NewDay), NewDay, "the new day") is { } on && MeetingDays.Wrong(on, clock.Today, Plan.Content.Panels, calendar) is { } wrong)
            ModelState.AddModelError(nameof(NewDay), wrong);
        WantsReason(nameof(WhyOtherwise), WhyOtherwise);
        if (!ModelState.IsValid)
            return Again();

        var moved = Panel.For(TypedDay.Read(NewDay)!.Value, calendar);
        db.Remove(await db.Panels.AsSplitQuery().SingleAsync(p => p.On == Panel.On, cancel));
        db.Add(moved);
        db.Record(Actor.Of(User), "moved a panel meeting", Say.Date(Panel.On), Days(Panel), $"meets on {Say.Date(moved.On)}, {Days(moved)}", WhyOtherwise);
        await Commit(transaction, cancel);
        return Redirect(AddressOf(moved.On));
    }

    public async Task<IActionResult> OnPostCancel(string day, CancellationToken cancel)
    {
        if (!await Read(day, cancel) || Fixed is not null)
            return NotFound();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await StaysIfAttached(cancel);
        WantsReason(nameof(WhyOtherwise), WhyOtherwise);
        if (!ModelState.IsValid)
            return Again();

        db.Remove(await db.Panels.AsSplitQuery().SingleAsync(p => p.On == Panel.On, cancel));
        db.Record(Actor.Of(User), "cancelled a panel meeting", Say.Date(Panel.On), Days(Panel), why: WhyOtherwise);
        await Commit(transaction, cancel);
        return Redirect("/plan/meetings");
    }

    private async Task<bool> Read(string day, CancellationToken cancel)
    {
        if (!await Find(day, cancel))
            return false;
        Attached = await AttachedTo(Panel.On, cancel);
        return true;
    }

    private async Task<string?> AttachedTo(DateOnly on, CancellationToken cancel)
    {
        var (updates, papers) = (await db.Updates.CountAsync(u => u.Panel == on, cancel), await db.Papers.CountAsync(p => p.Panel == on, cancel));
        var minutes = await db.Decisions.CountAsync(d => d.Panel == on, cancel);
        var parts = new[] { (updates, "update"), (papers, "paper"), (minutes, "minute") }.Where(part => part.Item1 > 0).Select(part => Say.Count(part.Item2, part.Item1)).ToList();
        return parts.Count == 0 ? null : Say.List(parts);
    }

    // Asked again under the write lock: something may have come since the page was read.
    private async Task StaysIfAttached(CancellationToken cancel)
    {
        Attached = await AttachedTo(Panel.On, cancel);
        if (Attached is not null)
            ModelState.AddModelError("", $"{Attached} {(Attached.StartsWith("1 ", StringComparison.Ordinal) && !Attached.Contains(" and ") ? "is" : "are")} attached to this meeting, so it can be neither moved nor cancelled");
    }

    private void WantsReason(string field, string? why)
    {
        if (string.IsNullOrWhiteSpace(why))
            ModelState.AddModelError(field, "Say why; it is kept in the change log");
        else if (why.Length > 500)
            ModelState.AddModelError(field, $"The reason has 500 characters at most, and this one has {Say.Number(why.Length)}");
    }

    private async Task Commit(Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancel)
    {
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    // The other form of the page was not sent with this one.
    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Again()
    {
        (UpdatesDue, DispatchOn, Version) = (Say.Date(Panel.UpdatesDue), Say.Date(Panel.DispatchOn), Panel.Version);
        return Page();
    }

    private static string Days(Panel panel) => $"papers go out on {Say.Date(panel.DispatchOn)}, updates are due by {Say.Date(panel.UpdatesDue)}";
}

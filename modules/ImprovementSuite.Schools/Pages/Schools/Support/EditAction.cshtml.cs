using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>Adds an action to a school's open plan, changes one, or says when it was done.</summary>
[Authorize(Tasks.SupportSchools)]
internal sealed class EditActionModel(SchoolsDb db, BusinessClock clock) : SchoolForm(db, clock)
{
    private SupportPlan _plan = null!;

    /// <summary>Null while it is new.</summary>
    public SupportAction? Known { get; private set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    /// <summary>Empty while it is open.</summary>
    [BindProperty]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(int urn, int? id, CancellationToken cancel)
    {
        if (!await Read(urn, id, cancel))
            return NotFound();
        if (Known is { } action)
            (What, Who, Due, Done, Version) = (action.What, action.Who, EnglishDay.Write(action.DueOn), EnglishDay.Write(action.DoneOn), action.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int urn, int? id, CancellationToken cancel)
    {
        if (!await Read(urn, id, cancel))
            return NotFound();
        Text(What, nameof(What), "Say what is to be done", LongestReason);
        Text(Who, nameof(Who), "Say who does it", LongestName);
        var due = Day(Due, nameof(Due), $"Give the day by which it is to be done, such as {Say.Date(Today.AddMonths(1))}");
        var done = PastDay(Done, nameof(Done));
        if (!ModelState.IsValid)
            return Page();

        var before = Known?.InLog();
        var action = Known ?? new SupportAction();
        action.Set(TextOrNull(What)!, Who!.Trim(), due!.Value);
        action.Done(done);
        if (Known is null)
            _plan.Actions.Add(action);
        else
            Db.Expect(action, Version ?? 0);
        if (before == action.InLog() && Version == action.Version)
            return Redirect(Back);
        Db.Record(Actor.Of(User), before is null ? "added an action of support" : "changed an action of support", Subject, before, action.InLog());
        return await Save(() => ShowMeanwhile(urn, id, cancel), cancel);
    }

    private async Task<IActionResult> ShowMeanwhile(int urn, int? id, CancellationToken cancel)
    {
        if (!await Read(urn, id, cancel) || Known is not { } theirs)
            return NotFound();
        Version = theirs.Version;
        ModelState.AddModelError("", SavedField.Sentence());
        Meanwhile = SavedField.Of(
            ("Action", theirs.What, TextOrNull(What)), ("Who", theirs.Who, Who), ("Due", EnglishDay.Write(theirs.DueOn), EnglishDay.Write(EnglishDay.Read(Due))),
            ("Done on", EnglishDay.Write(theirs.DoneOn), EnglishDay.Write(EnglishDay.Read(Done))));
        return Page();
    }

    private async Task<bool> Read(int urn, int? id, CancellationToken cancel)
    {
        if (!await Find(urn, cancel))
            return false;
        if (await Db.SupportPlans.Include(plan => plan.Actions.Where(action => action.Id == id)).SingleOrDefaultAsync(plan => plan.Urn == urn && plan.ClosedOn == null, cancel) is not { } open)
            return false;
        (_plan, Known) = (open, open.Actions.SingleOrDefault());
        return id is null || Known is not null;
    }
}

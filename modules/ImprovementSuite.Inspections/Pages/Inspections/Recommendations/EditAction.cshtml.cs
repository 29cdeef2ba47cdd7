using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Recommendations;

/// <summary>Adds something that is to be done so that it is met, changes it, or says when it was done.</summary>
[Authorize(Tasks.WorkOnRecommendations)]
internal sealed class EditActionModel(InspectionsDb db, LedgerDesk desk, BusinessClock clock) : RecommendationForm(db, desk, clock)
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public int? ActionId { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    /// <summary>Empty while it is open.</summary>
    [BindProperty]
    public string? Done { get; set; }

    /// <summary>Null while it is new.</summary>
    public RecommendationAction? Known { get; private set; }

    protected override string Doing => "Add an action";

    public override async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await Find(id, cancel) || !await FindAction(cancel))
            return NotFound();
        if (Known is { } action)
            (What, Who, Due, Done, Version) = (action.What, action.Who, EnglishDay.Write(action.DueOn), EnglishDay.Write(action.DoneOn), action.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await Find(id, cancel) || !await FindAction(cancel))
            return NotFound();
        Text(What, nameof(What), "Say what is to be done");
        Text(Who, nameof(Who), "Say who does it", LongestName);
        var due = Day(Due, nameof(Due), $"Give the day by which it is to be done, such as {Say.Date(Today.AddMonths(1))}");
        if (due < Case.ReportBeganOn)
            ModelState.AddModelError(nameof(Due), $"{Say.Date(due.Value)} is before the inspection, which began on {Say.Date(Case.ReportBeganOn)}: correct the day");
        var done = string.IsNullOrWhiteSpace(Done) ? null : PastDay(Done, nameof(Done), "");
        if (done < Case.ReportBeganOn)
            ModelState.AddModelError(nameof(Done), $"{Say.Date(done.Value)} is before the inspection, which began on {Say.Date(Case.ReportBeganOn)}: correct the day");
        if (!ModelState.IsValid)
            return Page();

        var (before, wasDone) = (Known?.InLog(), Known?.DoneOn);
        var action = Known ?? Db.Actions.Add(new() { RecommendationId = Row.Id, What = "", Who = "" }).Entity;
        if (Known is not null)
            Db.Expect(action, Version);
        (action.What, action.Who, action.DueOn, action.DoneOn) = (TextOrNull(What)!, Who!.Trim(), due!.Value, done);
        if (before == action.InLog() && Version == action.Version)
            return Redirect(Row.Path);
        if (before is null)
            Desk.Note(Case, LedgerStep.ActionAdded, By, "added an action to a recommendation", after: action.InLog(), words: action.What);
        if (done is not null && wasDone is null)
            Desk.Note(Case, LedgerStep.ActionDone, By, "finished an action of a recommendation", before, action.InLog(), words: action.What, day: done);
        else if (before is not null)
            Db.Record(By, "changed an action of a recommendation", Of, before, action.InLog());
        return await Save(Row.Path, () => Desk.Save([Case], cancel), async () => await Find(id, cancel) && await FindAction(cancel)
            ? (Known?.Version ?? 0, SavedField.Of(("Action", Known?.What, TextOrNull(What)), ("Who", Known?.Who, Who), ("Due by", EnglishDay.Write(Known?.DueOn), EnglishDay.Write(due)), ("Done on", EnglishDay.Write(Known?.DoneOn), EnglishDay.Write(done))))
            : null);
    }

    private async Task<bool> FindAction(CancellationToken cancel)
    {
        var of = Row.Id;
        Known = ActionId is null ? null : await Db.Actions.SingleOrDefaultAsync(action => action.Id == ActionId && action.RecommendationId == of, cancel);
        return ActionId is null || Known is not null;
    }
}

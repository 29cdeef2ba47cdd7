using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Recommendations;

/// <summary>One recommendation: how it stands, what is done about it, what shows that, and everything that has happened to it.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class RecommendationModel(InspectionsDb db, LedgerDesk desk, BusinessClock clock) : PageModel
{
    public LedgerCase Case { get; private set; } = null!;

    public LedgerRow Row => Case.Row;

    public IReadOnlyList<RecommendationAction> Actions { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<LedgerEvent> Events { get; private set; } = [];

    /// <summary>The one that it is counted with, and those that are counted with it.</summary>
    public IReadOnlyList<LedgerRow> Linked { get; private set; } = [];

    /// <summary>Original dates with which it came before, on the same day, by a slip.</summary>
    public IReadOnlyList<DateOnly> EarlierDates { get; private set; } = [];

    public DateOnly Today => clock.Today;

    /// <summary>Why the reader may not validate it; null where they may.</summary>
    public string? MayNotValidate => LedgerDesk.MayNotValidate(Case, Actor.Of(User));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await desk.Find(id, cancel) is not { } found)
            return NotFound();
        Case = found;
        Actions = await db.Actions.AsNoTracking().Where(action => action.RecommendationId == id).OrderBy(action => action.DoneOn != null).ThenBy(action => action.DueOn).ThenBy(action => action.Id).ToListAsync(cancel);
        Events = await db.Events.AsNoTracking().Where(step => step.RecommendationId == id).OrderByDescending(step => step.Id).ToListAsync(cancel);
        Linked = await db.Ledger.Where(row => row.DuplicateOfId == id || row.Id == Row.DuplicateOfId).OrderBy(row => row.Report).ThenBy(row => row.Id).ToListAsync(cancel);
        EarlierDates = await db.Set<OriginalDate>().Where(date => date.InspectionRef == Row.InspectionRef && date.Number == Row.Number && date.DueOn != Row.OriginallyDueOn)
            .Select(date => date.DueOn).Distinct().OrderBy(day => day).ToListAsync(cancel);
        return Page();
    }
}

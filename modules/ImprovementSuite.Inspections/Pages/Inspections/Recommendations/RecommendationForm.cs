using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Recommendations;

/// <summary>One step about one recommendation: refused in a sentence beside its field, or saved; the second of two savers is shown what the first did.</summary>
internal abstract class RecommendationForm(InspectionsDb db, LedgerDesk desk, BusinessClock clock) : EntryForm(db, clock)
{
    public LedgerCase Case { get; private set; } = null!;

    public LedgerRow Row => Case.Row;

    /// <summary>"Recommendation 3 of Fostering inspection, 2010".</summary>
    public string Of => $"{LedgerDesk.Name(Case)} of {Row.Report}";

    /// <summary>The same within a sentence.</summary>
    public string OfInText => $"r{Of[1..]}";

    protected LedgerDesk Desk => desk;

    protected Actor By => Actor.Of(User);

    /// <summary>What the form does, as the second of two savers reads it: "Revise the date".</summary>
    protected abstract string Doing { get; }

    public virtual async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        Version = desk.VersionOf(Case);
        await Fill(cancel);
        return Page();
    }

    /// <summary>What stands in the fields at first.</summary>
    protected virtual Task Fill(CancellationToken cancel) => Task.CompletedTask;

    protected async Task<bool> Find(long id, CancellationToken cancel)
    {
        if (await desk.Find(id, cancel) is not { } found)
            return false;
        Case = found;
        return true;
    }

    /// <summary>Tells why the desk refuses, or saves the step.</summary>
    /// <param name="fields">What stands now and what was typed, of each field that both may have changed.</param>
    protected async Task<IActionResult> Take(LedgerProblem? problem, CancellationToken cancel, Func<LedgerRow, (string Field, string? Theirs, string? Yours)[]>? fields = null)
    {
        if (problem is not null)
        {
            ModelState.AddModelError(problem.Field, problem.Sentence);
            return Page();
        }
        desk.Expect(Case, Version);
        return await Save(Row.Path, () => desk.Save([Case], cancel), async () =>
        {
            if (!await Find(Row.Id, cancel))
                return null;
            var last = await Db.Events.AsNoTracking().Where(step => step.RecommendationId == Row.Id).OrderByDescending(step => step.Id).FirstOrDefaultAsync(cancel);
            return (desk.VersionOf(Case), SavedField.Of([("Step", last is null ? null : $"{last.Step.Words()} by {last.By}", Doing), .. fields?.Invoke(Row) ?? []]));
        });
    }
}

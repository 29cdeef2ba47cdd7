using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Editing;

/// <summary>Where the plan is changed: its own facts, and the way to every line and measure.</summary>
[Authorize(Tasks.EditPlan)]
internal sealed class EditPlanModel(PlanDb db) : EditPage(db)
{
    [BindProperty]
    public string? PlanTitle { get; set; }

    [BindProperty]
    public string? Authority { get; set; }

    [BindProperty]
    public string? Start { get; set; }

    [BindProperty]
    public string? End { get; set; }

    [BindProperty]
    public string? Achievements { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyList<Measure> Measures { get; private set; } = [];
    public LoadedPlan? Plan { get; private set; }

    public IEnumerable<Measure> OnNoLine => Measures.Where(measure => !Lines.Any(line => line.Measures.Contains(measure.Code)));

    public async Task OnGetAsync()
    {
        await Read();
        if (Plan is { } plan)
            (Version, PlanTitle, Authority, Start, End, Achievements) =
                (plan.Version, plan.Title, plan.Authority, EnglishDay.Write(plan.Start), EnglishDay.Write(plan.End), string.Join('\n', plan.Achievements));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Read();
        if (Plan is not { } plan)
            return NotFound();
        RequireWhy();
        Require(PlanTitle, nameof(PlanTitle), "Give the plan a title");
        Require(Authority, nameof(Authority), "Say whose plan it is");
        Require(Start, nameof(Start), "Give the plan year's first day, such as 1 April 2010");
        Require(End, nameof(End), "Give the plan year's last day, such as 31 March 2011");
        var (start, end) = (Day(Start, nameof(Start)), Day(End, nameof(End)));
        if (start >= end)
            ModelState.AddModelError(nameof(End), "The last day must lie after the first");
        if (!ModelState.IsValid)
            return Page();

        var before = Facts.Of(plan);
        (plan.Title, plan.Authority, plan.Start, plan.End, plan.Achievements) = (PlanTitle!.Trim(), Authority!.Trim(), start!.Value, end!.Value, TextLines(Achievements));
        return await Save(plan, "changed the plan", "The plan", before, Facts.Of(plan), Stored, "/plan/edit");
    }

    private async Task<(IReadOnlyList<Fact>, int)?> Stored()
    {
        await Read();
        return Plan is { } plan ? (Facts.Of(plan), plan.Version) : null;
    }

    private async Task Read()
    {
        Plan = await Db.Plans.SingleOrDefaultAsync(Cancel);
        Lines = await Db.Lines.AsNoTracking().IgnoreAutoIncludes().OrderBy(line => line.Order).ToListAsync(Cancel);
        Measures = await Db.Measures.AsNoTracking().IgnoreAutoIncludes().OrderBy(measure => measure.Code).ToListAsync(Cancel);
    }
}

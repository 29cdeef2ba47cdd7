using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Actions;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan.Actions;

/// <summary>One workstream: its lines, their updates, what is due soon, where the voices differ, and the figures that modules feed it.</summary>
internal sealed class WorkstreamModel(PlanSnapshots snapshots, IAuthorizationService authorization) : PageModel
{
    /// <summary>How far milestones are looked ahead.</summary>
    public const int DaysAhead = 60;

    public PlanSnapshot Plan { get; private set; } = null!;
    public Workstream Workstream { get; private set; } = null!;
    public IReadOnlyList<PlanRow> Rows { get; private set; } = [];

    /// <summary>Whether the person leads it or runs the panel, and so sees drafts and may open updates.</summary>
    public bool MayOpenUpdates { get; private set; }

    public int ToCome => Workstream.Lines.Count(Plan.IsToCome);

    /// <summary>Not done and due by then, the overdue ones among them.</summary>
    public IReadOnlyList<(LineRating Line, Milestone Milestone)> Milestones { get; private set; } = [];

    public IReadOnlyList<LineRating> Challenges { get; private set; } = [];

    /// <summary>The measures of its lines that a module counts.</summary>
    public IReadOnlyList<(MeasureRating Rating, MeasureDefinition Definition)> Fed { get; private set; } = [];

    public async Task<IActionResult> OnGet(string name, CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan
            || Workstream.All(plan).FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } workstream)
            return NotFound();
        (Plan, Workstream) = (plan, workstream);
        var lines = workstream.Lines.ToHashSet();
        Rows = [.. PlanSheet.Of(plan).Rows.Where(row => lines.Contains(row.Rating))];
        var person = await Person.Of(User, authorization);
        MayOpenUpdates = person.May(Tasks.RunPanel) || (person.May(Tasks.WriteUpdates) && person.Workstreams.Contains(workstream.Name, StringComparer.OrdinalIgnoreCase));
        Milestones =
        [
            .. workstream.Lines.SelectMany(line => line.Line.Milestones.Select(milestone => (line, milestone)))
                .Where(due => !due.milestone.Done && due.milestone.By is { } by && by <= plan.Day.AddDays(DaysAhead)).OrderBy(due => due.milestone.By),
        ];
        Challenges = [.. workstream.Lines.Where(line => plan.Challenges.Contains(line))];
        Fed =
        [
            .. workstream.Lines.SelectMany(line => line.Measures).DistinctBy(measure => measure.Measure.Code)
                .Where(measure => plan.Content.Definitions.ContainsKey(measure.Measure.Code)).Select(measure => (measure, plan.Content.Definitions[measure.Measure.Code])),
        ];
        return Page();
    }

    /// <summary>How far a line's update has come; whether a draft is begun is for its lead and for whoever runs the panel.</summary>
    public string StateOf(LineRating line) => Plan.UpdateOf(line) switch
    {
        { State: UpdateState.Draft } when MayOpenUpdates => "Draft",
        null or { State: UpdateState.Draft } => "Not submitted",
        { State: var state } => state.ToString(),
    };
}

using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Editing;

/// <summary>A line's words, leads, workstreams and measures, and its place in the plan; without a reference a new line.</summary>
[Authorize(Tasks.EditPlan)]
internal sealed class EditLineModel(PlanDb db) : EditPage(db)
{
    private const int Longest = 20_000;

    /// <summary>The line's reference in the address; null for a new line.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Ref { get; set; }

    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Objective { get; set; }

    [BindProperty]
    public string? Action { get; set; }

    [BindProperty]
    public string? Baseline { get; set; }

    [BindProperty]
    public string? Targets { get; set; }

    [BindProperty]
    public string? TargetDate { get; set; }

    [BindProperty]
    public string? Commentary { get; set; }

    [BindProperty]
    public string? Leads { get; set; }

    [BindProperty]
    public string? Workstreams { get; set; }

    [BindProperty]
    public string? Measures { get; set; }

    /// <summary>The line that it stands after; empty for the first.</summary>
    [BindProperty]
    public string? After { get; set; }

    public bool IsNew => Reference is null;

    /// <summary>All lines in the plan's order.</summary>
    public IReadOnlyList<Line> All { get; private set; } = [];

    public Line? Line { get; private set; }

    /// <summary>What stays when the line is removed.</summary>
    public int Updates { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Read())
            return NotFound();
        if (Line is { } line)
        {
            (Version, Ref, Theme, Name, Objective, Action) = (line.Version, line.Ref, line.Theme, line.Name, line.Objective, line.Action);
            (Baseline, Targets, TargetDate, Commentary) = (line.BaselineText, line.TargetText, line.TargetDateText, line.Commentary);
            (Leads, Workstreams, Measures) = (string.Join('\n', line.Leads), string.Join('\n', line.Workstreams), string.Join('\n', line.Measures));
        }
        After = Before(Line)?.Ref ?? (IsNew ? All.LastOrDefault()?.Ref : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Read())
            return NotFound();
        var text = await Checked();
        if (!ModelState.IsValid)
            return Page();

        var line = Line ?? new Line { Ref = Ref!.Trim(), Theme = text.Theme, Name = text.Name, Action = text.Action };
        var before = FactsOf(line, Before(line)?.Ref);
        line.Change(text);
        Place(line);
        if (!IsNew)
            return await Save(line, "changed a line", $"Line {line.Ref}", before, FactsOf(line, TextOrNull(After)), Stored, $"/plan/line/{line.Ref}");
        Db.Lines.Add(line);
        return await Record("added a line", $"Line {line.Ref}", null, Facts.Text(FactsOf(line, TextOrNull(After))), Why, $"/plan/line/{line.Ref}");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await Read() || Line is not { } line)
            return NotFound();
        RequireRemoveWhy();
        if (!ModelState.IsValid)
            return await OnGetAsync();
        Db.Expect(line, Version);
        Db.Lines.Remove(line);
        return await Record("removed a line", $"Line {line.Ref}", Facts.Text(Facts.Of(line)), null, RemoveWhy, "/plan/edit");
    }

    private async Task<LineText> Checked()
    {
        RequireWhy();
        if (IsNew)
        {
            Require(Ref, nameof(Ref), "Give the line a reference, such as 3.7");
            if (All.FirstOrDefault(line => string.Equals(line.Ref, Ref?.Trim(), StringComparison.OrdinalIgnoreCase)) is { } taken)
                ModelState.AddModelError(nameof(Ref), $"{taken.Ref} is the reference of \"{taken.Name}\": choose another");
            if (Ref?.AsSpan().IndexOfAny("/\\?#%") >= 0)
                ModelState.AddModelError(nameof(Ref), "A reference is made of letters, figures, points and dashes: it stands in addresses");
        }
        Require(Theme, nameof(Theme), "Give the theme that the line stands under");
        Require(Name, nameof(Name), "Give the line a short name");
        Require(Action, nameof(Action), "Say what is to be done");
        foreach (var (typed, field) in new[] { (Objective, nameof(Objective)), (Action, nameof(Action)), (Baseline, nameof(Baseline)), (Targets, nameof(Targets)), (TargetDate, nameof(TargetDate)), (Commentary, nameof(Commentary)) })
            if (typed?.ReplaceLineEndings("\n").Length is > Longest and var length)
                ModelState.AddModelError(field, $"A text has {Longest:N0} characters at most; this one has {length:N0}");

        var codes = TextLines(Measures);
        var known = await Db.Measures.Select(measure => measure.Code).ToListAsync(Cancel);
        if (codes.Where(code => !known.Contains(code)).ToList() is { Count: > 0 } unknown)
            ModelState.AddModelError(nameof(Measures), $"The plan has no measure {InWords.List(unknown)}: add it first, or correct the code");
        return new(
            Theme?.Trim() ?? "", Name?.Trim() ?? "", TextOrNull(Objective), Action?.Trim() ?? "", TextOrNull(Baseline), TextOrNull(Targets), TextOrNull(TargetDate), TextOrNull(Commentary),
            [.. TextLines(Leads).Select(Lead.Read)], [.. TextLines(Workstreams).Distinct()], [.. codes.Distinct()]);
    }

    /// <summary>Puts the line after the one that was chosen; lines are numbered anew only where their order changes.</summary>
    private void Place(Line line)
    {
        var order = All.Where(other => other != line).ToList();
        order.Insert(order.FindIndex(other => other.Ref == After) + 1, line);
        for (var i = 0; i < order.Count; i++)
            if (order[i].Order != i)
                order[i].Order = i;
    }

    private static IReadOnlyList<Fact> FactsOf(Line line, string? after) => [.. Facts.Of(line), new("Stands after", after)];

    private Line? Before(Line? line) => line is null ? null : All.LastOrDefault(other => other.Order < line.Order);

    private async Task<(IReadOnlyList<Fact>, int)?> Stored()
    {
        await Read();
        return Line is { } line ? (FactsOf(line, Before(line)?.Ref), line.Version) : null;
    }

    private async Task<bool> Read()
    {
        All = await Db.Lines.OrderBy(line => line.Order).ToListAsync(Cancel);
        Line = All.FirstOrDefault(line => line.Ref == Reference);
        Updates = await Db.Updates.CountAsync(update => update.Line == Reference, Cancel);
        return IsNew || Line is not null;
    }
}

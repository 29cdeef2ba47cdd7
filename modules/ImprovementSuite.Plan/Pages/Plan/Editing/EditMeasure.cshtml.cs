using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Editing;

/// <summary>How a measure is rated, with the way to its baselines, stages and comparators; without a code a new measure.</summary>
[Authorize(Tasks.EditPlan)]
internal sealed class EditMeasureModel(PlanDb db) : EditPage(db)
{
    /// <summary>The measure's code in the address; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? MeasureTitle { get; set; }

    [BindProperty]
    public MeasureKind Kind { get; set; }

    [BindProperty]
    public Unit Unit { get; set; }

    [BindProperty]
    public Polarity Polarity { get; set; }

    [BindProperty]
    public Frequency Frequency { get; set; } = Frequency.Monthly;

    [BindProperty]
    public RatedOn RatedOn { get; set; }

    [BindProperty]
    public string? Thing { get; set; }

    [BindProperty]
    public string? Things { get; set; }

    [BindProperty]
    public string? Caution { get; set; }

    [BindProperty]
    public string? Scale { get; set; }

    public bool IsNew => Of is null;
    public Measure? Measure { get; private set; }

    /// <summary>Lines that it stands on.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>What a module that counts it says of it; the plan rates it accordingly.</summary>
    public MeasureDefinition? Counted { get; private set; }

    public int Readings { get; private set; }

    public static IEnumerable<(string, string)> Units => PlanRules.Units.Select(unit => (unit.ToString(), Facts.Words(unit)));

    public static IEnumerable<(string, string)> Options<T>(Func<T, string> words) where T : struct, Enum => Enum.GetValues<T>().Select(value => (value.ToString(), words(value)));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Read())
            return NotFound();
        if (Measure is { } measure)
        {
            (Version, Code, MeasureTitle, Kind, Unit, Polarity) = (measure.Version, measure.Code, measure.Title, measure.Kind, measure.Unit, measure.Polarity);
            (Frequency, RatedOn, Thing, Things, Caution, Scale) = (measure.Frequency, measure.RatedOn, measure.Thing, measure.Things, measure.Caution, string.Join('\n', measure.Scale));
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Read())
            return NotFound();
        await Check();
        if (!ModelState.IsValid)
            return Page();

        var measure = Measure ?? new Measure { Code = Code!.Trim(), Title = "", Thing = "", Things = "" };
        var before = Facts.Of(measure);
        (measure.Title, measure.Kind, measure.Unit, measure.Polarity, measure.Frequency, measure.RatedOn) = (MeasureTitle!.Trim(), Kind, Unit, Polarity, Frequency, RatedOn);
        (measure.Thing, measure.Things, measure.Caution, measure.Scale) = (Thing!.Trim(), Things!.Trim(), TextOrNull(Caution), TextLines(Scale));
        if (!IsNew)
            return await Save(measure, "changed a measure", $"Measure {measure.Code}", before, Facts.Of(measure), Stored, $"/plan/measure/{measure.Code}");
        Db.Measures.Add(measure);
        return await Record("added a measure", $"Measure {measure.Code}", null, Facts.Text(Facts.Of(measure)), Why, $"/plan/edit/measure/{measure.Code}");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await Read() || Measure is not { } measure)
            return NotFound();
        RequireRemoveWhy();
        if (Lines.Count > 0)
            ModelState.AddModelError(nameof(RemoveWhy), $"It stands on {(Lines.Count == 1 ? "line" : "lines")} {InWords.List(Lines)}: take it off there first");
        if (!ModelState.IsValid)
            return await OnGetAsync();
        Db.Expect(measure, Version);
        Db.Measures.Remove(measure);
        return await Record("removed a measure", $"Measure {measure.Code}", Facts.Text(Facts.Of(measure)), null, RemoveWhy, "/plan/edit");
    }

    private async Task Check()
    {
        RequireWhy();
        if (IsNew)
        {
            Require(Code, nameof(Code), "Give the measure a code, such as CAF-COMPLETED");
            if (await Db.Measures.AnyAsync(measure => measure.Code == Code, Cancel))
                ModelState.AddModelError(nameof(Code), $"The plan has a measure {Code} already: choose another code");
            if (Code?.AsSpan().IndexOfAny("/\\?#% ") >= 0)
                ModelState.AddModelError(nameof(Code), "A code is made of letters, figures and dashes: it stands in addresses");
        }
        Require(MeasureTitle, nameof(MeasureTitle), "Say what is measured");
        Require(Thing, nameof(Thing), "Say what one of the things that are counted is called, such as audit");
        Require(Things, nameof(Things), "Say what several of them are called, such as audits");
        if (Kind == MeasureKind.Judgement && TextLines(Scale).Count < 2)
            ModelState.AddModelError(nameof(Scale), "Give the grades of the judgement, worst first, one a line");
        if (!PlanRules.Units.Contains(Unit))
            ModelState.AddModelError(nameof(Unit), "Choose one of the units");
        if (Kind == MeasureKind.Rate && Unit != Unit.Percent)
            ModelState.AddModelError(nameof(Unit), "A rate is in percent: choose that, or another kind");
        if (Counted is { } counted && (PlanRules.UnitOf(counted.Unit) != Unit || counted.Kind != Kind))
            ModelState.AddModelError(nameof(Kind), $"It is counted from records as \"{Facts.Words(counted.Kind)}\" in {Facts.Words(PlanRules.UnitOf(counted.Unit)).ToLowerInvariant()}: the plan must rate it as such");
        if (Measure is { } stored && stored.Unit != Unit && Readings > 0)
            ModelState.AddModelError(nameof(Unit), $"It has {Say.Count("reading", Readings)} in {Facts.Words(stored.Unit).ToLowerInvariant()}: a measure in another unit needs a code of its own");
    }

    private async Task<(IReadOnlyList<Fact>, int)?> Stored()
    {
        await Read();
        return Measure is { } measure ? (Facts.Of(measure), measure.Version) : null;
    }

    private async Task<bool> Read()
    {
        Measure = await Db.Measures.AsSplitQuery().FirstOrDefaultAsync(measure => measure.Code == Of, Cancel);
        // Lists of codes are JSON: with a plan's few lines they are looked through here.
        Lines = [.. (await Db.Lines.AsNoTracking().IgnoreAutoIncludes().OrderBy(line => line.Order).Select(line => new { line.Ref, line.Measures }).ToListAsync(Cancel)).Where(line => line.Measures.Contains(Of ?? "")).Select(line => line.Ref)];
        Counted = (await Db.Definitions.AsNoTracking().FirstOrDefaultAsync(known => known.Code == Of, Cancel))?.Definition;
        Readings = await Db.Readings.CountAsync(reading => reading.Measure == Of && reading.Current, Cancel);
        return IsNew || Measure is not null;
    }
}

using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>Is this on course, where is the shortfall, is what is left possible.</summary>
internal sealed class MeasureModel(PlanSnapshots snapshots, PlanDb db, IAuthorizationService authorization) : PageModel
{
    public PlanSnapshot Plan { get; private set; } = null!;
    public MeasureRating Rating { get; private set; } = null!;
    public Measure Measure => Rating.Measure;

    /// <summary>What the module that counts it says of it; null where none counts it.</summary>
    public MeasureDefinition? Definition { get; private set; }

    /// <summary>The plan lines that it stands on.</summary>
    public IReadOnlyList<LineRating> Lines { get; private set; } = [];

    public IReadOnlyList<MonthFigure> Months { get; private set; } = [];
    public Chart? Chart { get; private set; }
    public IReadOnlyList<Need> Needed { get; private set; } = [];
    public IReadOnlyList<PlaceRow> Places { get; private set; } = [];

    /// <summary>What localities and phases add to a count, which has no rate to draw.</summary>
    public IReadOnlyList<Reading> PlaceCounts { get; private set; } = [];

    /// <summary>The task that the records behind this measure ask for.</summary>
    public string RecordsTask => RecordsTaskOf(Definition);

    /// <summary>Readings of the rated period that are of another origin than the rated one.</summary>
    public IReadOnlyList<Reading> Others { get; private set; } = [];

    /// <summary>"NI 59", or the lines that it stands on.</summary>
    public string Heading => Lines.Any(line => line.Line.Ref == Measure.Code) ? InWords.Ref(Measure.Code)
        : Lines.Count == 0 ? "Not on the plan" : $"{(Lines.Count == 1 ? "Line" : "Lines")} {InWords.List(Lines.Select(line => line.Line.Ref))}";

    public bool MayReadRecords { get; private set; }

    public string? More => Definition?.Words.More;

    public async Task<IActionResult> OnGet(string code, CancellationToken cancel)
    {
        // Without a plan nothing is rated yet: the plan's page says what to do.
        if (await snapshots.Current(cancel) is not { } plan)
            return Redirect("/plan");
        if (!plan.Measures.TryGetValue(code, out var rating))
            return NotFound();
        (Plan, Rating, code) = (plan, rating, rating.Measure.Code);
        Definition = plan.Content.Definitions.GetValueOrDefault(code);
        MayReadRecords = (await authorization.AuthorizeAsync(User, RecordsTask)).Succeeded;
        Lines = [.. plan.LinesOf(code)];
        Months = MeasureMonths.Of(plan, code);
        Chart = MeasureMonths.Draw(plan, rating, Months, More);
        if (rating.Reading is not { } reading)
            return Page();

        Needed = Need.Ahead(rating, plan.Content.Readings[code], plan.Day, plan.Content.Plan.Start.AddYears(-1));
        Others = [.. plan.Content.Readings[code].Where(r => r.Origin != reading.Origin && RatedReading.IsRated(Measure, r, plan.Day)).OrderByDescending(r => r.To)];
        if (!(await authorization.AuthorizeAsync(User, Tasks.ReadFigures)).Succeeded)
            return Page();
        var parts = await db.Readings.AsNoTracking()
            .Where(r => r.Current && r.Measure == code && r.PeriodKind == reading.PeriodKind && r.To == reading.To && r.From == reading.From && r.Origin == reading.Origin && r.ScopeKind != ScopeKind.Authority)
            .ToListAsync(cancel);
        Places = PlaceRow.Of(parts, rating, plan.Settings);
        PlaceCounts =
        [
            .. parts.Where(part => part is { ScopeKind: ScopeKind.Locality or ScopeKind.Phase, Figure: { Numerator: not null, Denominator: null } })
                .OrderBy(part => part.ScopeKind).ThenBy(part => part.Code == "").ThenBy(part => part.Code, StringComparer.Ordinal),
        ];
        return Page();
    }

    /// <summary>The owning module's page of the records behind a figure; null where no module counts it or the person may not read records.</summary>
    public string? RecordsOf(Reading reading) => RecordsOf(reading.ScopeKind, reading.Code, reading.From, reading.To);

    /// <summary>The same for the whole authority on these days.</summary>
    public string? RecordsOf(MonthRow month) => RecordsOf(ScopeKind.Authority, "", month.From, month.To);

    private string? RecordsOf(ScopeKind scope, string code, DateOnly from, DateOnly to) => Definition is null || !MayReadRecords ? null : RecordsPath(Definition, scope, code, from, to);

    /// <summary>Records of people ask for more than those of schools or judgements.</summary>
    public static string RecordsTaskOf(MeasureDefinition? definition) => definition is { OpenRecords: true } ? Tasks.ReadFigures : Tasks.ReadRecords;

    /// <summary>The owning module's page of the records behind a figure of one part and these days.</summary>
    public static string RecordsPath(MeasureDefinition definition, ScopeKind scope, string code, DateOnly from, DateOnly to) =>
        $"{definition.RecordsPath}?scope={scope.ToString().ToLowerInvariant()}&code={Uri.EscapeDataString(code)}&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}";

    /// <summary>"better than last year (75.2%) and than England (71.8%)", and the same for worse and level.</summary>
    public string? Comparison()
    {
        if (Rating.Reading?.Value is not { } now || Measure.Kind is not (MeasureKind.Rate or MeasureKind.Round))
            return null;
        var others = Measure.Comparators.Select(c => (Who: $"{c.Who} ({InWords.Value(Measure, c.Value)})", c.Value)).ToList();
        if (ComputedColour.LatestBaseline(Measure, Plan.Day) is { Figure.Value: { } started } baseline)
            others.Insert(0, ($"the baseline, {baseline.Label} ({InWords.Value(Measure, Math.Round(started, 1))})", started));
        var parts = others.GroupBy(other => Standing(now, other.Value)).Select(same => $"{same.Key} {InWords.List(same.Select(other => other.Who))}").ToList();
        if (Rating.Seen is { } seen && Rating.Travel is { } travel)
        {
            var word = travel.Direction switch { Direction.Level => "level with", Direction.Improving => "better than", _ => "worse than" };
            parts.Add($"{word} the {InWords.Value(Measure, seen.Reading.Value!.Value)} that the panel saw on {Say.DayAndMonth(seen.On)}");
        }
        return parts.Count == 0 ? null : InWords.List(parts);
    }

    /// <summary>A value in the middle of a range is higher or lower than another, and neither is better.</summary>
    private string Standing(decimal now, decimal other) => Measure.Polarity switch
    {
        _ when now == other => "level with",
        Polarity.MidRangeIsGood => now > other ? "higher than" : "lower than",
        Polarity.LowIsGood => now < other ? "better than" : "worse than",
        _ => now > other ? "better than" : "worse than",
    };
}

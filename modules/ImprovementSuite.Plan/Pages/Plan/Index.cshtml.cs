using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>Which lines need attention before the panel.</summary>
internal sealed class IndexModel(PlanSnapshots snapshots) : PageModel
{
    public static readonly IReadOnlyList<Colour> Colours = Enum.GetValues<Colour>();

    [BindProperty(SupportsGet = true)]
    public PlanFilter Filter { get; set; } = new();

    /// <summary>Null where no plan is loaded.</summary>
    public PlanSnapshot? Plan { get; private set; }

    public IReadOnlyList<IGrouping<string, PlanRow>> Themes { get; private set; } = [];
    public IReadOnlyList<SincePanel> Since { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan)
            return;
        Plan = plan;
        Themes = [.. PlanRow.Of(plan).Where(row => Filter.Lets(row.Rating, plan)).GroupBy(row => row.Line.Theme)];
        Since = SincePanel.Of(plan);
    }

    /// <summary>"1 red, 8 amber, 3 green and 17 with no colour yet".</summary>
    public static string Counts(ColourCounts counts, string none = "no colour yet") => Say.List(
        [.. Colours.Where(colour => counts.Of(colour) > 0).Select(colour => $"{counts.Of(colour)} {(colour == Colour.None ? none : colour.ToString().ToLowerInvariant())}")]);

    /// <summary>"3 lines: 1 amber, 2 green", of what is shown.</summary>
    public static string ThemeCounts(IEnumerable<PlanRow> rows)
    {
        var counts = ColourCounts.Of(rows.Select(row => row.Rating.Computed));
        var parts = Colours.Where(colour => counts.Of(colour) > 0).Select(colour => $"{counts.Of(colour)} {(colour == Colour.None ? "no colour yet" : colour.ToString().ToLowerInvariant())}");
        return $"{Say.Count("line", rows.Count())}: {string.Join(", ", parts)}";
    }
}

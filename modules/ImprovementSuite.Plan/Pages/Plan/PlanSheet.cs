using System.Runtime.CompilerServices;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>
/// What the pages say of a whole plan, whoever reads it and however it is filtered. Nothing of it changes sooner than the snapshot, so it is
/// worked out once for all who read that.
/// </summary>
internal sealed class PlanSheet
{
    private static readonly ConditionalWeakTable<PlanSnapshot, PlanSheet> Sheets = [];

    private PlanSheet(PlanSnapshot plan)
    {
        Rows = [.. plan.Lines.Select(line => new PlanRow(line, plan))];
        Themes = PlanTheme.Of(Rows);
        Since = [.. SincePanel.Of(plan).Where(fact => fact.Number > 0)];
        Workstreams = [.. plan.Lines.SelectMany(line => line.Line.Workstreams).Distinct().Order()];
        Leads = [.. plan.Lines.SelectMany(line => line.Line.Leads).Select(lead => lead.Name).Distinct().Order()];
    }

    public static PlanSheet Of(PlanSnapshot plan) => Sheets.GetValue(plan, made => new(made));

    public IReadOnlyList<PlanRow> Rows { get; }

    /// <summary>All rows, by theme.</summary>
    public IReadOnlyList<PlanTheme> Themes { get; }

    /// <summary>The table of lines by colour in both voices.</summary>
    public KeptHtml Counts { get; } = new();

    /// <summary>What there is to say since the last panel.</summary>
    public IReadOnlyList<SincePanel> Since { get; }

    public IReadOnlyList<string> Workstreams { get; }
    public IReadOnlyList<string> Leads { get; }
}

/// <summary>Rows of one theme, under what is said of them: "3 lines: 1 amber, 2 green".</summary>
internal sealed record PlanTheme(string Name, string Counts, IReadOnlyList<PlanRow> Rows)
{
    public static IReadOnlyList<PlanTheme> Of(IEnumerable<PlanRow> rows) =>
        [.. rows.GroupBy(row => row.Line.Theme, (theme, own) => Of(theme, [.. own]))];

    private static PlanTheme Of(string theme, IReadOnlyList<PlanRow> rows) =>
        new(theme, InWords.LinesAndCounts(rows.Count, ColourCounts.Of(rows.Select(row => row.Rating.Computed))), rows);
}

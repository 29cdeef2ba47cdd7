using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>One of the facts beside the counts: how many lines, which link lists them, and up to three by name.</summary>
internal sealed record SincePanel(int Number, string Query, string Words, string? Which)
{
    private const int Named = 3;

    public static IReadOnlyList<SincePanel> Of(PlanSnapshot plan)
    {
        return
        [
            NewlyGreen(plan),
            Listed("?show=Worsening", "worsening", Shown(Show.Worsening)),
            Listed("?show=WorseningInLeadsView", "worsening in the lead's view", Shown(Show.WorseningInLeadsView)),
            Listed("?differs=true", "on the challenge list", plan.Challenges),
            Listed("?show=Unmeasured", "of these with no figure behind", Shown(Show.Unmeasured)),
        ];

        List<LineRating> Shown(Show show) => [.. plan.Lines.Where(line => PlanFilter.IsShown(show, line, plan))];
    }

    private static SincePanel NewlyGreen(PlanSnapshot plan)
    {
        var lines = plan.Lines.Where(line => PlanFilter.IsShown(Show.NewlyGreen, line, plan)).ToList();
        var listed = Listed("?show=NewlyGreen", "newly green", lines);
        return lines is [{ Leading: { Reading: { } now, Seen: { Reading: { Stored: { } then } } } } only]
            ? listed with { Which = $"{InWords.Ref(only.Line.Ref)}, from {Platform.Ui.Say.Figure(then.Figure)} to {InWords.Reading(now)}" }
            : listed;
    }

    private static SincePanel Listed(string query, string words, IReadOnlyCollection<LineRating> lines) =>
        new(lines.Count, query, words, lines.Count is > 0 and <= Named ? InWords.List(lines.Select(line => InWords.Ref(line.Line.Ref))) : null);
}

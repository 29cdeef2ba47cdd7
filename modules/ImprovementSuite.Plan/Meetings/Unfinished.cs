using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Meetings;

/// <summary>Something that is not done when a meeting is frozen. It holds up nothing: whoever freezes should know.</summary>
/// <param name="Words">"4 papers are not received".</param>
/// <param name="Which">Which they are; null where the number says it all.</param>
internal sealed record Unfinished(string Words, string? Which)
{
    /// <param name="waiting">Days to be counted and messages to be delivered in the modules.</param>
    public static IReadOnlyList<Unfinished> Of(PlanSnapshot plan, Panel panel, IReadOnlyList<Paper> papers, long waiting)
    {
        var updates = plan.Content.Updates.Where(update => update.Panel == panel.On).ToDictionary(update => update.Line, update => update.State);
        var found = new List<Unfinished>();
        Lines("update is not submitted", "updates are not submitted", line => updates.GetValueOrDefault(line, UpdateState.Draft) == UpdateState.Draft);
        Lines("update is submitted and not accepted", "updates are submitted and not accepted", line => updates.GetValueOrDefault(line) == UpdateState.Submitted);
        var undecided = plan.Challenges.Select(line => line.Line.Ref).Where(line => Minutes.Ruling(plan, panel.On, line) is null).ToHashSet();
        Lines("challenge is not decided", "challenges are not decided", undecided.Contains);
        Add("paper is not received", "papers are not received", [.. papers.Where(paper => paper.ReceivedOn is null).Select(paper => paper.Title)], "; ");
        Lines("line has a stale reading", "lines have a stale reading", line => plan.Lines.First(rating => rating.Line.Ref == line).Measures.Any(measure => measure.Stale));
        if (waiting > 0)
            found.Add(new("Records have come that are not yet in the figures; they will be within a minute or so", null));
        return found;

        void Lines(string one, string several, Func<string, bool> isOne) =>
            Add(one, several, [.. plan.Lines.Select(line => line.Line.Ref).Where(isOne).Select(InWords.Ref)]);

        void Add(string one, string several, IReadOnlyList<string> which, string? between = null)
        {
            if (which.Count > 0)
                found.Add(new(Say.Count(one, which.Count, several), which.Count == plan.Lines.Count && which.Count > 1 ? "every line" : between is null ? Say.List(which) : string.Join(between, which)));
        }
    }
}

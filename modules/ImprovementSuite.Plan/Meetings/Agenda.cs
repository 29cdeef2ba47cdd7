using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Meetings;

/// <summary>The headings of a meeting's agenda, exceptions first.</summary>
internal enum Heading
{
    Red,
    Challenges,
    Worsening,
    StaleOrNoFigure,
    NewlyGreen,
    AllOthers,
}

/// <summary>A heading with its lines.</summary>
internal sealed record AgendaItem(Heading Heading, IReadOnlyList<LineRating> Lines);

/// <summary>The order in which a meeting goes through the plan. Every line stands once, under the first heading that fits it.</summary>
internal static class Agenda
{
    /// <summary>All headings, also those without a line.</summary>
    public static IReadOnlyList<AgendaItem> Of(PlanSnapshot plan, DateOnly meeting)
    {
        var ruled = RuledAt(plan, meeting);
        var lines = plan.Lines.ToLookup(line => HeadingOf(line, plan, ruled));
        return [.. Enum.GetValues<Heading>().Select(heading => new AgendaItem(heading, heading == Heading.Red
            ? [.. lines[heading].OrderBy(line => line.Computed == Colour.Red ? 0 : 1)]
            : [.. lines[heading]]))];
    }

    /// <summary>Lines that this meeting has to rule on or has ruled on: a ruling does not move a line while the panel sits.</summary>
    public static bool IsChallenged(LineRating line, PlanSnapshot plan, DateOnly meeting) => IsChallenged(line, plan, RuledAt(plan, meeting));

    /// <summary>By the figures; where they say nothing of it, in the lead's view.</summary>
    public static bool IsWorsening(LineRating line) => line.Leading?.Travel?.Direction == Direction.Worsening || line.Line.DeclaredDirection == Direction.Worsening;

    /// <summary>Nothing to read, or what there is to read is too old. A milestone that decides a line's colour needs no figure.</summary>
    public static bool IsStaleOrUnread(LineRating line) => !line.MilestoneDecides && line.Leading switch
    {
        null => line.Computed == Colour.None,
        { Reading: null } or { Reading.Figure.NothingDue: true } => true,
        { Stale: var stale } => stale,
    };

    /// <summary>Green now, and not when a panel last saw it.</summary>
    public static bool IsNewlyGreen(LineRating line, PlanSnapshot plan)
    {
        if (line.Computed != Colour.Green)
            return false;
        if (plan.LastPanel?.FrozenLines.FirstOrDefault(frozen => frozen.Line == line.Line.Ref) is { } seen)
            return seen.Computed != Colour.Green;
        // Of a panel that was only reported on no more than some measures is known.
        var measures = line.Measures.Where(measure => measure.Seen is not null).Select(measure => measure.Seen!.Reading.Colour).ToList();
        return measures.Count > 0 && measures.Min() != Colour.Green;
    }

    private static Heading HeadingOf(LineRating line, PlanSnapshot plan, HashSet<string> ruled) => line switch
    {
        { Computed: Colour.Red } or { Line.Declared: Colour.Red } => Heading.Red,
        _ when IsChallenged(line, plan, ruled) => Heading.Challenges,
        _ when IsWorsening(line) => Heading.Worsening,
        _ when IsStaleOrUnread(line) => Heading.StaleOrNoFigure,
        _ when IsNewlyGreen(line, plan) => Heading.NewlyGreen,
        _ => Heading.AllOthers,
    };

    private static bool IsChallenged(LineRating line, PlanSnapshot plan, HashSet<string> ruled) =>
        plan.Challenges.Contains(line) || (line.Difference != Difference.None && ruled.Contains(line.Line.Ref));

    private static HashSet<string> RuledAt(PlanSnapshot plan, DateOnly meeting) =>
        [.. plan.Content.Decisions.Where(decision => decision.Panel == meeting && decision.Ruling is not null).Select(decision => decision.Line!)];
}

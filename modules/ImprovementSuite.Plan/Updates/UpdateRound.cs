using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;

namespace ImprovementSuite.Plan.Updates;

/// <summary>Where a line stands in a round.</summary>
internal enum RoundState
{
    NotStarted,
    Draft,
    Returned,
    Submitted,
    Accepted,
}

/// <summary>A line in a round, with its update where one is begun.</summary>
internal sealed record RoundLine(LineRating Rating, LineUpdate? Update)
{
    public Line Line => Rating.Line;

    public bool IsIn => Update is { IsIn: true };

    public RoundState State => Update switch
    {
        null => RoundState.NotStarted,
        { IsReturned: true } => RoundState.Returned,
        { State: UpdateState.Draft } => RoundState.Draft,
        { State: UpdateState.Submitted } => RoundState.Submitted,
        _ => RoundState.Accepted,
    };

    /// <summary>When it last moved, UTC, and by whose hand.</summary>
    public (DateTime At, string? Who)? Moved => Update switch
    {
        null => null,
        { AcceptedAt: { } at } => (at, Update.AcceptedBy),
        { SubmittedAt: { } at } => (at, Update.AuthorName),
        { SavedAt: { } at } => (at, Update.AuthorName),
        _ => null,
    };
}

/// <summary>What the leads owe one panel, and what has come in.</summary>
internal sealed class UpdateRound
{
    public UpdateRound(PlanSnapshot plan, Panel panel, IReadOnlyList<LineUpdate> updates)
    {
        (Panel, IsOpen) = (panel, plan.OpenPanel?.On == panel.On);
        var by = updates.Where(update => update.Panel == panel.On).ToDictionary(update => update.Line);
        Lines = [.. plan.Lines.Select(line => new RoundLine(line, by.GetValueOrDefault(line.Line.Ref)))];
    }

    public Panel Panel { get; }

    /// <summary>Only the round of the next meeting whose papers have not gone out is written in.</summary>
    public bool IsOpen { get; }

    /// <summary>In the plan's order.</summary>
    public IReadOnlyList<RoundLine> Lines { get; }

    /// <summary>The round that is open; null where no meeting is ahead.</summary>
    public static UpdateRound? Open(PlanSnapshot plan) => plan.OpenPanel is { } panel ? new(plan, panel, plan.Content.Updates) : null;

    public int Count(RoundState state) => Lines.Count(line => line.State == state);

    public int In => Lines.Count(line => line.IsIn);

    /// <summary>The lines of each workstream, in the order in which the plan first names it. A line of two stands under both.</summary>
    public IEnumerable<IGrouping<string, RoundLine>> ByWorkstream() =>
        Lines.SelectMany(line => line.Line.Workstreams.Select(workstream => (Line: line, Workstream: workstream)))
            .GroupBy(pair => pair.Workstream, pair => pair.Line, StringComparer.OrdinalIgnoreCase);
}

using ImprovementSuite.Plan.Integration;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Plan.Ratings;

namespace ImprovementSuite.Plan.Snapshots;

/// <summary>The whole plan rated for one day. It is made once for each change and each day, shared by all who read it, and never altered.</summary>
internal sealed class PlanSnapshot
{
    public PlanSnapshot(PlanContent content, DateOnly day, long revision = 0)
    {
        (Content, Day, Revision) = (content, day, revision);
        Measures = content.Measures.Values.ToDictionary(
            measure => measure.Code,
            measure => MeasureRating.Of(measure, content.Readings[measure.Code], SeenByPanel(measure.Code), day, content.Plan.Start, Settings),
            // An address may have a code in lower case.
            StringComparer.OrdinalIgnoreCase);
        Lines = [.. content.Lines.Select(line => LineRating.Of(line, [.. line.Measures.Select(code => Measures[code])], day, Settings))];
        Challenges = [.. Lines.Where(line => line.Difference != Difference.None && !content.Decisions.Any(decision => decision.Settles(line.Line.Ref, line.Computed, line.Line.Declared)))];
        ShortOfStage = [.. Lines.Select(line => LineNeed.Of(line, content.Readings, day, content.Plan.Start.AddYears(-1))).OfType<LineNeed>()];
        Notice = content.Notice is { } notice ? NoticeStanding.Of(notice, NoticeFacts.Of(content, day, Settings)) : null;
        Computed = ColourCounts.Of(Lines.Select(line => line.Computed));
        Declared = ColourCounts.Of(Lines.Select(line => line.Line.Declared));
    }

    public RatingSettings Settings => RatingSettings.Usual;
    public PlanContent Content { get; }
    public DateOnly Day { get; }
    public long Revision { get; }
    public IReadOnlyList<LineRating> Lines { get; }
    public IReadOnlyDictionary<string, MeasureRating> Measures { get; }
    public ColourCounts Computed { get; }
    public ColourCounts Declared { get; }

    /// <summary>The last panel before or on the day of which it is known what it saw.</summary>
    public Panel? LastPanel => Content.Panels.LastOrDefault(panel => panel.On <= Day && panel.Frozen.Count > 0);

    /// <summary>The last meeting before this one of which it is known what it saw.</summary>
    public Panel? FrozenBefore(DateOnly meeting) => Content.Panels.LastOrDefault(panel => panel.On < meeting && panel.Frozen.Count > 0);

    /// <summary>The meeting of this day; null where the panel does not meet.</summary>
    public Panel? MeetingOn(DateOnly day) => Content.Panels.FirstOrDefault(panel => panel.On == day);

    /// <summary>The next meeting whose papers have not gone out: its round of updates is open.</summary>
    public Panel? OpenPanel => Content.Panels.FirstOrDefault(panel => panel.On >= Day && !panel.IsFrozen);

    /// <summary>Lines whose two colours differ, and no panel has ruled on it.</summary>
    public IReadOnlyList<LineRating> Challenges { get; }

    /// <summary>Lines that are short of their stage, with what they need from here; in the plan's order.</summary>
    public IReadOnlyList<LineNeed> ShortOfStage { get; }

    /// <summary>The notice with its conditions tested; null where none is recorded.</summary>
    public NoticeStanding? Notice { get; }

    public Panel? NextPanel => Content.Panels.FirstOrDefault(panel => panel.On >= Day);

    public IEnumerable<LineRating> LinesOf(string measure) => Lines.Where(line => line.Line.Measures.Contains(measure));

    /// <summary>The overdue recommendations that any line counts, each once.</summary>
    public int OverdueRecommendations => Content.Overdue.Count(known => Lines.Any(line => known.Measures.Any(line.Line.Measures.Contains)));

    /// <summary>The overdue recommendations that a line's measures count.</summary>
    public IReadOnlyList<KnownRecommendation> OverdueOn(Line line) => [.. Content.Overdue.Where(known => known.Measures.Any(line.Measures.Contains))];

    private SeenByPanel? SeenByPanel(string measure) => Content.Panels
        .Where(panel => panel.On <= Day)
        .Select(panel => panel.Frozen.FirstOrDefault(frozen => frozen.Measure == measure) is { } frozen ? new SeenByPanel(panel.On, frozen) : null)
        .LastOrDefault(seen => seen is not null);
}

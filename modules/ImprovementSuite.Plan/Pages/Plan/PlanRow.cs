using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>A line as the table of the plan shows it.</summary>
internal sealed class PlanRow
{
    public const string NoReading = "No reading";

    public PlanRow(LineRating line, PlanSnapshot plan)
    {
        Rating = line;
        (Reading, UnderReading) = ReadingWords(line);
        CheckData = line.Leading is { Reading: { Trust: Trust.C } doubtful } && !line.MilestoneDecides ? plan.Content.Definitions.GetValueOrDefault(doubtful.Measure)?.TrustPath : null;
        (Expected, Gap) = ExpectedWords(line, plan);
        Started = line.Leading is { Reading: null } unread && ComputedColour.LatestBaseline(unread.Measure, plan.Day) is { } baseline
            ? $"was {baseline.Grade ?? InWords.Value(unread.Measure, Math.Round(baseline.Figure!.Value!.Value, 1))}"
            : null;
        (AsAt, Origin) = AsAtWords(line, plan);
        Stale = line.Leading is { Stale: true } && !line.MilestoneDecides;
        Direction = line.Leading?.Travel?.Direction ?? line.Line.DeclaredDirection;
        DirectionNote = line.Leading?.Travel switch
        {
            null when line.Line.DeclaredDirection is not null => "Lead's view",
            { SinceBaseline: true } => "since baseline",
            _ => null,
        };
        if (line.Leading?.Travel is { } travel && line.Line.DeclaredDirection is { } leads && leads != travel.Direction)
            LeadsDirection = $"Lead's view: {leads.ToString().ToLowerInvariant()}";
        (Trend, TrendExpected) = line.Leading is { } leading && !line.MilestoneDecides ? TrendOf(leading, plan) : ([], []);
    }

    /// <summary>The row as the table of the plan has it.</summary>
    public KeptHtml Html { get; } = new();

    public LineRating Rating { get; }
    public Line Line => Rating.Line;
    public string Reading { get; }
    public string? UnderReading { get; }

    /// <summary>Where the counting module says what is doubtful in the reading; null where nothing is.</summary>
    public string? CheckData { get; }

    public string Expected { get; }
    public string? Gap { get; }

    /// <summary>Where a line without reading started.</summary>
    public string? Started { get; }

    /// <summary>Whether there is something to read: not "No reading" and not "Nothing due".</summary>
    public bool IsRead => Reading != NoReading && Rating.Leading?.Reading?.Figure is null or { NothingDue: false };
    public IReadOnlyList<ChartPoint> Trend { get; }
    public IReadOnlyList<ChartPoint> TrendExpected { get; }
    public Direction? Direction { get; }
    public string? DirectionNote { get; }

    /// <summary>The arrow that the lead gave, where the figures give another.</summary>
    public string? LeadsDirection { get; }

    public string AsAt { get; }
    public string? Origin { get; }
    public bool Stale { get; }
    public bool Watch => Rating.Measures.Any(m => m.Computed.Watch);

    /// <summary>A line that is one figure leads to the figure, any other to its own page.</summary>
    public string Href => Line is { Measures: [var only], Milestones: [] } ? $"/plan/measure/{only}" : $"/plan/line/{Line.Ref}";

    private static (string, string?) ReadingWords(LineRating line)
    {
        if (line.Leading?.Reading is { } reading && !line.MilestoneDecides)
            return (InWords.Reading(reading), InWords.Under(line.Leading.Measure, reading));
        var milestones = line.Line.Milestones;
        return milestones.Count > 0 && (line.Measures.Count == 0 || line.MilestoneDecides)
            ? (Say.Of(milestones.Count(m => m.Done), milestones.Count), milestones.Count == 1 ? "milestone done" : "milestones done")
            : (NoReading, null);
    }

    private static (string, string?) ExpectedWords(LineRating line, PlanSnapshot plan)
    {
        var start = plan.Content.Plan.Start;
        if (line.Leading is { Expected: { } expected, Reading: not null } read && !line.MilestoneDecides)
            return (InWords.Value(read.Measure, expected), read.Distance is { } distance ? InWords.Gap(read.Measure, distance, plan.Content.MoreOf(read.Measure.Code)) : null);
        if (line.DueMilestone is { By: { } by })
        {
            var days = by.DayNumber - plan.Day.DayNumber;
            var when = days switch { 0 => "today", > 0 => $"in {Say.Count("day", days)}", _ => $"{Say.Count("day", -days)} overdue" };
            return ($"Due {InWords.Day(by, start)}", line.Computed is Colour.Amber or Colour.Red ? when : null);
        }
        return line.Leading is { } leading && Ratings.Expected.NextStage(leading.Measure, plan.Day) is { } stage
            ? ($"{InWords.Target(leading.Measure, stage)} by {InWords.Day(stage.By!.Value, start)}", null)
            : ("No target yet", null);
    }

    private static (string, string?) AsAtWords(LineRating line, PlanSnapshot plan)
    {
        if (line.Leading?.Reading is { } reading && !line.MilestoneDecides)
            return (InWords.Day(reading.To, plan.Content.Plan.Start), InWords.Origin(reading.Origin));
        return line.MilestoneDecides || (line.Measures.Count == 0 && line.Line.Milestones.Any(m => m.Done))
            ? (InWords.Day(plan.Content.Plan.Updated, plan.Content.Plan.Start), InWords.Origin(Lines.Origin.Published))
            : ("Never", null);
    }

    /// <summary>What was read and what was expected on the same days, from where the measure started.</summary>
    public static (IReadOnlyList<ChartPoint> Reading, IReadOnlyList<ChartPoint> Expected) TrendOf(MeasureRating rating, PlanSnapshot plan)
    {
        if (rating is not { Reading: { Value: not null } reading, Expected: not null })
            return ([], []);
        var measure = rating.Measure;
        var points = RatedReading.Series(measure, reading, plan.Content.Readings[measure.Code], plan.Day)
            .Where(r => r.From >= plan.Content.Plan.Start && r.Value is not null)
            .GroupBy(r => (r.To.Year, r.To.Month)).Select(month => month.MaxBy(r => r.To)!)
            .OrderBy(r => r.To).Select(r => new ChartPoint(r.To, r.Value!.Value)).ToList();
        if (points.Count == 0)
            points.Add(new(reading.To, reading.Value!.Value));
        if (measure.Kind == MeasureKind.Cumulative)
            points.Insert(0, new(reading.From, 0));
        else if (ComputedColour.LatestBaseline(measure, points[0].Day) is { On: { } on, Figure.Value: { } started } && on < points[0].Day)
            points.Insert(0, new(on, started));
        if (points.Count < 2)
            return (points, []);

        var (from, to) = (points[0].Day, points[^1].Day);
        var days = Ratings.Expected.Points(measure).Select(p => p.On).Where(day => from < day && day < to).Prepend(from).Append(to);
        var expected = measure.Kind == MeasureKind.Cumulative
            ? [new ChartPoint(from, 0), new ChartPoint(to, rating.Expected!.Value)]
            : days.Select(day => (day, value: Ratings.Expected.On(measure, day, plan.Content.Plan.Start, reading))).Where(p => p.value is not null).Select(p => new ChartPoint(p.day, p.value!.Value)).ToList();
        return (points, expected);
    }
}

using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Integration;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Plan.Snapshots;

/// <summary>The loaded plan with the authority's readings: all that its ratings are worked out from.</summary>
/// <param name="Lines">In the plan's order.</param>
/// <param name="Measures">By code; those of the plan, and those that a module counts and no line names.</param>
/// <param name="Readings">The authority's current readings, by measure.</param>
/// <param name="Panels">Oldest first.</param>
/// <param name="Definitions">What the modules say of the measures that they count.</param>
internal sealed record PlanContent(
    LoadedPlan Plan, IReadOnlyList<Line> Lines, IReadOnlyDictionary<string, Measure> Measures, ILookup<string, Reading> Readings,
    IReadOnlyList<Panel> Panels, IReadOnlyDictionary<string, MeasureDefinition> Definitions)
{
    /// <summary>The updates of the round that is open, drafts among them.</summary>
    public IReadOnlyList<LineUpdate> Updates { get; init; } = [];

    /// <summary>What panels have ruled and asked, oldest first.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>The notice that the council is under; null where none is recorded.</summary>
    public CurrentNotice? Notice { get; init; }
    /// <summary>The recommendations that are overdue, the oldest first.</summary>
    public IReadOnlyList<KnownRecommendation> Overdue { get; init; } = [];

    /// <summary>What more of a measure's numerator is called by the module that counts it: "more assessments on time".</summary>
    public string? MoreOf(string measure) => Definitions.GetValueOrDefault(measure)?.Words.More;

    /// <summary>
    /// For replaying an earlier day: a panel whose freeze was made that day or later had not yet seen anything, and nothing was minuted
    /// that was minuted after it.
    /// </summary>
    public PlanContent AsAt(DateOnly day) => this with
    {
        Panels = [.. Panels.Where(panel => panel.FrozenOn is null || panel.FrozenOn < day)],
        Updates = [],
        Decisions = [.. Decisions.Where(decision => DateOnly.FromDateTime(BusinessClock.Local(decision.MinutedAt)) <= day)],
    };

    public static PlanContent Of(PlanFile file) => new(
        new LoadedPlan { Title = file.Title, Authority = file.Authority, Updated = file.Updated, Start = file.Start, End = file.End, Achievements = [.. file.Achievements] },
        file.Lines, file.Measures.ToDictionary(measure => measure.Code), file.Readings.ToLookup(reading => reading.Measure),
        [.. file.Panels.Order().Select(on => Freeze(file, on))], new Dictionary<string, MeasureDefinition>())
    {
        Notice = file.Notice,
    };

    /// <summary>What a panel is known to have seen, with the colours that the rules give for its day.</summary>
    public static Panel Freeze(PlanFile file, DateOnly on)
    {
        var panel = Panel.For(on, WorkingDayCalendar.EnglandAndWales);
        var round = file.Rounds.FirstOrDefault(round => round.On == on);
        (panel.UpdatesDue, panel.DispatchOn) = (round?.UpdatesDue ?? panel.UpdatesDue, round?.DispatchOn ?? panel.DispatchOn);
        var reported = file.Frozen.Where(frozen => frozen.Panel == on).Select(frozen => frozen.Kept ?? Seen(frozen)).ToList();
        if (reported.Count > 0 || round?.FrozenOn is not null)
            panel.KnownToHaveSeen(reported, round?.FrozenOn ?? on);
        return panel;

        FrozenReading Seen(FrozenByPanel frozen)
        {
            var measure = file.Measures.Single(m => m.Code == frozen.Measure);
            var seen = new Reading
            {
                Measure = measure.Code, PeriodKind = RatedReading.RatedPeriod(measure.RatedOn), From = Period.YearToDate(on).From, To = on, Origin = Origin.Published,
                KnownOn = on, Numerator = frozen.Stored?.Numerator, Denominator = frozen.Stored?.Denominator, Unit = measure.Unit, Stated = frozen.Stored?.Stated,
            };
            return new FrozenReading
            {
                Measure = measure.Code, PeriodKind = seen.PeriodKind, From = seen.From, To = seen.To, Stored = frozen.Stored, Expected = Expected.On(measure, on, file.Start, seen),
                Colour = ComputedColour.Of(measure, seen, on, file.Start, RatingSettings.Usual).Colour,
            };
        }
    }
}

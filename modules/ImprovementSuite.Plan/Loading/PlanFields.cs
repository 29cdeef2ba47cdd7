using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Contracts;

namespace ImprovementSuite.Plan.Loading;

/// <summary>
/// What is written of each thing of a plan, field by field under the names that <see cref="PlanParts"/> reads. Null means that there
/// is nothing to write.
/// </summary>
internal static class PlanFields
{
    public static IReadOnlyList<(string Field, object? Value)> Of(PlanFile plan) =>
        [("title", plan.Title), ("authority", plan.Authority), ("updated", plan.Updated), ("start", plan.Start), ("end", plan.End)];

    public static IReadOnlyList<(string Field, object? Value)> Of(Line line) =>
    [
        ("ref", line.Ref), ("theme", line.Theme), ("name", line.Name), ("objective", line.Objective), ("action", line.Action), ("baseline", line.BaselineText),
        ("targets", line.TargetText), ("targetDate", line.TargetDateText), ("commentary", line.Commentary), ("workstreams", line.Workstreams), ("measures", line.Measures),
    ];

    public static IReadOnlyList<(string Field, object? Value)> Declared(Line line) =>
        [("colour", line.Declared == Colour.None ? null : line.Declared), ("arrow", line.DeclaredDirection), ("reason", line.DeclaredReason)];

    public static IReadOnlyList<(string Field, object? Value)> Of(Lead lead) => [("name", lead.Name), ("organisation", lead.Organisation)];

    public static IReadOnlyList<(string Field, object? Value)> Of(Milestone milestone) =>
    [
        ("title", milestone.Title), ("by", milestone.By), ("dateInferred", Set(milestone.DateInferred)), ("progress", milestone.Progress), ("done", Set(milestone.Done)),
        ("evidence", milestone.Evidence),
    ];

    public static IReadOnlyList<(string Field, object? Value)> Of(Measure measure) =>
    [
        ("code", measure.Code), ("title", measure.Title), ("kind", measure.Kind), ("unit", PlanRules.InWords(measure.Unit)), ("polarity", measure.Polarity),
        ("frequency", measure.Frequency), ("ratedOn", measure.RatedOn), ("thing", measure.Thing), ("things", measure.Things), ("caution", measure.Caution), ("scale", measure.Scale),
    ];

    public static IReadOnlyList<(string Field, object? Value)> Of(Baseline baseline) =>
    [
        ("label", baseline.Label), ("on", baseline.On), ("dateInferred", Set(baseline.DateInferred)), ("comparable", baseline.Comparable ? null : false),
        .. Figure(baseline.Stored), ("grade", baseline.Grade), ("note", baseline.Note),
    ];

    public static IReadOnlyList<(string Field, object? Value)> Of(Stage stage) =>
    [
        ("by", stage.By), ("dateInferred", Set(stage.DateInferred)), ("from", stage.From), ("standing", Set(stage.Standing)), ("round", stage.Round), .. Figure(stage.Stored),
        ("upper", stage.Upper), ("grade", stage.Grade), ("note", stage.Note),
    ];

    public static IReadOnlyList<(string Field, object? Value)> Of(Comparator comparator) =>
        [("who", comparator.Who), ("period", comparator.Period), .. Figure(comparator.Stored), ("note", comparator.Note)];

    /// <param name="updated">The plan's own day, which a reading need not repeat.</param>
    public static IReadOnlyList<(string Field, object? Value)> Of(Reading reading, Measure measure, DateOnly updated) =>
    [
        ("to", reading.To), ("from", reading.From == reading.To ? null : reading.From), ("round", Filled(reading.Round)),
        .. Figure(reading.Figure is { } figure ? StoredFigure.Of(figure) : null), ("grade", reading.Grade),
        ("origin", reading.Origin == Origin.Published ? null : reading.Origin), ("known", reading.KnownOn == updated ? null : reading.KnownOn),
        ("period", reading.PeriodKind == RatedReading.RatedPeriod(measure.RatedOn) ? null : reading.PeriodKind),
        ("scope", reading.ScopeKind == ScopeKind.Authority ? null : reading.ScopeKind), ("code", Filled(reading.Code)), ("within", Filled(reading.Within)), ("note", reading.Note),
    ];

    public static IReadOnlyList<(string Field, object? Value)> Of(PanelDays round) =>
        [("on", round.On), ("updatesDue", round.UpdatesDue), ("dispatchOn", round.DispatchOn), ("frozenOn", round.FrozenOn)];

    public static IReadOnlyList<(string Field, object? Value)> Of(FrozenByPanel frozen) => frozen.Kept is not { } kept
        ? [("measure", frozen.Measure), .. Figure(frozen.Stored)]
        :
        [
            ("measure", frozen.Measure), .. Figure(kept.Stored), ("grade", kept.Grade), ("period", kept.PeriodKind), ("from", kept.From), ("to", kept.To),
            ("round", Filled(kept.Round)), ("expected", kept.Expected), ("colour", kept.Colour),
        ];

    public static IReadOnlyList<(string Field, object? Value)> Of(Paper paper) =>
        [("panel", paper.Panel), ("line", paper.Line), ("title", paper.Title), ("owner", paper.Owner), ("note", paper.Note)];

    public static IReadOnlyList<(string Field, object? Value)> Of(CurrentNotice notice) =>
    [
        ("kind", notice.Kind), ("issuedBy", notice.IssuedBy), ("issuedOn", notice.IssuedOn), ("reviewOn", notice.ReviewOn), ("endsOn", notice.EndsOn), ("note", notice.Note),
    ];

    public static IReadOnlyList<(string Field, object? Value)> Of(Condition condition) => [("text", condition.Text), ("basis", condition.Basis)];

    public static IReadOnlyList<(string Field, object? Value)> Of(ConditionTest test) =>
    [
        ("kind", test.Kind), ("measure", test.Measure), ("months", test.Months == 0 ? null : (long)test.Months), ("value", test.Value), ("grade", test.Grade), ("on", test.On),
        ("line", test.Line), ("wanted", test.Wanted),
    ];

    public static IReadOnlyList<(string Field, object? Value)> Of(AcceptedEvidence accepted) => [("text", accepted.Text), ("by", accepted.By), ("on", accepted.On)];

    private static IReadOnlyList<(string Field, object? Value)> Figure(StoredFigure? stored) => stored switch
    {
        null => [],
        { Denominator: not null } => [("numerator", stored.Numerator), ("denominator", stored.Denominator)],
        _ => [("value", stored.Figure.Value)],
    };

    /// <summary>A flag that is false unless it is written.</summary>
    private static object? Set(bool flag) => flag ? true : null;

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}

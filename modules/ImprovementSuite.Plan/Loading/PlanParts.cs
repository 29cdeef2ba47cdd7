using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Reads the things of a plan, each from one object or row. What a field is called is said here once for JSON and for workbooks.</summary>
internal static class PlanParts
{
    /// <summary>A line without its leads and milestones.</summary>
    /// <param name="declared">Where its colour, arrow and reason stand; null where nothing is declared.</param>
    public static Line Line(FilePart part, FilePart? declared, int order) => new()
    {
        Ref = part.Name("ref"),
        Order = order,
        Theme = part.Text("theme"),
        Name = part.Text("name"),
        Objective = part.TextOrNull("objective"),
        Action = part.Text("action"),
        BaselineText = part.TextOrNull("baseline"),
        TargetText = part.TextOrNull("targets"),
        TargetDateText = part.TextOrNull("targetDate"),
        Commentary = part.TextOrNull("commentary"),
        Workstreams = part.Texts("workstreams"),
        Measures = part.Texts("measures"),
        Declared = declared?.ChoiceOrNull<Colour>("colour") ?? Colour.None,
        DeclaredDirection = declared?.ChoiceOrNull<Direction>("arrow"),
        DeclaredReason = declared?.TextOrNull("reason"),
    };

    public static Lead Lead(FilePart part) => new(part.Text("name"), part.TextOrNull("organisation"));

    public static Milestone Milestone(FilePart part) => new()
    {
        Title = part.Text("title"),
        By = part.DayOrNull("by"),
        DateInferred = part.Flag("dateInferred"),
        Progress = part.TextOrNull("progress"),
        Done = part.Flag("done"),
        Evidence = part.TextOrNull("evidence"),
    };

    /// <summary>A measure without what it is compared with.</summary>
    public static Measure Measure(FilePart part) => new()
    {
        Code = part.Name("code"),
        Title = part.Text("title"),
        Kind = part.Choice<MeasureKind>("kind"),
        Unit = UnitOf(part),
        Polarity = part.Choice<Polarity>("polarity"),
        Frequency = part.Choice<Frequency>("frequency"),
        RatedOn = part.Choice<RatedOn>("ratedOn"),
        Thing = part.Text("thing"),
        Things = part.Text("things"),
        Caution = part.TextOrNull("caution"),
        Scale = part.Texts("scale"),
    };

    public static Baseline Baseline(FilePart part, Unit unit) => new()
    {
        Label = part.Text("label"),
        On = part.DayOrNull("on"),
        DateInferred = part.Flag("dateInferred"),
        Comparable = part.Flag("comparable", otherwise: true),
        Stored = Figure(part, unit),
        Grade = part.TextOrNull("grade"),
        Note = part.TextOrNull("note"),
    };

    public static Stage Stage(FilePart part, Unit unit) => new()
    {
        By = part.DayOrNull("by"),
        DateInferred = part.Flag("dateInferred"),
        From = part.DayOrNull("from"),
        Standing = part.Flag("standing"),
        Round = part.TextOrNull("round"),
        Stored = Figure(part, unit),
        Upper = part.NumberOrNull("upper"),
        Grade = part.TextOrNull("grade"),
        Note = part.TextOrNull("note"),
    };

    public static Comparator Comparator(FilePart part, Unit unit) => new()
    {
        Who = part.Text("who"),
        Period = part.Text("period"),
        Stored = Figure(part, unit) ?? Nothing(part, unit),
        Note = part.TextOrNull("note"),
    };

    /// <summary>A reading that is not counted by a module.</summary>
    /// <param name="updated">The day on which it became known unless it says so itself.</param>
    public static Reading Reading(FilePart part, Measure measure, DateOnly updated)
    {
        var to = part.Day("to");
        var stored = Figure(part, measure.Unit);
        var grade = part.TextOrNull("grade");
        if (stored is null == grade is null)
            part.Refuse("value", "or \"grade\" must be given, and not both");
        var origin = part.ChoiceOrNull<Origin>("origin") ?? Origin.Published;
        if (origin == Origin.Recalculated)
            part.Refuse("origin", "is \"recalculated\"; such readings come from their module and from no file");
        return new Reading
        {
            Measure = measure.Code,
            ScopeKind = part.ChoiceOrNull<ScopeKind>("scope") ?? ScopeKind.Authority,
            Code = part.TextOrNull("code") ?? "",
            Within = part.TextOrNull("within") ?? "",
            PeriodKind = part.ChoiceOrNull<PeriodKind>("period") ?? RatedReading.RatedPeriod(measure.RatedOn),
            From = part.DayOrNull("from") ?? to,
            To = to,
            Round = part.TextOrNull("round") ?? "",
            Origin = origin,
            KnownOn = part.DayOrNull("known") ?? updated,
            Numerator = stored?.Numerator,
            Denominator = stored?.Denominator,
            Unit = measure.Unit,
            Stated = stored?.Stated,
            Grade = grade,
            Note = part.TextOrNull("note"),
        };
    }

    /// <summary>What a panel saw of a measure. With its colour it is kept as it was; without, that is worked out.</summary>
    public static FrozenByPanel Frozen(FilePart part, DateOnly panel, Measure measure)
    {
        var stored = Figure(part, measure.Unit);
        var grade = part.TextOrNull("grade");
        if (part.ChoiceOrNull<Colour>("colour") is not { } colour)
        {
            if (stored is null)
                part.Refuse("value", "is missing");
            return new(panel, measure.Code, stored);
        }
        var to = part.DayOrNull("to") ?? panel;
        return new(panel, measure.Code, stored)
        {
            Kept = new FrozenReading
            {
                Measure = measure.Code,
                PeriodKind = part.ChoiceOrNull<PeriodKind>("period") ?? RatedReading.RatedPeriod(measure.RatedOn),
                From = part.DayOrNull("from") ?? to,
                To = to,
                Round = part.TextOrNull("round") ?? "",
                Stored = stored,
                Grade = grade,
                Expected = part.NumberOrNull("expected"),
                Colour = colour,
            },
        };
    }

    public static PanelDays Panel(FilePart part) => new(part.Day("on"), part.DayOrNull("updatesDue"), part.DayOrNull("dispatchOn"), part.DayOrNull("frozenOn"));

    /// <summary>"numerator" of "denominator", or a "value" in percent, things, posts or pounds; null where neither is given.</summary>
    public static StoredFigure? Figure(FilePart part, Unit unit)
    {
        var (numerator, denominator, value) = (part.WholeOrNull("numerator"), part.WholeOrNull("denominator"), part.NumberOrNull("value"));
        if (part.IsWrong && numerator is null && denominator is null && value is null)
            return null;
        if (numerator is null != denominator is null)
            return part.Refuse<StoredFigure>(numerator is null ? "numerator" : "denominator", "is missing beside the other part of the rate");
        if (numerator is not null && value is not null)
            return part.Refuse<StoredFigure>("value", "must not be given where \"numerator\" and \"denominator\" are: it is worked out");
        if (numerator is { } n)
            return unit == Unit.Percent ? StoredFigure.Of(Contracts.Figure.Rate(n, denominator!.Value)) : part.Refuse<StoredFigure>("denominator", "is only for a measure in percent");
        if (value is not { } stated)
            return null;
        if (unit == Unit.Percent)
            return StoredFigure.Of(Contracts.Figure.AsStated(stated));
        var smallest = unit == Unit.Count ? stated : stated * 100;
        return smallest == decimal.Truncate(smallest) && Math.Abs(smallest) <= long.MaxValue
            ? StoredFigure.Of(Contracts.Figure.Of((long)smallest, unit))
            : part.Refuse<StoredFigure>("value", unit == Unit.Count ? "must be whole" : "has more than two decimals");
    }

    private static StoredFigure Nothing(FilePart part, Unit unit)
    {
        part.Refuse("value", "is missing");
        return StoredFigure.Of(Contracts.Figure.AsStated(0, unit));
    }

    private static Unit UnitOf(FilePart part)
    {
        var unit = part.Name("unit");
        foreach (var known in PlanRules.Units)
            if (PlanRules.InWords(known).Equals(unit, StringComparison.OrdinalIgnoreCase))
                return known;
        return part.Refuse<Unit>("unit", $"is \"{unit}\"; it must be one of percent, count, posts, pounds");
    }
}

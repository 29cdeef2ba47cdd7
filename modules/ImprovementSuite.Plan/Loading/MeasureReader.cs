using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Reads one measure of a plan file, with its baselines, stages, comparators and published readings.</summary>
internal static class MeasureReader
{
    /// <param name="errors">Takes what the rules say of its parts; what cannot be read at all is thrown.</param>
    public static Measure Read(JsonPart part, List<string> errors)
    {
        var unit = UnitOf(part);
        var places = new Dictionary<object, JsonPart>(ReferenceEqualityComparer.Instance);
        var measure = new Measure
        {
            Code = part.Text("code"),
            Title = part.Text("title"),
            Kind = part.Choice<MeasureKind>("kind"),
            Unit = unit,
            Polarity = part.Choice<Polarity>("polarity"),
            Frequency = part.Choice<Frequency>("frequency"),
            RatedOn = part.Choice<RatedOn>("ratedOn"),
            Thing = part.Text("thing"),
            Things = part.Text("things"),
            Caution = part.TextOrNull("caution"),
            Scale = part.Texts("scale"),
            Baselines = [.. part.Parts("baselines", "baseline").Select(baseline => Kept(baseline, ReadBaseline(baseline, unit)))],
            Stages = [.. part.Parts("stages", "stage").Select(stage => Kept(stage, ReadStage(stage, unit)))],
            Comparators = [.. part.Parts("comparators", "comparator").Select(comparator => Kept(comparator, ReadComparator(comparator, unit)))],
        };
        if (measure.Kind == MeasureKind.Judgement && measure.Scale.Count < 2)
            throw part.Wrong("scale", "must name the grades of a judgement, worst first");
        var grades = measure.Baselines.Select(b => b.Grade).Concat(measure.Stages.Select(s => s.Grade));
        if (grades.FirstOrDefault(grade => grade is not null && measure.Rank(grade) < 0) is { } unknown)
            throw part.Wrong("scale", $"does not name the grade \"{unknown}\"");
        errors.AddRange(PlanRules.Of(measure).Select(broken => places[broken.Part].Wrong(broken.Field, $"is not right: {broken.Why}").Message));
        return measure;

        TPart Kept<TPart>(JsonPart at, TPart read) where TPart : class
        {
            places[read] = at;
            return read;
        }
    }

    /// <summary>The readings that the plan prints; they became known on the day of its update.</summary>
    public static IEnumerable<Reading> Readings(JsonPart part, Measure measure, DateOnly updated)
    {
        foreach (var reading in part.Parts("readings", "reading"))
        {
            var to = reading.Day("to");
            var stored = Figure(reading, measure.Unit);
            var grade = reading.TextOrNull("grade");
            if (stored is null == grade is null)
                throw reading.Wrong("value", "or \"grade\" must be given, and not both");
            if (grade is not null && measure.Rank(grade) < 0)
                throw reading.Wrong("grade", $"is \"{grade}\", which is not on the measure's scale");
            var read = new Reading
            {
                Measure = measure.Code,
                PeriodKind = RatedReading.RatedPeriod(measure.RatedOn),
                From = reading.DayOrNull("from") ?? to,
                To = to,
                Round = reading.TextOrNull("round") ?? "",
                Origin = Origin.Published,
                KnownOn = updated,
                Numerator = stored?.Numerator,
                Denominator = stored?.Denominator,
                Unit = measure.Unit,
                Stated = stored?.Stated,
                Grade = grade,
                Note = reading.TextOrNull("note"),
            };
            if (read.From > read.To)
                throw reading.Wrong("from", "must not lie after \"to\"");
            if (PlanRules.TooMuch(measure, stored) is { } why)
                throw reading.Wrong("value", $"is not right: {why}");
            reading.NothingElse();
            yield return read;
        }
    }

    /// <summary>"numerator" of "denominator", or a "value" in percent, things, posts or pounds; null where neither is given.</summary>
    public static StoredFigure? Figure(JsonPart part, Unit unit)
    {
        var (numerator, denominator, value) = (part.WholeOrNull("numerator"), part.WholeOrNull("denominator"), part.NumberOrNull("value"));
        if (numerator is null != denominator is null)
            throw part.Wrong(numerator is null ? "numerator" : "denominator", "is missing beside the other part of the rate");
        if (numerator is not null && value is not null)
            throw part.Wrong("value", "must not be given where \"numerator\" and \"denominator\" are: it is worked out");
        if (numerator is { } n)
            return unit == Unit.Percent ? StoredFigure.Of(Contracts.Figure.Rate(n, denominator!.Value)) : throw part.Wrong("denominator", "is only for a measure in percent");
        if (value is not { } stated)
            return null;
        if (unit == Unit.Percent)
            return StoredFigure.Of(Contracts.Figure.AsStated(stated));
        var smallest = unit == Unit.Count ? stated : stated * 100;
        return smallest == decimal.Truncate(smallest)
            ? StoredFigure.Of(Contracts.Figure.Of((long)smallest, unit))
            : throw part.Wrong("value", unit == Unit.Count ? "must be whole" : "has more than two decimals");
    }

    private static Unit UnitOf(JsonPart part) => part.Text("unit") switch
    {
        "percent" => Unit.Percent,
        "count" => Unit.Count,
        "posts" => Unit.HundredthsOfPost,
        "pounds" => Unit.Pence,
        var other => throw part.Wrong("unit", $"is \"{other}\"; it must be one of percent, count, posts, pounds"),
    };

    private static Baseline ReadBaseline(JsonPart part, Unit unit)
    {
        var baseline = new Baseline
        {
            Label = part.Text("label"),
            On = part.DayOrNull("on"),
            DateInferred = part.Flag("dateInferred"),
            Comparable = part.Flag("comparable", otherwise: true),
            Stored = Figure(part, unit),
            Grade = part.TextOrNull("grade"),
            Note = part.TextOrNull("note"),
        };
        part.NothingElse();
        return baseline;
    }

    private static Stage ReadStage(JsonPart part, Unit unit)
    {
        var stage = new Stage
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
        part.NothingElse();
        if ((stage.Stored is not null || stage.Grade is not null) && stage.By is null)
            throw part.Wrong("by", "is missing: a target has a date");
        if (stage.From > stage.By)
            throw part.Wrong("from", "must not lie after \"by\"");
        return stage;
    }

    private static Comparator ReadComparator(JsonPart part, Unit unit)
    {
        var comparator = new Comparator
        {
            Who = part.Text("who"),
            Period = part.Text("period"),
            Stored = Figure(part, unit) ?? throw part.Wrong("value", "is missing"),
            Note = part.TextOrNull("note"),
        };
        part.NothingElse();
        return comparator;
    }
}

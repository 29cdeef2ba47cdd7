using System.Text.Json;
using System.Text.RegularExpressions;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;

namespace ImprovementSuite.Plan.Loading;

/// <summary>
/// Reads the shape in which a published action plan is written down: measures stand inside the lines, <c>printed</c> holds the document's own
/// cells, a reading says to which panel it was reported. What the shape does not say is filled in as the module's README tells.
/// </summary>
internal sealed partial class ActionPlanReader(JsonPart plan, FileProblems problems)
{
    private static readonly Dictionary<string, string> KnownOthers = new() { ["statistical-neighbours"] = "statistical neighbours", ["national"] = "England" };

    private readonly FilePlaces _places = new(plan, problems);
    private readonly List<Measure> _measures = [];
    private readonly List<Reading> _readings = [];
    private readonly List<FrozenByPanel> _frozen = [];
    private DateOnly _updated;
    private DateOnly _start;

    /// <summary>Whether a plan file is of this shape: only it has the year as an object and the date of update.</summary>
    public static bool Knows(JsonPart plan) => plan.Has("planYear") || plan.Has("dateOfUpdate");

    /// <exception cref="PlanFileException">All that is wrong, and where.</exception>
    public PlanFile Read()
    {
        _updated = plan.Day("dateOfUpdate");
        if (plan.PartOrNull("planYear") is not { } year)
            throw plan.Wrong("planYear", "is missing");
        _start = year.Day("start");
        var end = year.Day("end");
        var panels = plan.PartOrNull("panels");
        var named = panels?.Days("named") ?? [];
        panels?.PassOver("note");
        var lines = plan.Parts("lines", (item, number) => $"Line {JsonPart.Peek(item, "ref") ?? $"number {number}"}").Select(ReadLine).ToList();
        var file = new PlanFile(
            plan.TextOrNull("title") ?? "Improvement plan", plan.Text("authority"), _updated, _start, end, named, _measures, _readings, lines, _frozen, plan.Texts("achievements"));
        plan.PassOver("source", "conventions");
        foreach (var part in new[] { year, panels, plan })
            part?.NothingElse();
        return _places.Checked(file);
    }

    private Line ReadLine(JsonPart part, int order)
    {
        if (part.PartOrNull("printed") is not { } printed)
            throw part.Wrong("printed", "is missing");
        var measures = part.Parts("measures", (item, number) => $"Measure {JsonPart.Peek(item, "code") ?? $"number {number}"}").Select(ReadMeasure).ToList();
        var declared = part.PartOrNull("declared");
        var action = printed.Text("action");
        var line = _places.At(part, new Line
        {
            Ref = part.Name("ref"),
            Order = order,
            Theme = part.Text("theme"),
            Name = part.TextOrNull("name") ?? (measures is [{ Title: { } only }] ? only : Short(action)),
            Objective = printed.TextOrEmpty("objective"),
            Action = action,
            BaselineText = printed.TextOrEmpty("baseline"),
            TargetText = printed.TextOrEmpty("targets"),
            TargetDateText = printed.TextOrEmpty("targetDate"),
            Commentary = printed.TextOrEmpty("commentary"),
            Leads = [.. part.Parts("leads", "lead").Select(lead => Whole(lead, PlanParts.Lead(lead)))],
            Workstreams = part.Texts("workstreams"),
            Measures = [.. measures.Select(measure => measure.Code)],
            Declared = declared?.ChoiceOrNull<Platform.Ui.Colour>("colour") ?? Platform.Ui.Colour.None,
            DeclaredDirection = declared?.ChoiceOrNull<Platform.Ui.Direction>("arrow"),
            DeclaredReason = declared?.TextOrNull("reason"),
            Milestones = [.. part.Parts("milestones", "milestone").Select(ReadMilestone)],
        });
        // The other cells say what leads, workstreams, readings and the declared colour say.
        printed.PassOver("current", "lead", "rag", "workstream");
        part.PassOver("table");
        foreach (var done in new[] { printed, declared, part })
            done?.NothingElse();
        return line;
    }

    private (string Code, string? Title) ReadMeasure(JsonPart part)
    {
        var code = part.Name("code");
        if (part.Flag("shared"))
        {
            part.NothingElse();
            return (code, null);
        }
        var unit = part.Name("unit");
        var of = part.WholeOrNull("denominator");
        var (stored, things) = UnitOf(unit, of);
        var ratedOn = part.Choice<RatedOn>("ratedOn");
        var kind = part.Choice<MeasureKind>("kind");
        var measure = _places.At(part, new Measure
        {
            Code = code,
            Title = part.Text("title"),
            // What exists once a round is a rate or a count by its unit.
            Kind = ratedOn == RatedOn.Round && kind is MeasureKind.Rate or MeasureKind.Count ? MeasureKind.Round : kind,
            Unit = stored,
            Polarity = part.Choice<Polarity>("polarity"),
            RatedOn = ratedOn,
            Frequency = part.ChoiceOrNull<Frequency>("frequency") ?? (ratedOn == RatedOn.Round || kind == MeasureKind.Judgement ? Frequency.Yearly : Frequency.Monthly),
            Things = part.TextOrNull("things") ?? things,
            Thing = part.TextOrNull("thing") ?? things[..^1],
            Caution = part.TextOrNull("caution"),
            Scale = part.Texts("scale"),
        });
        if (ratedOn != RatedOn.Round && kind == MeasureKind.Round)
            part.Refuse("ratedOn", "must be round for a measure that exists once a round");
        foreach (var baseline in part.Parts("baselines", "baseline"))
            ReadBaseline(baseline, measure);
        measure.Stages.AddRange(part.Parts("stages", "stage").Select(stage => ReadStage(stage, measure, of)));
        measure.Comparators.AddRange(part.Parts("comparators", "comparator").Select(comparator => ReadComparator(comparator, measure)));
        if (measure is { Kind: MeasureKind.Judgement, Scale.Count: 0 })
            measure.Scale = ScaleOf(measure);
        _measures.Add(measure);
        foreach (var reading in part.Parts("readings", "reading"))
            ReadReading(reading, measure);
        // The line's own target date, and facts from which no reading is made.
        part.PassOver("targetDate", "facts");
        part.NothingElse();
        return (code, measure.Title);
    }

    private void ReadBaseline(JsonPart part, Measure measure)
    {
        var (label, isOther) = (part.Text("label"), part.Flag("comparator"));
        var (figure, note) = (Figure(part, measure), Note(part));
        if (isOther && figure is not null)
        {
            measure.Comparators.Add(_places.At(part, new Comparator { Who = label, Period = part.TextOrNull("period") ?? "baseline", Stored = figure, Note = note }));
        }
        else
        {
            measure.Baselines.Add(_places.At(part, new Baseline
            {
                Label = label, On = part.DayOrNull("date"), DateInferred = part.Flag("dateInferred"), Comparable = part.Flag("comparable", otherwise: true),
                Stored = figure, Grade = part.TextOrNull("grade"), Note = note,
            }));
        }
        part.NothingElse();
    }

    private Stage ReadStage(JsonPart part, Measure measure, long? of)
    {
        var stage = new Stage
        {
            By = part.DayOrNull("by"),
            DateInferred = part.Flag("byInferred"),
            From = part.DayOrNull("start"),
            Standing = part.Flag("standing"),
            Round = part.TextOrNull("round"),
            Stored = of is { } denominator && measure.Unit == Unit.Percent && part.WholeOrNull("value") is { } counted
                ? StoredFigure.Of(Contracts.Figure.Rate(counted, denominator))
                : Figure(part, measure),
            Upper = part.NumberOrNull("bandUpper"),
            Grade = part.TextOrNull("grade"),
            Note = Note(part, "basis", "status", "bandName"),
        };
        // How often the things are due follows from how many there are.
        part.PassOver("schedule");
        return Whole(part, _places.At(part, stage));
    }

    private Comparator ReadComparator(JsonPart part, Measure measure)
    {
        var who = part.Text("who");
        var comparator = new Comparator
        {
            Who = KnownOthers.GetValueOrDefault(who, who), Period = part.Text("period"),
            Stored = Figure(part, measure) ?? part.Refuse<StoredFigure>("value", "is missing") ?? StoredFigure.Of(Contracts.Figure.AsStated(0, measure.Unit)), Note = Note(part),
        };
        return Whole(part, _places.At(part, comparator));
    }

    private void ReadReading(JsonPart part, Measure measure)
    {
        var figure = Figure(part, measure);
        var grade = part.TextOrNull("grade");
        if (part.DayOrNull("reportedTo") is { } panel)
        {
            if (figure is null)
                part.Refuse("value", "is missing");
            _frozen.Add(new(panel, measure.Code, figure));
            part.NothingElse();
            return;
        }
        if (figure is null == grade is null)
            part.Refuse("value", "or \"grade\" must be given, and not both");
        var month = part.TextOrNull("period") is { } text ? MonthOf(part, text) : null;
        var to = month?.To ?? part.Day("asAt");
        _readings.Add(_places.At(part, new Reading
        {
            Measure = measure.Code, PeriodKind = RatedReading.RatedPeriod(measure.RatedOn), From = part.DayOrNull("from") ?? month?.From ?? FirstDay(measure, to), To = to,
            Round = part.TextOrNull("round") ?? "", Origin = Origin.Published, KnownOn = _updated, Numerator = figure?.Numerator, Denominator = figure?.Denominator,
            Unit = measure.Unit, Stated = figure?.Stated, Grade = grade, Note = Note(part, "status"),
        }));
        part.NothingElse();
    }

    private Milestone ReadMilestone(JsonPart part) => Whole(part, _places.At(part, new Milestone
    {
        Title = part.Text("title"), By = part.DayOrNull("by"), DateInferred = part.Flag("byInferred"), Progress = part.TextOrNull("progress"),
        Done = part.Flag("done"), Evidence = part.TextOrNull("evidence"),
    }));

    private DateOnly FirstDay(Measure measure, DateOnly to) => measure.RatedOn switch
    {
        RatedOn.YearToDate => Period.YearToDate(to).From,
        RatedOn.Span => measure.Stages.FirstOrDefault(stage => stage.From is not null)?.From ?? _start,
        _ => to,
    };

    private static Period? MonthOf(JsonPart part, string text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var first)
            ? Period.Month(first)
            : part.Refuse<Period?>("period", $"is \"{text}\", which is no month in the form 2010-07");

    /// <summary>Counts where they are published; the percentage beside them is theirs, rounded.</summary>
    private static StoredFigure? Figure(JsonPart part, Measure measure)
    {
        if (!part.Has("numerator") || !part.Has("value"))
            return PlanParts.Figure(part, measure.Unit);
        if (part.WholeOrNull("numerator") is not { } numerator || part.WholeOrNull("denominator") is not { } denominator || part.NumberOrNull("value") is not { } value)
            return null;
        var rate = Contracts.Figure.Rate(numerator, denominator);
        return rate.Value is { } exact && Math.Abs(exact - value) <= 0.5m
            ? StoredFigure.Of(rate)
            : part.Refuse<StoredFigure>("value", $"is {value}, which {numerator} of {denominator} is not");
    }

    /// <summary>Percent, pounds, posts and counts as they are; any other unit names the things that are counted.</summary>
    private static (Unit Unit, string Things) UnitOf(string unit, long? of) => unit switch
    {
        "percent" => (Unit.Percent, "cases"),
        "gbp" or "pounds" => (Unit.Pence, "pounds"),
        "posts" => (Unit.HundredthsOfPost, "posts"),
        "judgement" => (Unit.Count, "judgements"),
        "count" => (Unit.Count, "cases"),
        _ => (of is null ? Unit.Count : Unit.Percent, unit.EndsWith('s') ? unit : unit + "s"),
    };

    /// <summary>The framework of 2010 had four grades; a scale of others is made of those that the plan names, from the baseline up.</summary>
    private static List<string> ScaleOf(Measure measure)
    {
        List<string> usual = ["inadequate", "satisfactory", "good", "outstanding"];
        var named = measure.Baselines.Select(baseline => baseline.Grade).Concat(measure.Stages.OrderBy(stage => stage.By).Select(stage => stage.Grade)).OfType<string>().Distinct().ToList();
        return named.All(usual.Contains) ? usual : named;
    }

    /// <summary>The note, these fields, and what a figure consists of, in one text.</summary>
    private static string? Note(JsonPart part, params IEnumerable<string> more)
    {
        var parts = more.Prepend("note").Select(part.TextOrNull).OfType<string>().ToList();
        if (part.PartOrNull("of") is { } of)
            parts.Add("of it: " + string.Join(", ", of.Rest().Select(fact => $"{Words(fact.Field)} {fact.Words}")));
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    private static string Words(string field) => Humps().Replace(field, " ").ToLowerInvariant();

    private static string Short(string action)
    {
        const int longest = 90;
        return action.Length <= longest ? action : action[..(action.LastIndexOf(' ', longest) is > 0 and var word ? word : longest)].TrimEnd(',', ';', '.', ' ') + "...";
    }

    private static T Whole<T>(JsonPart part, T read)
    {
        part.NothingElse();
        return read;
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Humps();
}

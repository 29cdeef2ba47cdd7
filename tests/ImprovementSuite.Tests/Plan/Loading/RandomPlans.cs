using CsCheck;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Tests.Plan.Loading;

/// <summary>Plans that keep every rule and look like nobody's: any signs in their words, any kind of measure, anything left out.</summary>
internal static class RandomPlans
{
    private static Gen<T> Either<T>(params T[] these) => Gen.Int[0, these.Length - 1].Select(place => these[place]);

    private static readonly Gen<string> Text = Gen.OneOf(
        Either("=1+1", "+44 20", "-5%", "@SUM(A1)", "a;b", ";", "; ;;", "\"quoted\", <b> & 'so'", "_x0041_", "tab\there", "line\nline", "carriage\r\nreturn", "£1,843,627", "Ünïcødé 😀", "31/12/2010", "1.10", "yes"),
        Gen.Char['!', '~'].Array[1, 20].Select(signs => new string(signs)), Gen.Char['\u0001', '\u2fff'].Array[1, 10].Select(signs => new string(signs))).Where(text => !string.IsNullOrWhiteSpace(text));

    private static readonly Gen<string?> MayBeText = Gen.OneOf(Text.Select(text => (string?)text), Gen.Const((string?)null));
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 700].Select(days => new DateOnly(2009, 4, 1).AddDays(days));
    private static readonly Gen<DateOnly?> MayBeDay = Gen.OneOf(Day.Select(day => (DateOnly?)day), Gen.Const((DateOnly?)null));
    private static readonly Gen<List<string>> Texts = Text.Select(text => text.Trim()).Where(text => text.Length > 0).List[0, 3].Select(texts => texts.Distinct().ToList());

    private static Gen<StoredFigure> Figure(Unit unit) => unit == Unit.Percent
        ? Gen.OneOf(Gen.Select(Gen.Long[0, 5000], Gen.Long[1, 5000]).Select((counted, more) => StoredFigure.Of(Contracts.Figure.Rate(counted, counted + more))), Gen.Int[0, 10_000].Select(hundredths => StoredFigure.Of(Contracts.Figure.AsStated(hundredths / 100m))))
        : Gen.Long[0, 9_000_000_000].Select(count => StoredFigure.Of(Contracts.Figure.Of(count, unit)));

    private static Gen<StoredFigure?> MayBeFigure(Unit unit) => Gen.OneOf(Figure(unit).Select(figure => (StoredFigure?)figure), Gen.Const((StoredFigure?)null));

    private static Gen<Measure> Measure(string code) =>
        from words in Gen.Select(Text, Text, Text, MayBeText)
        from unit in Either([.. PlanRules.Units])
        from kind in Either(unit == Unit.Percent ? [MeasureKind.Rate, MeasureKind.Round, MeasureKind.Judgement] : new[] { MeasureKind.Count, MeasureKind.Cumulative, MeasureKind.Round })
        from kinds in Gen.Select(Gen.Enum<Polarity>(), Gen.Enum<Frequency>(), Gen.Enum<RatedOn>())
        from baselines in Baseline(unit, kind).List[0, 3]
        from stages in Stages(unit, kind)
        from comparators in Gen.Select(Text, Text, Figure(unit), MayBeText).Select((who, period, figure, note) => new Comparator { Who = who, Period = period, Stored = figure, Note = note }).List[0, 2]
        select new Measure
        {
            Code = code, Title = words.Item1, Thing = words.Item2, Things = words.Item3, Caution = words.Item4, Unit = unit, Kind = kind, Polarity = kinds.Item1, Frequency = kinds.Item2, RatedOn = kinds.Item3,
            Scale = kind == MeasureKind.Judgement ? ["poor; really", "good"] : [], Baselines = baselines, Stages = stages, Comparators = comparators,
        };

    private static Gen<string?> Grade(MeasureKind kind) => kind == MeasureKind.Judgement ? Either<string?>("poor; really", "good", null) : Gen.Const((string?)null);

    private static Gen<Baseline> Baseline(Unit unit, MeasureKind kind) =>
        from words in Gen.Select(Text, MayBeText, Grade(kind))
        from day in MayBeDay
        from flags in Gen.Select(Gen.Bool, Gen.Bool)
        from figure in MayBeFigure(unit)
        select new Baseline { Label = words.Item1, Note = words.Item2, Grade = words.Item3, On = day, DateInferred = flags.Item1, Comparable = flags.Item2, Stored = figure };

    private static Gen<List<Stage>> Stages(Unit unit, MeasureKind kind) =>
        (from step in Gen.Int[1, 200]
         from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool)
         from words in Gen.Select(MayBeText, Grade(kind))
         from figure in kind == MeasureKind.Judgement ? Gen.Const((StoredFigure?)null) : MayBeFigure(unit)
         select (step, flags, words, figure)).List[0, 4].Select(parts =>
        {
            var by = new DateOnly(2009, 4, 1);
            return parts.Select((part, i) => new Stage
            {
                By = part is { figure: null, words.Item2: null, flags.Item3: true } ? null : by = by.AddDays(part.step), DateInferred = part.flags.Item1, Standing = part.flags.Item2,
                From = part.flags.Item3 && part.figure is not null ? by.AddDays(-part.step) : null, Round = kind == MeasureKind.Round ? $"round {i}" : null, Stored = part.figure,
                Upper = part.flags.Item1 && part.figure?.Figure.Value is { } lower ? Math.Ceiling(lower) : null, Grade = part.words.Item2, Note = part.words.Item1,
            }).ToList();
        });

    private static Gen<Reading> Reading(Measure measure, DateOnly updated) =>
        from days in Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300], Gen.Int[0, 5])
        from figure in Figure(measure.Unit)
        from kinds in Gen.Select(Either(Origin.Imported, Origin.Published, Origin.Typed), Gen.Enum<PeriodKind>(), Gen.Enum<ScopeKind>())
        from words in Gen.Select(MayBeText, Text)
        select new Reading
        {
            Measure = measure.Code, To = updated.AddDays(-days.Item1), From = updated.AddDays(-days.Item1 - days.Item2), KnownOn = updated.AddDays(-days.Item1 + days.Item3), Origin = kinds.Item1,
            PeriodKind = kinds.Item2, ScopeKind = kinds.Item3, Code = kinds.Item3 == ScopeKind.Authority ? "" : words.Item2, Note = words.Item1,
            Round = kinds.Item2 == PeriodKind.Round ? "2010" : "", Unit = measure.Unit, Grade = measure.Kind == MeasureKind.Judgement ? "good" : null,
            Numerator = measure.Kind == MeasureKind.Judgement ? null : figure.Numerator, Denominator = measure.Kind == MeasureKind.Judgement ? null : figure.Denominator,
            Stated = measure.Kind == MeasureKind.Judgement ? null : figure.Stated,
        };

    private static Gen<Line> Line(int place, string[] codes) =>
        from words in Gen.Select(Text, Text, Text)
        from more in MayBeText.Array[7]
        from workstreams in Texts
        from leads in Gen.Select(Text, MayBeText).Select((name, organisation) => new Lead(name, organisation)).List[0, 3]
        from declared in Gen.Select(Gen.Enum<Colour>(), Either<Direction?>(Direction.Improving, Direction.Level, Direction.Worsening, null))
        from measures in Gen.Bool.Array[codes.Length]
        from milestones in Gen.Select(Text, MayBeDay, Gen.Bool, Gen.Bool, MayBeText, MayBeText)
            .Select((title, due, inferred, done, progress, evidence) => new Milestone { Title = title, By = due, DateInferred = inferred, Done = done, Progress = progress, Evidence = evidence }).List[0, 3]
        select new Line
        {
            Ref = place % 2 == 0 ? $"{place}.10" : $"={place}", Order = place, Theme = words.Item1, Name = words.Item2, Action = words.Item3, Objective = more[0], BaselineText = more[1], TargetText = more[2],
            TargetDateText = more[3], Commentary = more[4], DeclaredReason = more[5], Workstreams = workstreams, Leads = leads, Declared = declared.Item1, DeclaredDirection = declared.Item2,
            Measures = [.. codes.Where((_, i) => measures[i])], Milestones = milestones,
        };

    public static readonly Gen<PlanFile> One =
        from count in Gen.Int[0, 4]
        let codes = Enumerable.Range(0, count).Select(i => i % 2 == 0 ? $"M{i}" : $"-{i}; =").ToArray()
        from measures in count == 0 ? Gen.Const(new List<Measure>()) : codes.Select(Measure).Aggregate(Gen.Const(new List<Measure>()), (all, one) => Gen.Select(all, one).Select((list, measure) => (List<Measure>)[.. list, measure]))
        from updated in Day
        from readings in measures.Aggregate(Gen.Const(new List<Reading>()), (all, measure) => Gen.Select(all, Reading(measure, updated).List[0, 3]).Select((list, more) => (List<Reading>)[.. list, .. more]))
        from lines in Enumerable.Range(1, 3).Aggregate(Gen.Const(new List<Line>()), (all, place) => Gen.Select(all, Line(place, codes)).Select((list, line) => (List<Line>)[.. list, line]))
        from words in Gen.Select(Text, Text)
        from panels in Day.List[0, 3].Select(days => days.Distinct().Order().ToList())
        from frozenOn in MayBeDay
        from achievements in Text.List[0, 3]
        from papers in panels.Aggregate(Gen.Const(new List<Paper>()), (all, panel) => Gen.Select(all, Paper(panel, lines)).Select((list, paper) => (List<Paper>)[.. list, paper]))
        from notice in Gen.OneOf(Notice(lines).Select(notice => (CurrentNotice?)notice), Gen.Const((CurrentNotice?)null))
        select new PlanFile(
            words.Item1, words.Item2, updated, new DateOnly(2009, 4, 1), new DateOnly(2010, 3, 31), panels, measures, [.. readings.DistinctBy(r => (r.Measure, r.ScopeKind, r.Code, r.PeriodKind, r.From, r.To, r.Origin))],
            lines, [.. panels.Take(1).SelectMany(day => measures.Where(measure => measure.Kind != MeasureKind.Judgement).Select(measure => Seen(day, measure)))], achievements)
        {
            Rounds = [.. panels.Take(2).Select((day, i) => new PanelDays(day, day.AddDays(-20 - i), i == 0 ? day.AddDays(-3) : null, i == 0 ? day.AddDays(-3) : frozenOn))],
            Papers = papers,
            Notice = notice,
        };

    private static Gen<Paper> Paper(DateOnly panel, List<Line> lines) =>
        from words in Gen.Select(Text, Text, MayBeText)
        from line in Either([null, .. lines.Select(line => line.Ref)])
        select new Paper { Panel = panel, Line = line, Title = words.Item1, Owner = words.Item2, Note = words.Item3 };

    private static Gen<CurrentNotice> Notice(List<Line> lines) =>
        from words in Gen.Select(Gen.Enum<NoticeKind>(), MayBeText, MayBeDay, MayBeText).Select((kind, who, day, note) => new NoticeWords(kind, who, day, day?.AddDays(100), day?.AddDays(200), note))
        from conditions in Gen.Select(Text, MayBeText, Evidence(lines).List[0, 2]).List[0, 3]
        select CurrentNotice.Of(words, conditions.Select((condition, order) => Condition.Of(condition.Item1, condition.Item2, order, condition.Item3)));

    private static Gen<ConditionTest> Evidence(List<Line> lines) =>
        from words in Gen.Select(Text, Text, Text)
        from accepted in MayBeDay
        from line in Either([null, .. lines.Select(line => line.Ref)])
        select new ConditionTest(TestKind.Evidence) { Wanted = words.Item1, Line = line, Accepted = accepted is { } day ? new(words.Item2, words.Item3, day) : null };

    private static FrozenByPanel Seen(DateOnly on, Measure measure)
    {
        var stored = StoredFigure.Of(measure.Unit == Unit.Percent ? Contracts.Figure.Rate(on.Day, 40) : Contracts.Figure.Of(on.Day, measure.Unit));
        return new(on, measure.Code, stored)
        {
            Kept = new FrozenReading
            {
                Measure = measure.Code, PeriodKind = RatedReading.RatedPeriod(measure.RatedOn), From = on.AddDays(-9), To = on, Stored = stored, Expected = 12.345m, Colour = (Colour)(on.Day % 5),
            },
        };
    }
}

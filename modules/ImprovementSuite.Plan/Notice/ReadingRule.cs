using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;

namespace ImprovementSuite.Plan.Notice;

/// <summary>
/// Met by the latest rated reading, or where a day is given by the latest up to that day. Before such a day nothing is decided; a stale reading
/// decides nothing either.
/// </summary>
internal static class ReadingRule
{
    public static TestResult Of(ConditionTest test, Measure measure, NoticeFacts facts)
    {
        var readings = facts.Readings[measure.Code].ToList();
        var day = test.On is { } on && on < facts.Day ? on : facts.Day;
        if (RatedReading.Choose(measure, readings, day) is not { } reading || reading is { Grade: null, Value: null })
            return Not(new Missing.AnyReading(NothingDue: readings.Any(r => r.Figure is { NothingDue: true })), Outlook.CannotBeTold("nothing has been read yet"));
        var series = RatedReading.Series(measure, reading, readings, day);

        if (Lacks(reading, day) is { } lacking)
            return Not(lacking, measure.Kind == MeasureKind.Judgement ? Outlook.CannotBeTold("a judgement comes with its inspection") : AtPresent());
        // A round and a judgement stand until the next one.
        if (measure.Kind is not (MeasureKind.Round or MeasureKind.Judgement) && MeasureRating.IsStale(measure.Frequency, reading.To, day, facts.Settings))
            return Not(new Missing.FreshReading(reading), Outlook.CannotBeTold("its last reading is stale"));
        if (facts.Day < test.On)
            return Not(new Missing.DayToCome(reading, test.On.Value), Outlook.On(test.On.Value));
        return new(test, true, series.Reverse().TakeWhile(earlier => Lacks(earlier, earlier.To) is null).Last().To, null, Outlook.Met);

        TestResult Not(Missing missing, Outlook outlook) => new(test, false, null, missing, outlook);

        Missing? Lacks(Reading at, DateOnly on)
        {
            if (measure.Kind == MeasureKind.Judgement)
                return test.Grade is { } grade && measure.Rank(at.Grade) < measure.Rank(grade) ? new Missing.BetterGrade(grade, at.Grade) : null;
            if (Target(test, measure, at, on, facts.PlanStart) is not { } target)
                return new Missing.AnyTarget();
            return at.Figure is { } figure && Distance.Between(figure, target, measure.Polarity, Upper(on)) is { } gap
                ? gap.Short ? new Missing.Value(at, target, gap) : null
                : new Missing.AnyReading(NothingDue: true);
        }

        decimal? Upper(DateOnly on) => test.Value is null ? Expected.UpperEdge(measure, on) : null;

        Outlook AtPresent()
        {
            if (test.On < facts.Day)
                return Outlook.CannotBeTold("its day has passed");
            var present = PresentRate.Of(measure, readings, reading, facts.Day);
            if (present.Unknown is { } why)
                return Outlook.CannotBeTold(why);
            var when = Projection.FirstMonthEnd(measure, reading, present, facts.Day, (value, on) =>
                Target(test, measure, null, on, facts.PlanStart) is { } target && Distance.Between(Figure.AsStated(value, measure.Unit), target, measure.Polarity, Upper(on)) is { Short: false });
            return when is null || when > test.On ? Outlook.NotAtPresentRate : Outlook.On(test.On ?? when.Value);
        }
    }

    private static decimal? Target(ConditionTest test, Measure measure, Reading? reading, DateOnly on, DateOnly planStart) =>
        test.Value ?? Expected.On(measure, on, planStart, reading);
}

using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;

namespace ImprovementSuite.Plan.Notice;

/// <summary>
/// Met for so many months in a row, each month by its own figure against its own target. A month in which nothing was due neither counts nor
/// breaks the row; a month that was not read breaks it. The row is counted back from the last full month that was read.
/// </summary>
internal static class MonthsRule
{
    private const int MonthsAhead = 36;

    public static TestResult Of(ConditionTest test, Measure measure, NoticeFacts facts)
    {
        var readings = facts.Readings[measure.Code].ToList();
        var months = MonthFigures.Of(readings).Select(month => Tested(month, test, measure, facts)).ToList();
        var full = months.Where(month => month.Month.IsFull(facts.Day)).ToList();
        if (full.Count == 0)
            return Not(new Missing.AnyReading(NothingDue: false), Outlook.CannotBeTold("no full month has been read"));
        var last = full[^1];
        if (MeasureRating.IsStale(Frequency.Monthly, last.Month.To, facts.Day, facts.Settings))
            return Not(new Missing.FreshMonth(last.Month.From), Outlook.CannotBeTold("its months are not read any more"));

        var row = Row(full, NothingDue(readings));
        if (row.Count >= test.Months)
            return new(test, true, row[test.Months - 1].Month.To, null, Outlook.Met) { Months = full };
        var running = months.Find(month => month.Month.From <= facts.Day && !month.Month.IsFull(facts.Day));
        var next = running ?? (last.Met ? null : last);
        return Not(new Missing.MoreMonths(test.Months - row.Count, next, NextRuns: running is not null), AtPresent(test, measure, facts, full, row.Count));

        TestResult Not(Missing missing, Outlook outlook) => new(test, false, null, missing, outlook) { Months = full };
    }

    /// <summary>What one month has to reach: the value of the test, or what the plan expects of that month alone.</summary>
    public static decimal? Target(DateOnly from, DateOnly to, ConditionTest test, Measure measure, DateOnly planStart)
    {
        if (test.Value is not null || measure.Kind != MeasureKind.Cumulative)
            return test.Value ?? Expected.On(measure, to, planStart);
        // Of a sum the month's own part: what is expected by its end, less what was expected before it.
        var before = Expected.ShareOfSpan(measure, from.AddDays(-1)) is null ? 0 : Expected.On(measure, from.AddDays(-1), planStart);
        // A division's last digit must not decide a month.
        return Expected.On(measure, to, planStart) - before is { } part ? Math.Round(part, 9) : null;
    }

    private static TestedMonth Tested(MonthFigure month, ConditionTest test, Measure measure, NoticeFacts facts)
    {
        var target = Target(month.From, month.To, test, measure, facts.PlanStart);
        var upper = test.Value is null ? Expected.UpperEdge(measure, month.To) : null;
        return new(month, target, target is { } edge ? Distance.Between(month.Figure, edge, measure.Polarity, upper) : null);
    }

    /// <summary>The months that reached their targets, without a break up to the last one; oldest first.</summary>
    private static List<TestedMonth> Row(List<TestedMonth> full, HashSet<DateOnly> nothingDue)
    {
        var row = new List<TestedMonth>();
        for (var i = full.Count - 1; i >= 0 && full[i].Met && (row.Count == 0 || LeadsTo(full[i].Month, row[0].Month)); i--)
            row.Insert(0, full[i]);
        return row;

        bool LeadsTo(MonthFigure earlier, MonthFigure later)
        {
            for (var between = earlier.From.AddMonths(1); between < later.From; between = between.AddMonths(1))
                if (!nothingDue.Contains(between))
                    return false;
            return true;
        }
    }

    private static HashSet<DateOnly> NothingDue(IEnumerable<Reading> readings) =>
        [.. readings.Where(reading => reading is { PeriodKind: PeriodKind.Month, Figure.NothingDue: true }).Select(reading => reading.From)];

    /// <summary>The end of the month that would complete the row if every month to come were like the last three.</summary>
    private static Outlook AtPresent(ConditionTest test, Measure measure, NoticeFacts facts, List<TestedMonth> full, int row)
    {
        if (MonthFigures.LastFull(full.Select(month => month.Month), facts.Day) is not { } last)
            return Outlook.CannotBeTold("the last three full months are not all known");
        var last3 = last.All(month => month.Figure.Denominator is not null)
            ? Figure.Rate(last.Sum(month => month.Figure.Numerator!.Value), last.Sum(month => month.Figure.Denominator!.Value))
            : Figure.AsStated(last.Average(month => month.Figure.Value!.Value), measure.Unit);
        for (var ahead = 1; ahead <= MonthsAhead; ahead++)
        {
            var month = Period.Month(last[^1].From.AddMonths(ahead));
            row = Tested(new(month.From, month.To, last3), test, measure, facts).Met ? row + 1 : 0;
            if (row == test.Months)
                return Outlook.On(month.To);
        }
        return Outlook.NotAtPresentRate;
    }
}

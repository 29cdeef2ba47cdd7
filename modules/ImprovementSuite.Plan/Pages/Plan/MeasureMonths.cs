using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>A row of the table of months: a month, or a year's sum under its months.</summary>
/// <param name="From">The first day that it counts.</param>
/// <param name="To">The last.</param>
internal sealed record MonthRow(string Name, Figure Figure, DateOnly From, DateOnly To, bool IsTotal = false);

/// <summary>A measure's months since the year before the plan, as the table and the chart show them.</summary>
internal static class MeasureMonths
{
    /// <summary>One figure a month since the year before the plan, counted ones before others, oldest first.</summary>
    public static List<MonthFigure> Of(PlanSnapshot plan, string measure) =>
        [.. MonthFigures.Of(plan.Content.Readings[measure]).Where(month => month.From >= plan.Content.Plan.Start.AddYears(-1))];

    public static IEnumerable<MonthRow> Table(PlanSnapshot plan, MeasureRating rating, IReadOnlyList<MonthFigure> months)
    {
        foreach (var year in months.GroupBy(month => Period.YearToDate(month.From).From))
        {
            foreach (var month in year)
                yield return new(month.To > plan.Day ? $"{month.From.Day} to {Say.ShortDate(plan.Day)}" : Say.Month(month.From), month.Figure, month.From, month.To);
            var yearToDate = plan.Content.Readings[rating.Measure.Code]
                .Where(r => r is { PeriodKind: PeriodKind.YearToDate, Origin: Origin.Recalculated, Figure: not null } && r.From == year.Key && r.To <= plan.Day).MaxBy(r => r.To);
            if (yearToDate?.Figure is { NothingDue: false } figure)
                yield return new(YearName(year.Key, plan, rating), figure, yearToDate.From, yearToDate.To, IsTotal: true);
        }
    }

    /// <summary>Null where there are too few months to draw.</summary>
    public static Chart? Draw(PlanSnapshot plan, MeasureRating rating, IReadOnlyList<MonthFigure> months, string? more)
    {
        var measure = rating.Measure;
        if (months.Count < 2)
            return null;
        var from = months[0].From;
        var to = measure.Stages.Where(stage => stage.By is not null).Select(stage => stage.By!.Value).Append(Period.Month(plan.Day).To).Max();
        return new Chart($"{measure.Title}: each month from {Say.Month(from)}, against the plan. The table beside it has the same figures.", from, to, measure.Unit == Unit.Percent ? "%" : "")
        {
            Months = [.. months.Select(month => new ChartMonth(month.From, month.To < plan.Day ? month.To : plan.Day, Math.Round(month.Figure.Value!.Value, 1), month.To <= plan.Day))],
            Stages = Stages(plan, measure, from),
            Reading = YearSoFar(plan, rating),
            Baseline = BaselineYear(measure, plan.Day),
            Comparators = Comparators(measure),
            Gap = Gap(plan, rating, more),
        };
    }

    /// <summary>"Neighbours 71.6%, England 71.8% (2009/10)": one line for those that lie under half a unit apart.</summary>
    public static IReadOnlyList<ChartComparator> Comparators(Measure measure)
    {
        var lines = new List<ChartComparator>();
        foreach (var near in measure.Comparators.GroupBy(c => measure.Comparators.Where(other => other.Period == c.Period && Math.Abs(other.Value - c.Value) < 0.5m).Min(other => other.Value)))
        {
            var names = string.Join(", ", near.Select(c => $"{InWords.Capital(c.Who)} {InWords.Value(measure, c.Value)}"));
            lines.Add(new(Math.Round(near.Average(c => c.Value), 2), $"{names} ({near.First().Period})"));
        }
        return lines;
    }

    private static List<ChartStage> Stages(PlanSnapshot plan, Measure measure, DateOnly from)
    {
        if (measure.Stages.FirstOrDefault(stage => stage is { Standing: true, Target: not null }) is { } standing)
            return [new(plan.Content.Plan.Start, standing.Target!.Value), new(plan.Content.Plan.End, standing.Target.Value, $"{InWords.Value(measure, standing.Target.Value)} throughout")];
        var stages = measure.Stages.Where(stage => stage is { By: not null, Target: not null }).ToDictionary(stage => stage.By!.Value);
        return [.. Expected.Points(measure).Where(point => point.On >= from).Select(point =>
            new ChartStage(point.On, point.Value, stages.ContainsKey(point.On) ? $"{InWords.Value(measure, point.Value)} by {point.On:MMM yyyy}" : null))];
    }

    private static ChartLevel? YearSoFar(PlanSnapshot plan, MeasureRating rating) =>
        rating is { Reading: { PeriodKind: PeriodKind.YearToDate, Value: { } value } reading } && rating.Measure.Kind == MeasureKind.Rate
            ? new(reading.From, reading.To, value, $"{Year(reading.From)} so far {InWords.Value(rating.Measure, value)}")
            : null;

    private static ChartLevel? BaselineYear(Measure measure, DateOnly day) =>
        ComputedColour.LatestBaseline(measure, day) is { On: { Month: 3, Day: 31 } on, Figure.Value: { } value }
            ? new(on.AddYears(-1).AddDays(1), on, value, $"{Year(on)} baseline {InWords.Value(measure, value)}")
            : null;

    private static ChartGap? Gap(PlanSnapshot plan, MeasureRating rating, string? more)
    {
        if (rating is not { Reading.Value: { } value, Expected: { } expected, Distance: { } distance } || distance.Value == 0)
            return null;
        var words = distance is { Things: { } things, Short: true } ? $"{Say.Number(things)} short" : InWords.Gap(rating.Measure, distance, more);
        return new(plan.Day, value, expected, $"{words} today");
    }

    private static string YearName(DateOnly start, PlanSnapshot plan, MeasureRating rating)
    {
        if (start == Period.YearToDate(plan.Day).From)
            return $"{Year(start)} so far";
        return ComputedColour.LatestBaseline(rating.Measure, plan.Day)?.On == start.AddYears(1).AddDays(-1) ? $"{Year(start)}, baseline" : Year(start);
    }

    /// <summary>"2010/11", the plan year that a day lies in.</summary>
    public static string Year(DateOnly day) => Period.YearToDate(day).From is var start ? $"{start.Year}/{(start.Year + 1) % 100:00}" : "";
}

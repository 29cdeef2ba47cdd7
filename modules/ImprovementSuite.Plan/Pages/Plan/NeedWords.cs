using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>A table of what measures need, beside how they go at present.</summary>
/// <param name="NamesMeasure">Whether its rows begin with the measure; on a measure's own page they do not.</param>
internal sealed record NeedsTable(IReadOnlyList<Need> Needs, PlanSnapshot Plan, bool NamesMeasure = true);

/// <summary>What is needed, and how it goes at present, in the words of the plan's pages.</summary>
internal static class NeedWords
{
    private const decimal WeeksInMonth = 365.25m / 12 / 7;

    /// <summary>"458 of 467, or 98.1%", "387 more, 12.1 a week", "2 vacancies fewer, 0.8 a month".</summary>
    public static string Needed(Need need, PlanSnapshot plan)
    {
        var (measure, stage) = (need.Measure, need.Stage);
        if (measure.Kind == MeasureKind.Judgement)
            return $"{InWords.Capital(stage.Grade!)}; it is {need.Rating.Reading!.Grade} now";
        var gap = need.Gap is { } distance ? InWords.Gap(measure, distance, plan.Content.MoreOf(measure.Code)) : "";
        if (need.IsLate(plan.Day))
            return $"{InWords.Capital(gap)}; its date has passed";
        if (need.Share is { } share)
            return OfShare(share, measure);
        if (need.Count is { } count)
            return OfCount(need, count, gap);
        return measure switch
        {
            { Kind: MeasureKind.Round } => $"{InWords.Capital(gap)}{(stage.Round is { } round ? $" in the {round}" : "")}",
            { RatedOn: RatedOn.Month } => $"{InWords.Target(measure, stage)} of every month; {Say.Month(need.Rating.Reading!.From)} {(need.Gap?.Things is null ? "was" : "needed")} {gap}",
            _ => $"{InWords.Capital(gap)}. The share of what is still to come cannot be told: {(need.Rating.Reading!.Denominator is null ? "the counts were not published" : "last year’s months are not all known")}",
        };
    }

    /// <summary>"618 of 767, or 80.6%, May to July 2010"; or why it is not known.</summary>
    public static string Present(Need need)
    {
        var present = need.Present;
        if (present.Unknown is { } why)
            return $"No present rate is known: {why}";
        var days = Days(present.From!.Value, present.To!.Value);
        if (present.Share is { } share)
            return share.Denominator is null
                ? $"{Say.PercentInTable(share.Value!.Value)}, {days}: the mean of months whose counts were not published"
                : share.Value is { } value ? $"{Say.Counts(share)}, or {Say.PercentInTable(value)}, {days}" : $"Nothing was due, {days}";
        var pace = present.PerWeek!.Value;
        if (need.Measure.Kind == MeasureKind.Cumulative)
            return $"{Pace(need.Measure, pace)}, {days}";
        return $"{Change(need, pace)}, {days}";
    }

    // In the same things as what is needed, where the counts are known.
    private static string Change(Need need, decimal perWeek)
    {
        if (perWeek == 0)
            return "No change";
        var size = need is { Measure.Unit: Unit.Percent, Rating.Reading.Figure.OutOf: { } all } ? Paced(Math.Abs(perWeek) * all / 100) : Pace(need.Measure, Math.Abs(perWeek));
        return $"{size} {(perWeek > 0 ? "more" : "fewer")}";
    }

    /// <summary>Whether any month so far has reached it: "No. The best month was 83.1%, March 2010". A stock is told by its change, which is what is compared.</summary>
    public static string Ever(Need need, PlanSnapshot plan)
    {
        if (need.EverReached is not { } reached)
            return need.Measure.Kind is MeasureKind.Round or MeasureKind.Judgement ? "It has no months" : "No full month is known";
        if (need.Fastest is { } fastest)
            return $"{(reached ? "Yes" : "No")}. The best month was {Say.Month(fastest.Month)}: {Change(need, fastest.PerWeek).ToLowerInvariant()}";
        return need.Measure.Kind == MeasureKind.Rate && NeededFromHere.Best(need.Measure, MeasureMonths.Of(plan, need.Measure.Code), plan.Day) is { Figure.Value: { } best } month
            ? $"{(reached ? "Yes" : "No")}. The best month was {Say.PercentInTable(best)}, {Say.Month(month.From)}"
            : reached ? "Yes" : "No";
    }

    /// <summary>"467 still to come"; null where the volume is not known or means nothing.</summary>
    public static string? StillToCome(Need need) => need.Share is { } share ? Say.Number(share.StillToCome) : null;

    /// <summary>"12.1 a week"; under one a week "0.8 a month".</summary>
    public static string Pace(Measure measure, decimal perWeek)
    {
        var monthly = measure.Unit == Unit.Percent || (measure.Unit != Unit.Pence && Math.Abs(perWeek) < 1);
        var pace = Math.Round(monthly ? perWeek * WeeksInMonth : perWeek, 1);
        return $"{(measure.Unit == Unit.Percent ? InWords.Points(pace) : InWords.Value(measure, pace))} a {(monthly ? "month" : "week")}";
    }

    private static string OfShare(NeededOfRate share, Measure measure)
    {
        var low = measure.Polarity == Polarity.LowIsGood;
        if (share.OutOfReach && !low)
            return $"{Say.Number(share.MustBeMet)}, more than are still to come";
        if (share.MustBeMet == 0 && !low)
            return "None: already reached, if the rest come in";
        return $"{(low ? "At most " : "")}{Say.Of(share.MustBeMet, share.StillToCome)}{(share.Share is { } part ? $", or {Say.PercentInTable(part)}" : "")}";
    }

    private static string OfCount(Need need, NeededOfCount count, string gap)
    {
        var (measure, low) = (need.Measure, need.Measure.Polarity == Polarity.LowIsGood);
        var pace = Pace(measure, Math.Abs(count.PerWeek));
        if (measure.Kind == MeasureKind.Cumulative && low)
            return count.More >= 0 ? $"{InWords.Value(measure, count.More)} may still be added, {pace}" : $"{InWords.Value(measure, -count.More)} over already";
        if (low ? count.More >= 0 : count.More <= 0)
            return "Reached";
        if (measure.Unit == Unit.Percent)
            return need.Gap!.Things is { } things ? $"{InWords.Capital(gap)}, {ThingsPace(things, need)}" : $"{InWords.Capital(gap)}, {pace}";
        return $"{InWords.Value(measure, Math.Abs(count.More))} {(low ? "fewer" : "more")}, {pace}";
    }

    // Of a rate with counts people are told people: two vacancies in ten weeks, not points.
    private static string ThingsPace(long things, Need need) => Paced(things * 7m / (need.Stage.By!.Value.DayNumber - need.Rating.Reading!.To.DayNumber));

    private static string Paced(decimal perWeek) => perWeek < 1 ? $"{Say.Number(Math.Round(perWeek * WeeksInMonth, 1))} a month" : $"{Say.Number(Math.Round(perWeek, 1))} a week";

    private static string Days(DateOnly from, DateOnly to) =>
        from.Day == 1 && to.AddDays(1).Day == 1
            ? (from.Year, from.Month) == (to.Year, to.Month) ? Say.Month(to) : $"{from.ToString(from.Year == to.Year ? "MMMM" : "MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)} to {Say.Month(to)}"
            : Say.Range(from, to);
}

using ImprovementSuite.Contracts;

namespace ImprovementSuite.Platform.Recalculation;

/// <summary>
/// The periods of which a measure's values are kept: weeks and months; of sums also the years to date, of stocks also the single days, of the month
/// ends, of today, and of the days that are published. A measure of rounds has its rounds alone.
/// </summary>
internal sealed class MeasurePeriods(IMeasure measure, DateOnly today, IReadOnlyCollection<DateOnly> published)
{
    public Additivity Additivity { get; } = measure.Additivity;

    public bool ZeroIsAValue => measure.ZeroIsAValue;

    public DateOnly Today => today;

    /// <summary>The periods of a sum that a day adds to. A year to date grows through its year, so a late record changes all that follow it.</summary>
    public IEnumerable<Period> Of(DateOnly day)
    {
        if (Additivity == Additivity.ByRound)
        {
            yield return Period.Round(day);
            yield break;
        }
        if (measure.HasWeeks)
            yield return Period.Week(day);
        yield return Period.Month(day);
        foreach (var end in Ends(day, Period.YearToDate(day).From.AddYears(1).AddDays(-1)))
            yield return Period.YearToDate(end);
    }

    /// <summary>
    /// What time alone changes since a day: what is of today now ends today, what was due meanwhile has come, and a month's end may have passed
    /// while the suite was off.
    /// </summary>
    public IEnumerable<Period> TurnedSince(DateOnly day)
    {
        for (var turned = day < today ? day : today; turned <= today; turned = turned.AddDays(1))
        {
            if (Additivity == Additivity.ByRound)
            {
                yield return Period.Round(turned);
                continue;
            }
            if (measure.HasWeeks)
                yield return Period.Week(turned);
            yield return Period.Month(turned);
        }
        if (Additivity != Additivity.ByRound)
            foreach (var end in Ends(Period.YearToDate(today).From.AddYears(-1), today))
                yield return EndingOn(end);
    }

    /// <summary>The values of published days, which a day that was published late has none of.</summary>
    public IEnumerable<Period> OfPublished() => Additivity == Additivity.ByRound ? [] : published.Where(IsEndOfItsOwn).Select(EndingOn);

    /// <summary>The periods whose value changes when these days do.</summary>
    public HashSet<Period> ChangedBy(IReadOnlyCollection<DateOnly> days) => Additivity == Additivity.AsAt
        ? days.Count == 0 ? [] : [.. HeldFrom(days.Min())]
        : [.. days.SelectMany(Of)];

    private Period EndingOn(DateOnly day) => (Additivity, measure.SpanFrom) switch
    {
        (Additivity.AsAt, { } first) => new Period(PeriodKind.Span, first, day),
        (Additivity.AsAt, _) => Period.AsAt(day),
        _ => Period.YearToDate(day),
    };

    // A stock holds until it changes again.
    private IEnumerable<Period> HeldFrom(DateOnly day)
    {
        for (var monday = Period.Week(day).From; measure.HasWeeks && monday <= today; monday = monday.AddDays(7))
            yield return Period.Week(monday);
        for (var month = Period.Month(day).From; month <= today; month = month.AddMonths(1))
            yield return Period.Month(month);
        foreach (var end in Ends(day, today))
            yield return EndingOn(end);
    }

    // A month's end, today, or published: each once.
    private IEnumerable<DateOnly> Ends(DateOnly from, DateOnly to)
    {
        for (var end = Period.Month(from).To; end < today && end <= to; end = Period.Month(end.AddDays(1)).To)
            yield return end;
        foreach (var day in published)
            if (from <= day && day <= to && IsEndOfItsOwn(day))
                yield return day;
        if (from <= today && today <= to)
            yield return today;
    }

    private bool IsEndOfItsOwn(DateOnly day) => day < today && day != Period.Month(day).To;
}

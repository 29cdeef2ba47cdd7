using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Readings;

/// <summary>Which days a reading is of, by what its measure is rated on. What is left out is filled in: the first day of the year or of the month.</summary>
internal sealed class ReadingDays(Measure measure, DateOnly today)
{
    public IReadOnlyList<Period> Of(ReadingInput input, List<ReadingError> errors)
    {
        var before = errors.Count;
        var to = Day(input.To, ReadingColumns.To, "Give the last day that is counted", errors);
        var from = ReadingCheck.Text(input.From) is null ? null : Day(input.From, ReadingColumns.From, "", errors);
        if (to is not { } last || errors.Count > before)
            return [];
        if (last > today)
            errors.Add(new(ReadingColumns.To, IsWholeMonth(from, last) ? NotEnded(last) : $"{Say.Date(last)} lies in the future: today is {Say.Date(today)}"));
        else if (from > last)
            errors.Add(new(ReadingColumns.From, $"{Say.Date(from.Value)} lies after the last day, {Say.Date(last)}"));
        var periods = errors.Count > before ? [] : Periods(from, last, errors);
        if (periods.Any(period => period.Kind == PeriodKind.Month) && Period.Month(last).To >= today)
        {
            errors.Add(new(ReadingColumns.To, NotEnded(last)));
            return [];
        }
        return periods;
    }

    private IReadOnlyList<Period> Periods(DateOnly? from, DateOnly to, List<ReadingError> errors)
    {
        var (month, year) = (Period.Month(to), Period.YearToDate(to));
        switch (measure.RatedOn)
        {
            case RatedOn.Month:
                return IsMonth(from ?? month.From) ? [month] : Wrong($"{measure.Code} is rated on months: give the first and the last day of one, such as {Say.Range(month.From, month.To)}");
            case RatedOn.YearToDate:
                if ((from ?? year.From) == year.From)
                    return IsMonth(year.From) ? [year, month] : [year];
                return IsMonth(from!.Value) ? [month] : Wrong($"{measure.Code} is rated on the year so far: begin on {Say.Date(year.From)}, or give a whole month");
            case RatedOn.Span:
                var start = from ?? measure.Stages.FirstOrDefault(stage => stage.From <= to && to <= stage.By)?.From;
                return start is { } first ? [new(PeriodKind.Span, first, to)] : Wrong($"{measure.Code} is rated on a span: give its first day");
            default:
                return (from ?? to) == to ? [new(RatedReading.RatedPeriod(measure.RatedOn), to, to)]
                    : Wrong($"{measure.Code} is read on one day: leave the first day empty, or give the same day twice");
        }

        bool IsMonth(DateOnly first) => first == month.From && to == month.To;

        IReadOnlyList<Period> Wrong(string what)
        {
            errors.Add(new(ReadingColumns.From, what));
            return [];
        }
    }

    private bool IsWholeMonth(DateOnly? from, DateOnly to) =>
        Period.Month(to) is var month && to == month.To && (from ?? (measure.RatedOn == RatedOn.Month ? month.From : null)) == month.From;

    private static string NotEnded(DateOnly day) => $"{Say.Month(day)} has not ended: a month is read once it is over";

    private static DateOnly? Day(string? typed, string part, string missing, List<ReadingError> errors)
    {
        if (ReadingCheck.Text(typed) is not { } text)
            errors.Add(new(part, $"{missing}, such as 31 July 2010 or 2010-07-31"));
        else if (TypedDay.Read(text) is { } day)
            return day;
        else
            errors.Add(new(part, $"\"{text}\" is no day: write it such as 31 July 2010 or 2010-07-31{(text.All(char.IsAsciiDigit) ? ", and give the cell the form of a date" : "")}"));
        return null;
    }
}

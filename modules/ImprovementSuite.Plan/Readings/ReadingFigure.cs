using System.Globalization;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;

namespace ImprovementSuite.Plan.Readings;

/// <summary>The figure or grade of a reading: counts of a rate, or a value in the measure's unit, or a grade of its scale. One of them, and in the right unit.</summary>
internal sealed class ReadingFigure(Measure measure)
{
    /// <summary>No figure of a council's plan is larger; beyond it a slip of the pen is more likely.</summary>
    private const decimal Largest = 1_000_000_000_000m;

    public (Figure? Figure, string? Grade) Of(ReadingInput input, List<ReadingError> errors)
    {
        if (measure.Kind == MeasureKind.Judgement)
            return (null, Grade(input, errors));
        if (ReadingCheck.Text(input.Grade) is not null)
            errors.Add(new(ReadingColumns.Grade, $"{measure.Code} has figures and no grades: leave the grade empty"));
        var (numerator, denominator, value) = (ReadingCheck.Text(input.Numerator), ReadingCheck.Text(input.Denominator), ReadingCheck.Text(input.Value));
        if (numerator is null && denominator is null)
            return (value is null ? Nothing(errors) : Stated(value, errors), null);
        if (value is not null)
        {
            errors.Add(new(ReadingColumns.Value, "Give the counts or the value, not both: the value is worked out from the counts"));
            return (null, null);
        }
        return (Counts(numerator, denominator, errors), null);
    }

    private Figure? Counts(string? numerator, string? denominator, List<ReadingError> errors)
    {
        if (measure.Unit != Unit.Percent)
        {
            errors.Add(new(denominator is null ? ReadingColumns.Numerator : ReadingColumns.Denominator, $"{measure.Code} is not in percent: give its {measure.Things} as the value"));
            return null;
        }
        var (n, d) = (Whole(numerator, ReadingColumns.Numerator, "how many counted", errors), Whole(denominator, ReadingColumns.Denominator, "of how many", errors));
        if (n is null || d is null)
            return null;
        if (n > d && !measure.MayExceed100)
            errors.Add(new(ReadingColumns.Numerator, $"{n:N0} of {d:N0} is more than all of them"));
        else if (d == 0 && n > 0)
            errors.Add(new(ReadingColumns.Denominator, $"{n:N0} of 0 cannot be: give of how many"));
        return Figure.Rate(n.Value, d.Value);
    }

    private Figure? Stated(string typed, List<ReadingError> errors)
    {
        var (text, percent, pounds) = (typed.Replace(",", "").Replace(" ", ""), typed.EndsWith('%'), typed.StartsWith('£'));
        if ((percent && measure.Unit != Unit.Percent) || (pounds && measure.Unit != Unit.Pence))
            return Wrong($"\"{typed}\" is in another unit: {measure.Code} is in {UnitWords}");
        if (!decimal.TryParse(text.TrimEnd('%').TrimStart('£'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return Wrong($"\"{typed}\" is no number: give {UnitWords} in figures");
        if (value is < 0 or > Largest)
            return Wrong(value < 0 ? "The value is 0 or more" : $"\"{typed}\" is too large");
        if (measure.Unit == Unit.Percent)
            return value > 100 && !measure.MayExceed100 ? Wrong($"{value:0.##}% is more than all of them: {measure.Code} cannot be over 100%") : Figure.AsStated(value);
        var smallest = measure.Unit == Unit.Count ? value : value * 100;
        return smallest == decimal.Truncate(smallest)
            ? Figure.Of((long)smallest, measure.Unit)
            : Wrong(measure.Unit == Unit.Count ? $"\"{typed}\" is not whole: {measure.Code} counts {measure.Things}" : $"\"{typed}\" has more than two decimals");

        Figure? Wrong(string what)
        {
            errors.Add(new(ReadingColumns.Value, what));
            return null;
        }
    }

    private string? Grade(ReadingInput input, List<ReadingError> errors)
    {
        foreach (var (part, text) in new[] { (ReadingColumns.Numerator, input.Numerator), (ReadingColumns.Denominator, input.Denominator), (ReadingColumns.Value, input.Value) })
            if (ReadingCheck.Text(text) is not null)
                errors.Add(new(part, $"{measure.Code} is a judgement: give its grade and no figure"));
        var grade = ReadingCheck.Text(input.Grade);
        if (measure.Scale.FirstOrDefault(known => string.Equals(known, grade, StringComparison.OrdinalIgnoreCase)) is { } onScale)
            return onScale;
        errors.Add(new(ReadingColumns.Grade, $"{(grade is null ? "Give a grade" : $"\"{grade}\" is no grade")} of {measure.Code}: {string.Join(", ", measure.Scale)}"));
        return null;
    }

    private Figure? Nothing(List<ReadingError> errors)
    {
        errors.Add(new(ReadingColumns.Value, measure.Unit == Unit.Percent ? "Give the counts, or the percentage where they are not known" : $"Give the value in {UnitWords}"));
        return null;
    }

    private static long? Whole(string? typed, string part, string what, List<ReadingError> errors)
    {
        if (typed is null)
            errors.Add(new(part, $"Give {what}: a rate has two counts"));
        else if (decimal.TryParse(typed.Replace(",", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number) && number <= Largest)
            return (long)number;
        else
            errors.Add(new(part, $"\"{typed}\" is no whole number, 0 or more"));
        return null;
    }

    private string UnitWords => measure.Unit switch
    {
        Unit.Percent => "percent",
        Unit.Pence => "pounds",
        Unit.HundredthsOfPost => "posts",
        _ => $"whole {measure.Things}",
    };
}

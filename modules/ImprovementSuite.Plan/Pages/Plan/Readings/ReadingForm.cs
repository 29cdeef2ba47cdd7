using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Readings;

namespace ImprovementSuite.Plan.Pages.Plan.Readings;

/// <summary>What a person types for one reading. Which fields there are follows from what the measure is rated on.</summary>
internal sealed class ReadingForm
{
    /// <summary>A whole month, of a measure that is rated on the year so far.</summary>
    public const string Month = "month";

    public string? Period { get; set; }

    /// <summary>A day, or a month where a month is read.</summary>
    public string? Day { get; set; }

    public string? From { get; set; }
    public string? Round { get; set; }
    public string? Numerator { get; set; }
    public string? Denominator { get; set; }
    public string? Value { get; set; }
    public string? Grade { get; set; }
    public string? Note { get; set; }

    public bool IsMonth(Measure measure) => measure.RatedOn == RatedOn.Month || (measure.RatedOn == RatedOn.YearToDate && Period == Month);

    public ReadingInput Input(Measure measure)
    {
        var (from, to) = (From, Day);
        if (IsMonth(measure) && TypedDay.Month(Day) is { } first)
            (from, to) = (Iso(first), Iso(Contracts.Period.Month(first).To));
        else if (measure.RatedOn != RatedOn.Span)
            from = null;
        return new()
        {
            Measure = measure.Code, From = from, To = to, Round = Round, Numerator = Numerator, Denominator = Denominator, Value = Value, Grade = Grade, Note = Note,
        };
    }

    /// <summary>The field of this form that has a part of a reading.</summary>
    public static string Field(string part, Measure measure) => $"Form.{part switch
    {
        ReadingColumns.To => nameof(Day),
        ReadingColumns.From => measure.RatedOn == RatedOn.Span ? nameof(From) : nameof(Day),
        ReadingColumns.Measure or ReadingColumns.Scope => nameof(Note),
        _ => char.ToUpperInvariant(part[0]) + part[1..],
    }}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

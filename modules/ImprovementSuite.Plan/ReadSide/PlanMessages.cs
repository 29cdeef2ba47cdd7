using Google.Protobuf.WellKnownTypes;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.Plan.Snapshots;

namespace ImprovementSuite.Plan.ReadSide;

/// <summary>Readings and ratings as plan/v1 writes them.</summary>
internal static class PlanMessages
{
    public static readonly IReadOnlyDictionary<PeriodKind, string> PeriodNames = new Dictionary<PeriodKind, string>
    {
        [PeriodKind.Month] = "month", [PeriodKind.Week] = "week", [PeriodKind.YearToDate] = "year-to-date",
        [PeriodKind.AsAt] = "as-at", [PeriodKind.Span] = "span", [PeriodKind.Round] = "round",
    };

    public static readonly IReadOnlyDictionary<ScopeKind, string> ScopeNames = new Dictionary<ScopeKind, string>
    {
        [ScopeKind.Authority] = "authority", [ScopeKind.Locality] = "locality", [ScopeKind.Team] = "team", [ScopeKind.Phase] = "phase",
    };

    public static MeasureState ToState(this PlanSnapshot plan, string code)
    {
        var rating = plan.Measures[code];
        var lines = plan.LinesOf(code).Select(line => line.Line).ToList();
        var state = new MeasureState { Measure = code, Title = rating.Measure.Title, Computed = ToMessage(rating.Colour), Declared = ToMessage(lines[0].Declared) };
        state.Lines.AddRange(lines.Select(line => line.Ref));
        if (rating.Reading is { } reading)
            state.Reading = ToMessage(reading);
        if (rating.Expected is { } expected)
            state.Expected = (double)expected;
        return state;
    }

    public static Reading ToMessage(Lines.Reading reading)
    {
        var message = new Reading
        {
            Period = PeriodNames[reading.PeriodKind], From = reading.From.ToString("yyyy-MM-dd"), To = reading.To.ToString("yyyy-MM-dd"),
            Origin = reading.Origin.ToString().ToLowerInvariant(), Grade = reading.Grade ?? "", Round = reading.Round, CountsIn = CountsIn(reading.Unit),
        };
        if (reading.Numerator is { } numerator)
            message.Numerator = numerator;
        if (reading.Denominator is { } denominator)
            message.Denominator = denominator;
        if (reading.Value is { } value)
            message.Value = (double)value;
        if (reading.DataAsAt is { } asAt)
            message.DataAsAt = Timestamp.FromDateTime(asAt);
        return message;
    }

    public static Colour ToMessage(Platform.Ui.Colour colour) => colour switch
    {
        Platform.Ui.Colour.Red => Colour.Red,
        Platform.Ui.Colour.Amber => Colour.Amber,
        Platform.Ui.Colour.Green => Colour.Green,
        Platform.Ui.Colour.Complete => Colour.Complete,
        _ => Colour.None,
    };

    private static string CountsIn(Unit unit) => unit switch
    {
        Unit.HundredthsOfPost or Unit.PercentOfPosts => "hundredths-of-posts",
        Unit.Pence => "pence",
        Unit.PerPost => "things-over-hundredths-of-posts",
        _ => "things",
    };
}

using Google.Protobuf.WellKnownTypes;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Read.V1;
using static ImprovementSuite.Plan.ReadSide.LineMessages;

namespace ImprovementSuite.Plan.ReadSide;

/// <summary>Meetings of the panel as plan/v1 writes them.</summary>
internal static class MeetingMessages
{
    /// <param name="minutes">Whether the caller may have the words of minutes.</param>
    public static Meeting ToMessage(Panel panel, IEnumerable<Decision> decisions, bool minutes)
    {
        var message = new Meeting
        {
            On = Day(panel.On), UpdatesDue = Day(panel.UpdatesDue), DispatchOn = Day(panel.DispatchOn), Frozen = panel.IsFrozen, FrozenOn = Day(panel.FrozenOn),
            FrozenAt = panel.FrozenAt is { } at ? Timestamp.FromDateTime(at) : null,
        };
        message.Readings.AddRange(panel.Frozen.OrderBy(frozen => frozen.Measure, StringComparer.Ordinal).Select(ToMessage));
        message.Decisions.AddRange(decisions.Select(decision => ToMessage(decision, minutes)));
        return message;
    }

    private static Read.V1.FrozenReading ToMessage(Meetings.FrozenReading frozen)
    {
        var message = new Read.V1.FrozenReading { Measure = frozen.Measure, Computed = PlanMessages.ToMessage(frozen.Colour) };
        if (frozen.Expected is { } expected)
            message.Expected = (double)expected;
        if (frozen.Stored is null && frozen.Grade is null)
            return message;

        message.Reading = new()
        {
            Period = PlanMessages.PeriodNames[frozen.PeriodKind], From = Day(frozen.From), To = Day(frozen.To), Round = frozen.Round, Grade = frozen.Grade ?? "",
        };
        if (frozen.Stored?.Numerator is { } numerator)
            message.Reading.Numerator = numerator;
        if (frozen.Stored?.Denominator is { } denominator)
            message.Reading.Denominator = denominator;
        if (frozen.Value is { } value)
            message.Reading.Value = (double)value;
        return message;
    }

    private static PanelDecision ToMessage(Decision decision, bool minutes) => new()
    {
        Id = decision.Id, Line = decision.Line ?? "", Open = decision.IsOpen, By = Day(decision.By),
        Computed = PlanMessages.ToMessage(decision.Computed), Declared = PlanMessages.ToMessage(decision.Declared),
        Ruling = decision.Ruling switch
        {
            Meetings.Ruling.Accepted => Read.V1.Ruling.Accepted,
            Meetings.Ruling.NotAccepted => Read.V1.Ruling.NotAccepted,
            Meetings.Ruling.AskAgain => Read.V1.Ruling.AskAgain,
            _ => Read.V1.Ruling.Unspecified,
        },
        Minute = minutes ? decision.Minute : "", Owner = minutes ? decision.Owner ?? "" : "", Answer = minutes ? decision.Answer ?? "" : "",
    };
}

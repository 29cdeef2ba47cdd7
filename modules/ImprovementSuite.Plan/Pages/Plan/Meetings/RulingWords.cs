using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>Rulings and minutes in the words of the meeting's pages.</summary>
internal static class RulingWords
{
    /// <summary>The three choices, as the panel reads them.</summary>
    public static readonly IReadOnlyList<(Ruling Ruling, string Words)> Choices =
        [(Ruling.Accepted, "Accept the reason"), (Ruling.NotAccepted, "Do not accept it"), (Ruling.AskAgain, "Ask again at the next meeting")];

    /// <summary>"Accepted by the panel".</summary>
    public static string Past(Ruling ruling) => ruling switch
    {
        Ruling.Accepted => "Accepted by the panel",
        Ruling.NotAccepted => "Not accepted by the panel",
        _ => "To be asked again at the next meeting",
    };

    /// <summary>"20 Aug 2010, 10:41am".</summary>
    public static string When(DateTime utc) => Say.DateAndTime(BusinessClock.Local(utc));

    /// <summary>What was decided or asked: "Declared red accepted. Invoices arrive late".</summary>
    public static string Decided(Decision decision) => decision.Ruling switch
    {
        null => decision.Minute,
        Ruling.Accepted => $"Declared {Colour(decision.Declared)} accepted. {decision.Minute}",
        Ruling.NotAccepted => $"Declared {Colour(decision.Declared)} not accepted. {decision.Minute}",
        _ => $"Declared {Colour(decision.Declared)} to be asked again. {decision.Minute}",
    };

    private static string Colour(Colour colour) => colour.ToString().ToLowerInvariant();
}

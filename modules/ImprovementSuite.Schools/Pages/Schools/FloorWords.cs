using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Floor;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>Decisions in the words of pages and files.</summary>
internal static class FloorWords
{
    /// <summary>"Below", "Above", "No result".</summary>
    public static string Name(FloorOutcome outcome) => outcome switch
    {
        FloorOutcome.Above => "Not below",
        FloorOutcome.Below => "Below",
        FloorOutcome.NoResult => "No result",
        FloorOutcome.TooFew => "Too few pupils",
        _ => "No standard",
    };

    /// <summary>"3 points, 2 pupils short", "5 points over"; a dash in words where there is none.</summary>
    public static string Distance(FloorDecision? decision) => decision switch
    {
        { Points: { } points, Pupils: { } pupils } when points < 0 => $"{Points(-points)} short, {Say.Count("pupil", pupils)}",
        { Points: { } points } when points < 0 => $"{Points(-points)} short",
        { Points: { } points } => points == 0 ? "Just at it" : $"{Points(points)} over",
        _ => "None",
    };

    /// <summary>"64%" of hundredths.</summary>
    public static string Percent(int? hundredths) => hundredths is { } value ? Say.Percent(value / 100m) : "None";

    /// <summary>"-5.4" of hundredths.</summary>
    public static string Score(int? hundredths) => hundredths is { } value ? Say.Number(value / 100m) : "None";

    private static string Points(int hundredths) => hundredths == 1_00 ? "1 point" : $"{Say.Number(hundredths / 100m)} points";
}

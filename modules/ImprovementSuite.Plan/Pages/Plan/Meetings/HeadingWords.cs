using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>The headings of an agenda in words.</summary>
internal static class HeadingWords
{
    public static string Title(Heading heading) => heading switch
    {
        Heading.Red => "Red",
        Heading.Challenges => "Challenge list",
        Heading.Worsening => "Worsening",
        Heading.StaleOrNoFigure => "Stale or no figure",
        Heading.NewlyGreen => "Newly green",
        _ => "All other lines",
    };

    /// <summary>As an address names it: "stale-or-no-figure".</summary>
    public static string Id(Heading heading) => Title(heading).ToLowerInvariant().Replace(' ', '-');

    public static string Note(AgendaItem item)
    {
        var lines = item.Lines;
        if (lines.Count == 0)
            return "None";
        return item.Heading switch
        {
            Heading.Red => $"{Number(line => line.Computed == Colour.Red)} computed red, {Number(line => line.Line.Declared == Colour.Red)} declared red.",
            Heading.Challenges => $"{lines.Count} more where the lead’s colour is kinder or harsher than the computed one, or has no figure behind it.",
            Heading.Worsening => $"{Number(line => line.Leading?.Travel?.Direction == Direction.Worsening)} by the figures, {Number(line => line.Leading?.Travel?.Direction != Direction.Worsening)} in the lead’s view alone.",
            Heading.StaleOrNoFigure => $"{Number(line => line.Leading is { Stale: true })} stale, {Number(line => line.Leading is not { Stale: true })} without a figure.",
            Heading.NewlyGreen => "Green now, and not when a panel last saw it.",
            _ => "Nothing above applies to these.",
        };

        int Number(Func<LineRating, bool> isOne) => lines.Count(isOne);
    }
}

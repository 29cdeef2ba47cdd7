using System.Text;
using System.Xml;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Packs;

/// <summary>The words of a pack in whatever form. A colour is always a word, and so is an arrow.</summary>
internal static class PackWords
{
    /// <summary>Stands on every page.</summary>
    public const string Marking = "Confidential to the Improvement Panel";

    public static string MarkingOf(PackContent pack) => pack.IsForPublication ? PublicPack.Marking : $"{Marking} of {Say.Date(pack.Panel)}";

    /// <summary>The same at the foot of a page, where the day need not stand again.</summary>
    public static string FootOf(PackContent pack) => pack.IsForPublication ? PublicPack.Marking : Marking;

    /// <summary>The same on the cover, in a sentence.</summary>
    public static string CoverOf(PackContent pack) => $"{(pack.IsForPublication ? $"{PublicPack.Marking}. For the Improvement Panel" : Marking)} that meets on {Say.LongDate(pack.Panel)}";

    public static string FiguresOn(PackContent pack) => $"Figures as at {Say.Date(pack.FiguresOn)}";

    /// <summary>"Frozen by Performance manager on 22 September 2010, 9:14am", or "Preview, not frozen".</summary>
    public static string State(PackContent pack)
    {
        if (pack.FrozenAt is not { } at)
            return "Preview, not frozen";
        var local = BusinessClock.Local(at);
        return $"Frozen by {pack.FrozenBy} on {Say.Date(DateOnly.FromDateTime(local))}, {Say.Time(local)}";
    }

    public static string Counts(ColourCounts counts) => InWords.Counts(counts);

    /// <summary>"Amber, level since 13 July": what the figures give.</summary>
    public static string Computed(PackLine line, PackContent pack) => line switch
    {
        // An arrow that only the lead gave stands beside the colour that the lead gave.
        { Direction: null } or { DirectionNote: LeadsView } => line.ComputedWord,
        _ => $"{line.ComputedWord}, {Arrow(line.Direction.Value)} {line.DirectionNote ?? $"since {Say.DayAndMonth(pack.LastPanel!.Value)}"}",
    };

    /// <summary>"Amber, level": what the lead says.</summary>
    public static string Declared(PackLine line) => line switch
    {
        { Declared: Colour.None } => "None declared",
        { DeclaredDirection: { } direction } => $"{line.Declared}, {Arrow(direction)}",
        _ => line.Declared.ToString(),
    };

    /// <summary>Why another colour is declared than the figures give; null where both are the same.</summary>
    public static string? Reason(PackLine line) => line switch
    {
        { Difference: Difference.None } => null,
        { Reason: null } => $"No reason was given for declaring {line.Declared.ToString().ToLowerInvariant()}.",
        _ => $"Reason for declaring {line.Declared.ToString().ToLowerInvariant()}: {line.Reason}",
    };

    public static string? Watch(PackLine line) => line.Watch ? "Watch: above the mid-range, check thresholds" : null;

    public static string? AsAt(PackLine line) => line.Origin is null ? null : $"As at {line.AsAt}, {line.Origin.ToLowerInvariant()}";

    public static string? Stale(bool stale) => stale ? "Stale" : null;

    public static string Due(PackMilestone milestone) => milestone.By is { } by ? Say.ShortDate(by) + (milestone.DateInferred ? ", inferred" : "") : "No date";

    public static string Ruling(Ruling? ruling) => ruling switch
    {
        Meetings.Ruling.Accepted => "Reason accepted",
        Meetings.Ruling.NotAccepted => "Reason not accepted",
        Meetings.Ruling.AskAgain => "To be asked again",
        _ => "–",
    };

    public static string Received(PackPaper paper) => paper switch
    {
        { ReceivedOn: null } => "Not received yet",
        { Addendum: true } => $"{Say.ShortDate(paper.ReceivedOn.Value)}, addendum",
        _ => Say.ShortDate(paper.ReceivedOn.Value),
    };

    public static string Value(Unit unit, decimal value) => unit switch
    {
        Unit.Percent => Say.Percent(Math.Round(value, 2)),
        Unit.Pence => Say.Money(value),
        _ => Say.Number(value),
    };

    /// <summary>
    /// Text as XML can hold it. What people paste may have characters that no file form knows: control characters and halves of pairs go, and
    /// a vertical tab is the line break that it was meant as.
    /// </summary>
    public static string Clean(string text)
    {
        if (text.All(letter => letter is >= ' ' and < '\uD800'))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                clean.Append(text[i]).Append(text[++i]);
            else if (text[i] is '\v' or '\f' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                clean.Append('\n');
            else if (text[i] != '\r' && XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
        }
        return clean.ToString();
    }

    private const string LeadsView = "Lead's view";

    private static string Arrow(Direction direction) => direction.ToString().ToLowerInvariant();
}

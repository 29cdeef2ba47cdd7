using System.Globalization;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Floor;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>
/// Where the bars and ribbons of a flow stand. Schools above the floor are many and those below few, so the part below is drawn to a scale of its own beside
/// the part that stayed above; the numbers stand at every bar.
/// </summary>
internal sealed class FlowDrawing
{
    public const int Width = 760;
    public const int BarWidth = 22;
    private const int Left = 220;
    private const int Right = Width - Left - BarWidth;
    private const int Top = 8;
    private const int Gap = 46;

    // The band that stayed above is no taller than this share of what moved and stayed below, or it would press everything else flat.
    private const int PerSchool = 9;
    private const int MostAbove = 90;
    private const int LeastBand = 3;

    private FlowDrawing(IReadOnlyList<Bar> bars, IReadOnlyList<Ribbon> ribbons, int height) => (Bars, Ribbons, Height) = (bars, ribbons, height);

    public IReadOnlyList<Bar> Bars { get; }

    public IReadOnlyList<Ribbon> Ribbons { get; }

    public int Height { get; }

    /// <summary>Null where no school is in both sets.</summary>
    public static FlowDrawing? Of(int rose, int stayedBelow, int fell, int stayedAbove)
    {
        if (rose + stayedBelow + fell + stayedAbove == 0)
            return null;
        var (up, low, down, high) = (Band(rose), Band(stayedBelow), Band(fell), Math.Min(Band(stayedAbove), MostAbove));
        // Above stands over below on both sides; what stays runs straight, what moves crosses.
        var (aboveBefore, aboveNow) = (high + down, high + up);
        var (belowBefore, belowNow) = (up + low, down + low);
        var below = Top + Math.Max(aboveBefore, aboveNow) + Gap;
        var bars = new List<Bar>
        {
            new("above", Left, Top, aboveBefore), new("below", Left, below, belowBefore), new("above", Right, Top, aboveNow), new("below", Right, below, belowNow),
        };
        var ribbons = new List<Ribbon>
        {
            new("stayed-above", Path(Top, Top, high)), new("fell", Path(Top + high, below, down)), new("rose", Path(below, Top + high, up)), new("stayed-below", Path(below + up, below + down, low)),
        };
        return new([.. bars.Where(bar => bar.Height > 0)], [.. ribbons.Where(ribbon => ribbon.Path.Length > 0)], below + Math.Max(Math.Max(belowBefore, belowNow), 24) + Top);
    }

    /// <summary>What stands at the bars.</summary>
    public IEnumerable<Label> Labels(FloorFlow flow)
    {
        foreach (var bar in Bars)
        {
            var (first, above) = (bar.X == Left, bar.Name == "above");
            var (x, anchor) = first ? (Left - 12, "end") : (Right + BarWidth + 12, "start");
            var number = above
                ? flow.Count(FloorMove.StayedAbove) + flow.Count(first ? FloorMove.Fell : FloorMove.Rose)
                : flow.Count(FloorMove.StayedBelow) + flow.Count(first ? FloorMove.Rose : FloorMove.Fell);
            yield return new(x, bar.Y + 18, anchor, $"{Say.Number(number)} {(above ? "not below" : "below")}");
            yield return new(x, bar.Y + 40, anchor, $"{(first ? flow.From : flow.To)}");
        }
        var (middle, below) = (Left + BarWidth + (Right - Left - BarWidth) / 2, Bars.First(bar => bar.Name == "below" || Bars.All(other => other.Name == "above")).Y);
        if (flow.Count(FloorMove.Rose) is > 0 and var rose)
            yield return new(middle - 60, below - 10, "end", $"{Say.Number(rose)} rose");
        if (flow.Count(FloorMove.Fell) is > 0 and var fell)
            yield return new(middle + 60, below - 10, "start", $"{Say.Number(fell)} fell");
    }

    private static int Band(int schools) => schools == 0 ? 0 : Math.Max(LeastBand, schools * PerSchool);

    private static string Path(int from, int to, int band)
    {
        if (band == 0)
            return "";
        var (start, end) = (Left + BarWidth, Right);
        var middle = (start + end) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"M{start} {from}C{middle} {from} {middle} {to} {end} {to}V{to + band}C{middle} {to + band} {middle} {from + band} {start} {from + band}Z");
    }

    internal readonly record struct Bar(string Name, int X, int Y, int Height);

    internal readonly record struct Ribbon(string Name, string Path);

    internal readonly record struct Label(int X, int Y, string Anchor, string Words);
}

using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ImprovementSuite.Platform.Ui;

/// <summary>A value on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Value">The value, in whatever the chart or picture counts.</param>
public readonly record struct ChartPoint(DateOnly Day, decimal Value);

/// <summary>
/// A trend as a small picture: <c>&lt;trend-picture reading="line.Readings" expected="line.Expected" /&gt;</c>. It is hidden from screen
/// readers, since the row says the figures; fewer than two readings are a dash.
/// </summary>
[HtmlTargetElement("trend-picture", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TrendPictureTagHelper : TagHelper
{
    private const int Width = 78;
    private const int Height = 32;

    // Room for the end dot and the thickness of the lines.
    private const decimal Margin = 3;

    /// <summary>The readings, in order of days.</summary>
    public IReadOnlyList<ChartPoint> Reading { get; set; } = [];

    /// <summary>What the plan expected, in order of days.</summary>
    public IReadOnlyList<ChartPoint> Expected { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Reading.Count < 2)
        {
            output.TagName = "span";
            output.Attributes.SetAttribute("aria-hidden", "true");
            output.Content.SetContent("–");
            return;
        }

        output.TagName = "svg";
        output.Attributes.SetAttribute("class", "trend");
        output.Attributes.SetAttribute("viewBox", $"0 0 {Width} {Height}");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");

        var days = Reading.Concat(Expected).Select(point => point.Day.DayNumber).ToList();
        var values = Reading.Concat(Expected).Select(point => point.Value).ToList();
        var (x, y) = (new Axis(days.Min(), days.Max(), Width), new Axis(values.Min(), values.Max(), Height));

        if (Expected.Count > 1)
            output.Content.AppendHtml($"""<polyline class="trend__expected" points="{Line(Expected)}"/>""");
        output.Content.AppendHtml($"""<polyline class="trend__reading" points="{Line(Reading)}"/>""");
        var end = Place(Reading[^1]);
        output.Content.AppendHtml($"""<circle class="trend__end" cx="{end.X}" cy="{end.Y}" r="3"/>""");

        string Line(IEnumerable<ChartPoint> points) => string.Join(' ', points.Select(Place).Select(place => $"{place.X},{place.Y}"));

        (string X, string Y) Place(ChartPoint point) => (Length(x.At(point.Day.DayNumber)), Length(Height - y.At(point.Value)));

        static string Length(decimal length) => length.ToString("0.#", CultureInfo.InvariantCulture);
    }

    private readonly record struct Axis(decimal From, decimal To, int Size)
    {
        // Where everything is the same it stands in the middle.
        public decimal At(decimal value) =>
            From == To ? Size / 2m : Margin + ((value - From) / (To - From) * (Size - (2 * Margin)));
    }
}

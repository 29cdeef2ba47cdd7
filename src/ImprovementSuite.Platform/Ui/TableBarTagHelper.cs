using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ImprovementSuite.Platform.Ui;

/// <summary>
/// A bar inside a table row: <c>&lt;table-bar value="86.5m" from="50" to="100" mark="83.32m" /&gt;</c>. Its number stands beside it, so it is
/// hidden from screen readers. The page says where the bars start.
/// </summary>
[HtmlTargetElement("table-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TableBarTagHelper : TagHelper
{
    /// <summary>What the bar shows; null draws the track alone.</summary>
    public decimal? Value { get; set; }

    /// <summary>Where the track starts.</summary>
    public decimal From { get; set; }

    /// <summary>Where the track ends.</summary>
    public decimal To { get; set; } = 100;

    /// <summary>A black mark, such as what is expected today.</summary>
    public decimal? Mark { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "table-bar");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        // Percentages stretch with the column; a viewBox would stretch the mark's thickness too.
        output.Content.AppendHtml("""<rect class="table-bar__track" y="3" width="100%" height="10"/>""");
        if (Value is { } value)
            output.Content.AppendHtml($"""<rect class="table-bar__value" y="3" width="{Along(value)}" height="10"/>""");
        if (Mark is { } mark)
            output.Content.AppendHtml($"""<line class="table-bar__mark" x1="{Along(mark)}" x2="{Along(mark)}" y1="0" y2="16"/>""");
    }

    private string Along(decimal value) =>
        (100 * Math.Clamp((value - From) / (To - From), 0, 1)).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ImprovementSuite.Platform.Ui;

/// <summary>
/// Where performance goes: <c>&lt;direction-arrow direction="line.Direction" note="Lead's view" /&gt;</c>. Up is always better; null says
/// that there is no earlier reading.
/// </summary>
[HtmlTargetElement("direction-arrow", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DirectionTagHelper : TagHelper
{
    /// <summary>The direction, or null.</summary>
    public Direction? Direction { get; set; }

    /// <summary>Where the arrow is not the figures' since the last panel: "Lead's view", "since baseline".</summary>
    public string? Note { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Direction is null ? "direction direction--none" : "direction");
        if (Direction is { } direction)
        {
            output.Content.SetHtmlContent(Arrow(direction));
            output.Content.Append(direction.ToString());
        }
        else
        {
            output.Content.SetContent("No earlier reading");
        }

        if (!string.IsNullOrEmpty(Note))
        {
            output.PostElement.SetHtmlContent("""<span class="direction-note">""");
            output.PostElement.Append(Note);
            output.PostElement.AppendHtml("</span>");
        }
    }

    private static string Arrow(Direction direction)
    {
        var drawing = direction switch
        {
            Ui.Direction.Improving => "M7 13V2M2.5 6.5 7 2l4.5 4.5",
            Ui.Direction.Level => "M1 7h11M7.5 2.5 12 7l-4.5 4.5",
            _ => "M7 1v11M2.5 7.5 7 12l4.5-4.5",
        };
        return $"""<svg class="direction__arrow" viewBox="0 0 14 14" aria-hidden="true" focusable="false"><path fill="none" stroke="currentColor" stroke-width="2.2" d="{drawing}"/></svg>""";
    }
}

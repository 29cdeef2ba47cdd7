using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ImprovementSuite.Platform.Ui;

/// <summary>Who says a colour.</summary>
public enum Voice
{
    /// <summary>The figures. Filled.</summary>
    Computed,

    /// <summary>The line's lead. Outlined on white.</summary>
    Declared,
}

/// <summary>
/// A line's colour: <c>&lt;rag-tag colour="line.Computed" voice="Computed" /&gt;</c>. Shape and word say what the hue says; fill and outline
/// say who says it.
/// </summary>
[HtmlTargetElement("rag-tag", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RagTagHelper : TagHelper
{
    /// <summary>The colour.</summary>
    public Colour Colour { get; set; }

    /// <summary>Who says it.</summary>
    public Voice Voice { get; set; }

    /// <summary>The word where <see cref="Colour.None"/> is more than "No reading" or "None declared", such as "Not yet due".</summary>
    public string? Word { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"rag rag--{Voice.ToString().ToLowerInvariant()} rag--{Colour.ToString().ToLowerInvariant()}");
        output.Content.SetHtmlContent(Rag.Shape(Colour));
        // An attribute that is an expression of null arrives as an empty text.
        output.Content.Append(string.IsNullOrEmpty(Word) ? Rag.Word(Colour, Voice) : Word);
    }
}

/// <summary>A colour's shape and word without a box, as the head of a column of counts: <c>&lt;rag-word colour="Red" /&gt;</c>.</summary>
[HtmlTargetElement("rag-word", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RagWordTagHelper : TagHelper
{
    /// <summary>The colour.</summary>
    public Colour Colour { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"rag rag--word rag--{Colour.ToString().ToLowerInvariant()}");
        output.Content.SetHtmlContent(Rag.Shape(Colour));
        output.Content.Append(Colour == Colour.None ? "No colour yet" : Colour.ToString());
    }
}

/// <summary>The shapes and words of the colours.</summary>
internal static class Rag
{
    public static string Word(Colour colour, Voice voice) => (colour, voice) switch
    {
        (Colour.None, Voice.Declared) => "None declared",
        (Colour.None, _) => "No reading",
        _ => colour.ToString(),
    };

    public static string Shape(Colour colour)
    {
        var drawing = colour switch
        {
            Colour.Red => """<path fill="currentColor" d="M1 1h10v10H1z"/>""",
            Colour.Amber => """<path fill="currentColor" d="M6 .5 12 11.5H0z"/>""",
            Colour.Green => """<circle fill="currentColor" cx="6" cy="6" r="5.5"/>""",
            Colour.Complete => """<path fill="none" stroke="currentColor" stroke-width="2.4" d="m1 6.5 3.4 3.4L11 2.4"/>""",
            _ => """<path fill="currentColor" d="M1 5h10v2.4H1z"/>""",
        };
        return $"""<svg class="rag__shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false">{drawing}</svg>""";
    }
}

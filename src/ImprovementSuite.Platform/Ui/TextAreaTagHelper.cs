using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ImprovementSuite.Platform.Ui;

/// <summary>Several lines of text: <c>&lt;text-area name="Minute" label="Minute" value="@Model.Minute" /&gt;</c>.</summary>
[HtmlTargetElement("text-area", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaTagHelper : FieldTagHelper
{
    /// <summary>What stands in it.</summary>
    public string? Value { get; set; }

    /// <summary>Height in lines.</summary>
    public int Rows { get; set; } = 5;

    /// <inheritdoc />
    protected override TagBuilder Field()
    {
        var area = Element("textarea", "govuk-textarea", null);
        area.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // A browser leaves out the first line break of a text area: this one keeps the text's own.
        area.InnerHtml.AppendHtml("\n").Append(ViewContext.ModelState[Name]?.AttemptedValue ?? Value ?? "");
        return area;
    }
}

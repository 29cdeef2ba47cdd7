using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ImprovementSuite.Platform.Ui;

/// <summary>Boxes to tick under one heading; the value of each ticked one is posted under the same name.</summary>
[HtmlTargetElement("ticked-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TickedListTagHelper : TagHelper
{
    /// <summary>The name under which each ticked value is posted; the id of the first box.</summary>
    public required string Name { get; set; }

    /// <summary>The heading.</summary>
    public required string Legend { get; set; }

    /// <summary>What helps to choose; may be empty.</summary>
    public string? Hint { get; set; }

    /// <summary>Value and words of each box.</summary>
    public required IEnumerable<(string Value, string Words)> Options { get; set; }

    /// <summary>The values that are ticked.</summary>
    public IReadOnlyCollection<string> Ticked { get; set; } = [];

    /// <summary>The page whose model state holds the error.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        FieldOrder.Add(ViewContext.HttpContext, Name);
        var error = ViewContext.ModelState[Name]?.Errors.FirstOrDefault()?.ErrorMessage;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
        var group = Tag("fieldset", "govuk-fieldset");
        group.InnerHtml.AppendHtml(Tag("legend", "govuk-fieldset__legend govuk-fieldset__legend--s", Legend));
        if (Hint is not null)
            group.InnerHtml.AppendHtml(Tag("div", "govuk-hint", Hint, $"{Name}-hint"));
        if (error is not null)
        {
            var message = Tag("p", "govuk-error-message", id: $"{Name}-error");
            message.InnerHtml.AppendHtml(Tag("span", "govuk-visually-hidden", "Error: ")).Append(error);
            group.InnerHtml.AppendHtml(message);
        }
        if (string.Join(' ', new[] { Hint is null ? null : $"{Name}-hint", error is null ? null : $"{Name}-error" }.Where(id => id is not null)) is { Length: > 0 } described)
            group.Attributes["aria-describedby"] = described;
        var boxes = Tag("div", "govuk-checkboxes govuk-checkboxes--small");
        foreach (var (i, (value, words)) in Options.Index())
            boxes.InnerHtml.AppendHtml(Box(i == 0 ? Name : $"{Name}-{i}", value, words));
        group.InnerHtml.AppendHtml(boxes);
        output.Content.AppendHtml(group);
    }

    private TagBuilder Box(string id, string value, string words)
    {
        var input = Tag("input", "govuk-checkboxes__input", id: id);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        (input.Attributes["type"], input.Attributes["name"], input.Attributes["value"]) = ("checkbox", Name, value);
        if (Ticked.Contains(value))
            input.Attributes["checked"] = "checked";
        var label = Tag("label", "govuk-label govuk-checkboxes__label", words);
        label.Attributes["for"] = id;
        var item = Tag("div", "govuk-checkboxes__item");
        item.InnerHtml.AppendHtml(input).AppendHtml(label);
        return item;
    }

    private static TagBuilder Tag(string tag, string @class, string? text = null, string? id = null)
    {
        var element = new TagBuilder(tag);
        element.AddCssClass(@class);
        if (id is not null)
            element.Attributes["id"] = id;
        if (text is not null)
            element.InnerHtml.Append(text);
        return element;
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ImprovementSuite.Platform.Ui;

/// <summary>A labelled field with its hint and its error, as GOV.UK Frontend lays it out. The name is the model's, such as "WorkingDays".</summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The name under which it is posted, and its id.</summary>
    public required string Name { get; set; }

    /// <summary>What people read over it.</summary>
    public required string Label { get; set; }

    /// <summary>What helps to fill it; may be empty.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether the label is bold, as a question of a long form is.</summary>
    public bool Bold { get; set; }

    /// <summary>The page whose model state holds the error.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>What the field's own element says.</summary>
    protected abstract TagBuilder Field();

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        FieldOrder.Add(ViewContext.HttpContext, Name);
        var error = ViewContext.ModelState[Name]?.Errors.FirstOrDefault()?.ErrorMessage;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");

        var label = Element("label", Bold ? "govuk-label govuk-label--s" : "govuk-label", Label);
        label.Attributes["for"] = Name;
        output.Content.AppendHtml(label);
        if (Hint is not null)
            output.Content.AppendHtml(Element("div", "govuk-hint", Hint, $"{Name}-hint"));
        if (error is not null)
        {
            var message = Element("p", "govuk-error-message", null, $"{Name}-error");
            message.InnerHtml.AppendHtml(Element("span", "govuk-visually-hidden", "Error: ")).Append(error);
            output.Content.AppendHtml(message);
        }

        var field = Field();
        (field.Attributes["id"], field.Attributes["name"]) = (Name, Name);
        if (string.Join(' ', new[] { Hint is null ? null : $"{Name}-hint", error is null ? null : $"{Name}-error" }.Where(id => id is not null)) is { Length: > 0 } described)
            field.Attributes["aria-describedby"] = described;
        output.Content.AppendHtml(field);
    }

    /// <summary>An element with a class and a text.</summary>
    protected static TagBuilder Element(string tag, string @class, string? text, string? id = null)
    {
        var element = new TagBuilder(tag);
        if (@class.Length > 0)
            element.AddCssClass(@class);
        if (id is not null)
            element.Attributes["id"] = id;
        if (text is not null)
            element.InnerHtml.Append(text);
        return element;
    }
}

/// <summary>One line of text.</summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper : FieldTagHelper
{
    /// <summary>What stands in it.</summary>
    public object? Value { get; set; }

    /// <summary>Width in characters: 2, 3, 4, 5, 10, 20; 0 is full width.</summary>
    public int Width { get; set; }

    /// <summary>What of a person it asks for, where a browser may fill it, such as username.</summary>
    public string Autocomplete { get; set; } = "off";

    /// <summary>What a browser offers while somebody types, and what people read beside it; may be left out.</summary>
    public IEnumerable<(string Value, string Title)> Offers { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        base.Process(context, output);
        if (!Offers.Any())
            return;
        var list = Element("datalist", "", null, $"{Name}-offers");
        foreach (var (value, title) in Offers)
        {
            var option = Element("option", "", title);
            option.Attributes["value"] = value;
            list.InnerHtml.AppendHtml(option);
        }
        output.Content.AppendHtml(list);
    }

    /// <inheritdoc />
    protected override TagBuilder Field()
    {
        var input = Element("input", "govuk-input", null);
        if (Offers.Any())
            input.Attributes["list"] = $"{Name}-offers";
        input.TagRenderMode = TagRenderMode.SelfClosing;
        if (Width > 0)
            input.AddCssClass($"govuk-input--width-{Width}");
        (input.Attributes["type"], input.Attributes["autocomplete"]) = ("text", Autocomplete);
        // What was typed stands again, even where it was no number.
        input.Attributes["value"] = ViewContext.ModelState[Name]?.AttemptedValue ?? Convert.ToString(Value, CultureInfo.InvariantCulture) ?? "";
        return input;
    }
}

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("text-area-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaFieldTagHelper : FieldTagHelper
{
    /// <summary>What stands in it.</summary>
    public string? Value { get; set; }

    /// <summary>Height in lines.</summary>
    public int Rows { get; set; } = 4;

    /// <inheritdoc />
    protected override TagBuilder Field()
    {
        var area = Element("textarea", "govuk-textarea", null);
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        // A browser leaves out the first line break of a text area.
        area.InnerHtml.Append("\n" + (ViewContext.ModelState[Name]?.AttemptedValue ?? Value ?? ""));
        return area;
    }
}

/// <summary>A file to choose; nothing of it comes back with the page.</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileFieldTagHelper : FieldTagHelper
{
    /// <summary>The types that it takes, such as ".csv,.xlsx".</summary>
    public required string Accept { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Field()
    {
        var input = Element("input", "govuk-file-upload", null);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        (input.Attributes["type"], input.Attributes["accept"]) = ("file", Accept);
        return input;
    }
}

/// <summary>A box to tick; its label stands beside it.</summary>
[HtmlTargetElement("tick-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TickFieldTagHelper : TagHelper
{
    /// <summary>The name under which "true" is posted where it is ticked, and its id.</summary>
    public required string Name { get; set; }

    /// <summary>What people read beside it.</summary>
    public required string Label { get; set; }

    /// <summary>Whether it is ticked.</summary>
    public bool Value { get; set; }

    /// <summary>The page that it stands on.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        FieldOrder.Add(ViewContext.HttpContext, Name);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-form-group govuk-checkboxes govuk-checkboxes--small");
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("govuk-checkboxes__input");
        (input.Attributes["type"], input.Attributes["id"], input.Attributes["name"], input.Attributes["value"]) = ("checkbox", Name, Name, "true");
        if (Value)
            input.Attributes["checked"] = "checked";
        var label = new TagBuilder("label");
        label.AddCssClass("govuk-label govuk-checkboxes__label");
        label.Attributes["for"] = Name;
        label.InnerHtml.Append(Label);
        var item = new TagBuilder("div");
        item.AddCssClass("govuk-checkboxes__item");
        item.InnerHtml.AppendHtml(input).AppendHtml(label);
        output.Content.AppendHtml(item);
    }
}

/// <summary>One of a list.</summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectFieldTagHelper : FieldTagHelper
{
    /// <summary>The chosen value.</summary>
    public string? Value { get; set; }

    /// <summary>Values and what people read.</summary>
    public required IEnumerable<(string Value, string Title)> Options { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Field()
    {
        var select = Element("select", "govuk-select", null);
        foreach (var (value, title) in Options)
        {
            var option = Element("option", "", title);
            option.Attributes["value"] = value;
            if (value == Value)
                option.Attributes["selected"] = "selected";
            select.InnerHtml.AppendHtml(option);
        }
        return select;
    }
}

/// <summary>Everything that is wrong with a form, linked to its fields and in their order; nothing where nothing is.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>What stands over the list, such as "Nothing you wrote is lost."; may be empty.</summary>
    public string? Note { get; set; }

    /// <summary>The page whose model state holds the errors.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary suite-prose");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        output.Content.AppendHtml("<div role=\"alert\"><h2 class=\"govuk-error-summary__title\">There is a problem</h2>");
        if (!string.IsNullOrEmpty(Note))
            output.Content.AppendHtml("<p>").Append(Note).AppendHtml("</p>");
        output.Content.AppendHtml(new ErrorList(ViewContext)).AppendHtml("</div>");
    }

    /// <summary>Written when the page is complete, for only then it is known in which order the fields stand under it.</summary>
    private sealed class ErrorList(ViewContext page) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var list = new TagBuilder("ul");
            list.AddCssClass("govuk-list govuk-error-summary__list");
            foreach (var (field, errors) in page.ModelState.Select(entry => (entry.Key, entry.Value!.Errors)).OrderBy(entry => FieldOrder.Of(page.HttpContext, entry.Key)))
                foreach (var error in errors)
                {
                    var item = new TagBuilder("li");
                    // An error of the whole form has no field to go to.
                    var text = new TagBuilder(field.Length == 0 ? "span" : "a");
                    if (field.Length > 0)
                        text.Attributes["href"] = $"#{field}";
                    text.InnerHtml.Append(error.ErrorMessage);
                    item.InnerHtml.AppendHtml(text);
                    list.InnerHtml.AppendHtml(item);
                }
            list.WriteTo(writer, encoder);
        }
    }
}

/// <summary>A password: what was typed never stands in a page.</summary>
[HtmlTargetElement("password-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PasswordFieldTagHelper : FieldTagHelper
{
    /// <summary>What a password manager needs to know: current-password or new-password.</summary>
    public required string Autocomplete { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Field()
    {
        var input = Element("input", "govuk-input govuk-input--width-20", null);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        (input.Attributes["type"], input.Attributes["autocomplete"], input.Attributes["spellcheck"]) = ("password", Autocomplete, "false");
        return input;
    }
}

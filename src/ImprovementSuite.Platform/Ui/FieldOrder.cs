using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ImprovementSuite.Platform.Ui;

/// <summary>The order in which fields stand on a page, which the summary of its errors takes. The state of the model keeps them by their names.</summary>
internal static class FieldOrder
{
    private static readonly object OnThisPage = new();

    /// <summary>The next field of the page.</summary>
    public static void Add(HttpContext page, string name)
    {
        if (page.Items[OnThisPage] is not Dictionary<string, int> places)
            page.Items[OnThisPage] = places = new(StringComparer.OrdinalIgnoreCase);
        places.TryAdd(name, places.Count);
    }

    /// <summary>The place of a field on the page: the whole form first, what stands nowhere last.</summary>
    public static int Of(HttpContext page, string name) =>
        name.Length == 0 ? -1 : page.Items[OnThisPage] is Dictionary<string, int> places && places.TryGetValue(name, out var place) ? place : int.MaxValue;
}

/// <summary>A field that a page writes itself stands here: <c>&lt;fieldset for-field="Teams"&gt;</c>. The other fields say so of themselves.</summary>
[HtmlTargetElement(Attributes = "for-field")]
public sealed class ForFieldTagHelper : TagHelper
{
    /// <summary>The name of the field.</summary>
    public required string ForField { get; set; }

    /// <summary>The page that it stands on.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => FieldOrder.Add(ViewContext.HttpContext, ForField);
}

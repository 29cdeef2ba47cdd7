using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace ImprovementSuite.Platform.Ui;

/// <summary>
/// A part of a page that is the same for everybody until the data changes, such as a row of a long table. It belongs to what is read of the
/// data; the page's own markup writes it when it is first shown: <c>@row.Html.Or(@&lt;tr&gt;...&lt;/tr&gt;)</c>. What depends on who reads, or on
/// what was asked for, has no place in it.
/// </summary>
public sealed partial class KeptHtml
{
    private HtmlString? _kept;

    /// <summary>What was kept, or else what <paramref name="markup"/> writes now.</summary>
    public HtmlString Or(Func<object?, IHtmlContent> markup) => _kept ??= Written(markup(null));

    // Two who come first at once write the same twice, and one of them is kept.
    private static HtmlString Written(IHtmlContent content)
    {
        using var html = new StringWriter();
        content.WriteTo(html, HtmlEncoder.Default);
        return new(Indentation().Replace(html.ToString(), "\n"));
    }

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Indentation();
}

using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ImprovementSuite.Platform.Ui;

/// <summary>
/// The place of a chart: <c>&lt;draw-chart chart="Model.Chart" /&gt;</c>. Its data stand in it as inert JSON, which the strict content
/// security policy allows; chart.js draws it. Without script it stays closed and the table beside it says everything.
/// </summary>
[HtmlTargetElement("draw-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChartTagHelper : TagHelper
{
    private static readonly object OnThisPage = new();

    // The default encoder of this serialiser escapes < and >, so that no label can end the script element.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>What to draw.</summary>
    public required Chart Chart { get; set; }

    /// <summary>The page that it stands on.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Whether the page has a chart, so that the layout loads the drawing scripts.</summary>
    public static bool IsNeededBy(HttpContext page) => page.Items.ContainsKey(OnThisPage);

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.HttpContext.Items[OnThisPage] = true;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Attributes.SetAttribute("data-chart", "");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Chart.Describes);
        output.Content.SetHtmlContent(new HtmlString($"""<script type="application/json">{JsonSerializer.Serialize(Drawn(Chart), Json)}</script>"""));

        // A phone has no room for labels at the lines; there the key says in words what the marks are.
        output.PostElement.AppendHtml("""<ul class="chart-key" aria-hidden="true">""");
        foreach (var line in Key(Chart))
        {
            output.PostElement.AppendHtml("<li>");
            output.PostElement.Append(line);
            output.PostElement.AppendHtml("</li>");
        }
        output.PostElement.AppendHtml("</ul>");
    }

    private static IEnumerable<string> Key(Chart chart)
    {
        yield return $"Line with dots: {chart.Each}";
        if (chart.Reading is { } reading)
            yield return $"Thick level line: {reading.Label}";
        if (chart.Baseline is { } baseline)
            yield return $"Level line: {baseline.Label}";
        if (chart.Stages.Select(stage => stage.Label).OfType<string>().ToList() is { Count: > 0 } stages)
            yield return $"Dashed line with diamonds: {Say.List(stages)}";
        foreach (var comparator in chart.Comparators)
            yield return $"Dotted line: {comparator.Label}";
        if (chart.Gap is { } gap)
            yield return $"Upright line: {gap.Label}";
        foreach (var mark in chart.Marks)
            yield return $"Dashed upright line: {mark.Label}";
    }

    private static object Drawn(Chart chart) => new
    {
        chart.From,
        chart.To,
        chart.Unit,
        chart.IsOfRounds,
        Each = $"{char.ToUpperInvariant(chart.Each[0])}{chart.Each[1..]}",
        Scale = new { chart.Scale.Start, chart.Scale.End, chart.Scale.Step },
        Months = chart.Months.Select(month => new { Day = Middle(month), month.Value, month.Complete }),
        chart.Stages,
        chart.Reading,
        chart.Baseline,
        chart.Comparators,
        chart.Gap,
        chart.Marks,
    };

    // A month's dot stands in the middle of its days, a stage on its day.
    private static DateOnly Middle(ChartMonth month) => month.From.AddDays((month.To.DayNumber - month.From.DayNumber) / 2);
}

using System.Text.Json;
using AngleSharp.Dom;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Xunit;

namespace ImprovementSuite.Tests.Platform.Ui;

public class ChartTests
{
    [Fact]
    public void The_scale_keeps_clear_of_the_lowest_value_and_says_where_it_starts()
    {
        var chart = Of("%", 72.0m, 83.1m) with { Stages = [new(new DateOnly(2011, 3, 31), 87, "87% by Mar 2011")] };

        Assert.Equal((70m, 90m, 5m), chart.Scale);
        Assert.Equal("The scale starts at 70%.", chart.ScaleSentence);
    }

    [Fact]
    public void A_value_on_a_grid_line_does_not_lie_on_the_axis() => Assert.Equal((65m, 85m, 5m), Of("%", 70m, 85m).Scale);

    [Fact]
    public void Counts_near_zero_start_at_zero_and_say_nothing()
    {
        var chart = Of("", 3, 213);

        Assert.Equal((0m, 250m, 50m), chart.Scale);
        Assert.Equal("", chart.ScaleSentence);
    }

    [Fact]
    public void A_scale_from_zero_makes_no_cliff_of_a_few_points()
    {
        var chart = Of("%", 54.9m, 63.3m) with { FromZero = true };

        Assert.Equal((0m, 80m, 20m), chart.Scale);
        Assert.Equal("", chart.ScaleSentence);
    }

    [Fact]
    public void Only_rounds_have_years_on_the_axis()
    {
        Assert.False(IsOfRounds(Of("%", 80, 81) with { Each = "end of each month" }));
        Assert.True(IsOfRounds(Of("%", 80, 81) with { Each = "each round", IsOfRounds = true }));

        static bool IsOfRounds(Chart chart) => JsonDocument.Parse(Rendered(chart).QuerySelector("script")!.TextContent).RootElement.GetProperty("isOfRounds").GetBoolean();
    }

    [Fact]
    public void Every_mark_lies_inside_the_scale()
    {
        var chart = Of("%", 80, 81) with
        {
            Comparators = [new(71.7m, "Neighbours")],
            Gap = new ChartGap(new DateOnly(2010, 8, 20), 80.11m, 95.5m, "short"),
        };

        Assert.True(chart.Scale.Start < 71.7m);
        Assert.True(chart.Scale.End >= 95.5m);
    }

    [Fact]
    public void One_value_alone_has_a_scale() => Assert.True(Of("%", 80m).Scale is { Start: < 80, End: > 80 });

    [Fact]
    public void What_is_drawn_stands_in_the_page_as_inert_data_that_no_label_can_leave()
    {
        var chart = Of("%", 80, 81) with { Reading = new(new DateOnly(2010, 4, 1), new DateOnly(2010, 8, 20), 80.11m, "so far</script><script>") };

        var place = Rendered(chart);

        var script = Assert.Single(place.QuerySelectorAll("script"));
        Assert.Equal("application/json", script.GetAttribute("type"));
        using var data = JsonDocument.Parse(script.TextContent);
        Assert.Equal("2010-04-14", data.RootElement.GetProperty("months")[0].GetProperty("day").GetString());
        Assert.Equal("so far</script><script>", data.RootElement.GetProperty("reading").GetProperty("label").GetString());
    }

    [Fact]
    public void A_phone_reads_what_the_marks_are()
    {
        var chart = Of("%", 80, 81) with
        {
            Stages = [new(new DateOnly(2010, 3, 31), 75), new(new DateOnly(2010, 10, 31), 85, "85% by Oct 2010")],
            Baseline = new(new DateOnly(2009, 4, 1), new DateOnly(2010, 3, 31), 75.2m, "2009/10 baseline 75.2%"),
        };

        var key = Rendered(chart).NextElementSibling!.QuerySelectorAll("li").Select(line => line.TextContent);

        Assert.Equal(["Line with dots: each month", "Level line: 2009/10 baseline 75.2%", "Dashed line with diamonds: 85% by Oct 2010"], key);
    }

    private static IElement Rendered(Chart chart) =>
        TagHelperTests.Rendered(new ChartTagHelper { Chart = chart, ViewContext = new ViewContext { HttpContext = new DefaultHttpContext() } });

    private static Chart Of(string unit, params decimal[] values) =>
        new("Values by month", new DateOnly(2010, 4, 1), new DateOnly(2011, 3, 31), unit)
        {
            Months = [.. values.Select((value, i) => new ChartMonth(new DateOnly(2010, 4 + i, 1), new DateOnly(2010, 4 + i, 28), value))],
        };
}

using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Xunit;

namespace ImprovementSuite.Tests.Platform.Ui;

public class TagHelperTests
{
    [Fact]
    public void A_computed_colour_is_filled_and_a_declared_one_outlined_each_with_shape_and_word()
    {
        foreach (var colour in Enum.GetValues<Colour>())
        {
            var computed = Rendered(new RagTagHelper { Colour = colour, Voice = Voice.Computed });
            var declared = Rendered(new RagTagHelper { Colour = colour, Voice = Voice.Declared });

            Assert.True(computed.ClassList.Contains("rag--computed") && declared.ClassList.Contains("rag--declared"));
            Assert.NotNull(computed.QuerySelector("svg[aria-hidden=true]"));
            Assert.Equal(colour == Colour.None ? "No reading" : colour.ToString(), computed.TextContent);
            Assert.Equal(colour == Colour.None ? "None declared" : colour.ToString(), declared.TextContent);
        }
    }

    [Fact]
    public void Five_colours_have_five_shapes()
    {
        var shapes = Enum.GetValues<Colour>().Select(colour => Rendered(new RagTagHelper { Colour = colour }).QuerySelector("svg")!.InnerHtml);

        Assert.Equal(5, shapes.Distinct().Count());
    }

    [Fact]
    public void No_colour_can_say_why() =>
        Assert.Equal("Not yet due", Rendered(new RagTagHelper { Colour = Colour.None, Word = "Not yet due" }).TextContent);

    [Fact]
    public void An_attribute_that_Razor_left_empty_says_the_colour() =>
        Assert.Equal("Amber", Rendered(new RagTagHelper { Colour = Colour.Amber, Word = "" }).TextContent);

    [Fact]
    public void A_direction_has_an_arrow_and_a_word_and_none_is_said_in_words()
    {
        var improving = Rendered(new DirectionTagHelper { Direction = Direction.Improving, Note = "Lead's view" });
        Assert.Equal("Improving", improving.TextContent);
        Assert.NotNull(improving.QuerySelector("svg"));
        Assert.Equal("Lead's view", improving.NextElementSibling!.TextContent);

        var none = Rendered(new DirectionTagHelper());
        Assert.Equal("No earlier reading", none.TextContent);
        Assert.Null(none.QuerySelector("svg"));
    }

    [Fact]
    public void A_trend_runs_from_edge_to_edge_and_up_is_a_higher_value()
    {
        var picture = Rendered(new TrendPictureTagHelper { Reading = [Point(4, 10), Point(5, 20)], Expected = [Point(4, 15), Point(5, 15)] });

        Assert.Equal("3,29 75,3", picture.QuerySelector(".trend__reading")!.GetAttribute("points"));
        Assert.Equal("3,16 75,16", picture.QuerySelector(".trend__expected")!.GetAttribute("points"));
        Assert.Equal("true", picture.GetAttribute("aria-hidden"));
    }

    [Fact]
    public void One_reading_is_no_trend() => Assert.Equal("–", Rendered(new TrendPictureTagHelper { Reading = [Point(4, 10)] }).TextContent);

    [Fact]
    public void A_trend_that_never_moves_lies_in_the_middle() =>
        Assert.Equal("3,16 75,16", Rendered(new TrendPictureTagHelper { Reading = [Point(4, 10), Point(5, 10)] }).QuerySelector(".trend__reading")!.GetAttribute("points"));

    [Fact]
    public void A_bar_may_start_above_zero_and_never_leaves_its_track()
    {
        Assert.Equal("50%", Bar(75, from: 50).GetAttribute("width"));
        Assert.Equal("0%", Bar(40, from: 50).GetAttribute("width"));
        Assert.Equal("100%", Bar(120, from: 50).GetAttribute("width"));

        static IElement Bar(decimal value, decimal from) => Rendered(new TableBarTagHelper { Value = value, From = from }).QuerySelector(".table-bar__value")!;
    }

    [Fact]
    public void Nothing_is_styled_inline_since_the_content_security_policy_forbids_it()
    {
        TagHelper[] helpers =
        [
            new RagTagHelper(), new RagWordTagHelper(), new DirectionTagHelper { Direction = Direction.Level },
            new TrendPictureTagHelper { Reading = [Point(4, 1), Point(5, 2)] }, new TableBarTagHelper { Value = 10, Mark = 20 },
        ];

        Assert.All(helpers, helper => Assert.Empty(Rendered(helper).ParentElement!.QuerySelectorAll("[style], style")));
    }

    private static ChartPoint Point(int month, decimal value) => new(new DateOnly(2010, month, 1), value);

    internal static IElement Rendered(TagHelper helper)
    {
        var output = new TagHelperOutput("x", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "one"), output);
        using var html = new StringWriter();
        output.WriteTo(html, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(html.ToString()).Body!.FirstElementChild!;
    }
}

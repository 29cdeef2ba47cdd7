using ImprovementSuite.Contracts;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.Plan.Packs;

/// <summary>What a pack for publication leaves out: numbers of 1 to 4 people and whatever gives them away.</summary>
public sealed class PublicPackTests
{
    private const string Ni60 = "NI60";

    [Theory]
    [InlineData(3, 146, true)]
    [InlineData(143, 146, true)]
    [InlineData(2, 2, true)]
    [InlineData(0, 146, false)]
    [InlineData(146, 146, false)]
    [InlineData(5, 10, false)]
    [InlineData(0, 4, true)]
    public void A_count_is_small_as_what_is_counted_what_it_is_of_and_what_is_left(long numerator, long denominator, bool small) =>
        Assert.Equal(small, PublicPack.IsSmall(Figure.Rate(numerator, denominator)));

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(0, false)]
    public void A_count_without_a_whole_is_small_by_itself(long count, bool small) => Assert.Equal(small, PublicPack.IsSmall(Figure.Of(count)));

    [Fact]
    public void A_reading_with_a_small_number_is_gone_from_every_form_with_what_gives_it_away()
    {
        const string counts = "3 of 7,771";
        var pack = With(measure => measure with { UnderReading = counts, IsSmall = true, TrendIsSmall = true });
        pack = pack with { Lines = [.. pack.Lines.Select(line => line.Leading == Ni60 ? line with { UnderReading = counts } : line)] };
        var published = PublicPack.Of(pack);

        var line = published.Lines.Single(each => each.Leading == Ni60);
        Assert.Equal(("Suppressed", null, null, null), (line.Reading, line.UnderReading, line.Gap, line.DirectionNote));
        var measure = line.Measures.Single(each => each.Code == Ni60);
        Assert.Equal(("Suppressed", null, null, null), (measure.Reading, measure.Numerator, measure.Denominator, measure.Value));
        Assert.Empty(measure.Trend);
        var (text, confidential) = (Pack2010.PartOf(PackForm.Word.Write(published), "word/document.xml"), Pack2010.PartOf(PackForm.Word.Write(pack), "word/document.xml"));
        Assert.Contains("Suppressed", text);
        Assert.DoesNotContain(counts, text);
        Assert.Contains(counts, confidential);
        Assert.Equal(pack.Lines.Where(each => each.Leading != Ni60), published.Lines.Where(each => each.Leading != Ni60), new ByReading());
    }

    [Fact]
    public void A_small_number_of_an_earlier_month_takes_the_trend_alone()
    {
        var measure = PublicPack.Of(With(measure => measure with { IsSmall = false, TrendIsSmall = true })).Lines.SelectMany(line => line.Measures).First(each => each.Code == Ni60);

        Assert.NotEqual("Suppressed", measure.Reading);
        Assert.Empty(measure.Trend);
    }

    [Fact]
    public void What_was_restated_of_it_is_gone_too()
    {
        var pack = With(measure => measure with { IsSmall = true });
        var restated = Assert.Single(PublicPack.Of(pack with { Restated = [pack.Restated[0] with { Measure = Ni60 }] }).Restated);

        Assert.Equal(("Suppressed", "Suppressed"), (restated.Seen, restated.Now));
    }

    [Fact]
    public void A_pack_that_was_frozen_before_it_was_noted_whom_a_measure_counts_is_on_the_safe_side()
    {
        var measure = PublicPack.Of(With(measure => measure with { IsSmall = null, TrendIsSmall = null, Numerator = 3 })).Lines.SelectMany(line => line.Measures).First(each => each.Code == Ni60);

        Assert.Equal("Suppressed", measure.Reading);
    }

    [Fact]
    public async Task It_says_on_every_page_what_it_is_and_each_download_is_kept()
    {
        await using var suite = await RunningSuite.Start();
        await PlanModule.Load2010Plan(suite.Services, Actor.Suite);
        using var visitor = await Visitor.SignIn(suite, "demo-performance-manager");
        var link = (await visitor.Page("/plan/packs")).QuerySelectorAll("a[download]").Single(a => Visitor.Words(a) == "Word for publication, of 29 September 2010");

        var (file, name, _) = await visitor.Download(link.GetAttribute("href")!);

        Assert.Equal("improvement-plan-panel-2010-09-29-preview-for-publication.docx", name);
        var head = string.Concat(Enumerable.Range(1, 2).Select(i => Pack2010.PartOf(file, $"word/{(i == 1 ? "header" : "footer")}1.xml")));
        Assert.Contains("For publication: small numbers are suppressed", head);
        Assert.DoesNotContain("Confidential", head);
        Assert.Contains("Word for publication, preview of 20 August 2010", (await visitor.Page("/change-log")).Body!.TextContent);
    }

    private static PackContent With(Func<PackMeasure, PackMeasure> change) => Pack2010.Content with
    {
        Lines = [.. Pack2010.Content.Lines.Select(line => line with { Measures = [.. line.Measures.Select(measure => measure.Code == Ni60 ? change(measure) : measure)] })],
    };

    private sealed class ByReading : IEqualityComparer<PackLine>
    {
        public bool Equals(PackLine? one, PackLine? other) => (one?.Ref, one?.Reading, one?.UnderReading, one?.Gap) == (other?.Ref, other?.Reading, other?.UnderReading, other?.Gap);

        public int GetHashCode(PackLine line) => line.Ref.GetHashCode();
    }
}

using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.Sample;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Surveys;

/// <summary>Rounds are entered by hand; those with counts are readings, those published without are not.</summary>
public sealed class SurveyTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _lead = await SignIn(_suite, "demo-hr-lead");
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task A_round_with_counts_is_a_reading_on_its_day()
    {
        var page = await Enter("SOCIAL-WORKER-SURVEY", ("On", "30 June 2010"), ("Asked", "120"), ("Answered", "80"), ("Satisfied", "52"));
        await Enter("SCHOOLS-SURVEY-RESPONSE", ("On", "31 December 2009"), ("Asked", "120"), ("Answered", "75"));

        Assert.Contains("In the latest round, of 30 June 2010, it was 65% (52 of 80).", Words(page.QuerySelector("#SOCIAL-WORKER-SURVEY p")));
        Count(_suite);
        Assert.Equal((52, 80), Value(_suite, "SOCIAL-WORKER-SURVEY", new(2010, 6, 30), PeriodKind.Round));
        Assert.Equal((75, 120), Value(_suite, "SCHOOLS-SURVEY-RESPONSE", new(2009, 12, 31), PeriodKind.Round));
    }

    [Fact]
    public async Task A_corrected_day_moves_the_reading()
    {
        await Enter("SOCIAL-WORKER-SURVEY", ("On", "30 June 2010"), ("Answered", "80"), ("Satisfied", "52"));
        Count(_suite);

        await _lead.Send(await _lead.Page("/workforce/surveys/SOCIAL-WORKER-SURVEY/round/1"), "main form button", ("On", "31 May 2010"), ("Satisfied", "50"));

        Count(_suite);
        Assert.Equal((50, 80), Value(_suite, "SOCIAL-WORKER-SURVEY", new(2010, 5, 31), PeriodKind.Round));
        Assert.Equal((0, 0), Value(_suite, "SOCIAL-WORKER-SURVEY", new(2010, 6, 30), PeriodKind.Round));
    }

    [Fact]
    public async Task What_was_published_without_counts_is_shown_and_is_no_reading()
    {
        await Edit(_suite, db => SampleSurveys.Load(db, Actor.Suite));
        Count(_suite);
        using var reader = await SignIn(_suite, "demo-panel-member");

        var page = await reader.Page("/workforce/surveys");

        Assert.Equal("2 of 5 surveys have a round here. The targets of 2 are not yet due to be measured: their next round has not come.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            "It asks staff of Children and Young People's Services whether they are satisfied with the council as an employer. In the latest round, of 31 December 2009, it was 64% (counts not published). "
            + "The target of 69% is not yet due to be measured. Next round: 15 January 2011, a specific survey of CYPS from 22 November to 10 December 2010, with results in mid-January; the target is proposed.",
            Words(page.QuerySelector("#EOS-CYPS p")));
        Assert.Equal(["63%", "29%"], page.QuerySelectorAll("#SCHOOLS-SURVEY-RESPONSE td[data-label=Response]").Select(Words));
        Assert.Contains("rest of the council, to compare", Words(page.QuerySelector("#EOS-CYPS table")));
        Assert.Equal(0, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM measure_value WHERE Measure IN ('EOS-CYPS', 'SCHOOLS-SURVEY-RESPONSE')")));
        Assert.Empty(page.QuerySelectorAll("main a[href*=round]"));
        Assert.Contains("\"EOS-CYPS\"".Replace("EOS-CYPS", "Employee opinion survey, CYPS"), await reader.Text("/workforce/surveys?handler=Csv"));
    }

    [Theory]
    [InlineData("Answered", "150", "150 is more than the 120 that were asked")]
    [InlineData("Satisfied", "90", "90 is more than the 80 that answered")]
    [InlineData("Satisfied", "many", "“many” is not a whole number from 0 to 100,000")]
    [InlineData("Published", "64", "not both")]
    [InlineData("On", "1 September 2010", "1 September 2010 is still to come")]
    public async Task Counts_that_do_not_fit_are_said_and_nothing_typed_is_lost(string field, string typed, string sentence)
    {
        (string, string)[] right = [("On", "30 June 2010"), ("Asked", "120"), ("Answered", "80"), ("Satisfied", "52")];

        var page = await Enter("SOCIAL-WORKER-SURVEY", [.. right.Where(value => value.Item1 != field), (field, typed)]);

        Assert.Contains(sentence, Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Equal(typed, page.QuerySelector($"input[name={field}]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_second_to_say_when_the_next_is_sees_what_the_first_said()
    {
        var (one, other) = (await _lead.Page("/workforce/surveys/EOS-CYPS/next"), await _lead.Page("/workforce/surveys/EOS-CYPS/next"));
        await _lead.Send(one, "main form button", ("On", "15 January 2011"), ("Target", "69"));

        var second = await _lead.Send(other, "main form button", ("On", "31 January 2011"), ("Target", "70%"));

        Assert.Equal(["Day 15 January 2011 31 January 2011", "Target 69 70"], second.QuerySelectorAll("main table tbody tr").Select(Words));
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Enter(string survey, params (string, string)[] typed) =>
        await _lead.Send(await _lead.Page($"/workforce/surveys/{survey}/round"), "main form button", typed);
}

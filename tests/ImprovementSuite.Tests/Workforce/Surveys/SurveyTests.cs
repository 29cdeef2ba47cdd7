using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.Sample;
using ImprovementSuite.Workforce.Surveys;
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

    [Fact]
    public async Task A_survey_that_is_added_is_a_measure_and_its_target_is_not_yet_due()
    {
        var page = await Add(("SurveyTitle", "Newly qualified social worker survey"), ("Asks", "newly qualified social workers whether they are well supported"), ("Population", "24"), ("On", "15 January 2011"), ("Target", "75"));

        Assert.Equal("0 of 6 surveys have a round here. The target of 1 is not yet due to be measured: its next round has not come.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            "It asks newly qualified social workers whether they are well supported. About 24 are to be asked. No round is here yet. The target of 75% is not yet due to be measured. Next round: 15 January 2011.",
            Words(page.QuerySelector("#SURVEY-NEWLY-QUALIFIED-SOCIAL-WORKER p")));

        var round = await _lead.Page("/workforce/surveys/SURVEY-NEWLY-QUALIFIED-SOCIAL-WORKER/round");
        Assert.Equal("24", round.QuerySelector("input[name=Asked]")!.GetAttribute("value"));
        await _lead.Send(round, "main form button", ("On", "30 June 2010"), ("Answered", "20"), ("Satisfied", "13"));
        Count(_suite);
        Assert.Equal((13, 20), Value(_suite, "SURVEY-NEWLY-QUALIFIED-SOCIAL-WORKER", new(2010, 6, 30), PeriodKind.Round));
        Assert.Equal(
            "Newly qualified social worker survey asks newly qualified social workers whether they are well supported; about 24 are to be asked. Next 2011-01-15. Target 75%.",
            Read(_suite, connection => connection.Scalar<string>("SELECT After FROM change_log WHERE Action = 'added a survey'")));
    }

    [Fact]
    public async Task What_a_survey_asks_is_changed_and_its_rounds_stay()
    {
        await Enter("SOCIAL-WORKER-SURVEY", ("On", "30 June 2010"), ("Answered", "80"), ("Satisfied", "52"));
        var (one, other) = (await _lead.Page("/workforce/surveys/survey/SOCIAL-WORKER-SURVEY"), await _lead.Page("/workforce/surveys/survey/SOCIAL-WORKER-SURVEY"));
        Assert.Null(one.QuerySelector("[name=Value]"));

        var page = await _lead.Send(one, "main form button", ("SurveyTitle", "Health check of social workers"));
        Count(_suite);

        Assert.Contains("Health check of social workers", page.QuerySelectorAll("h2").Select(Words));
        Assert.Equal((52, 80), Value(_suite, "SOCIAL-WORKER-SURVEY", new(2010, 6, 30), PeriodKind.Round));
        var second = await _lead.Send(other, "main form button", ("Population", "130"));
        Assert.Equal(["Its name Health check of social workers Social worker survey", "About how many Nothing 130"], second.QuerySelectorAll("main table tbody tr").Select(Words));
    }

    [Theory]
    [InlineData("SurveyTitle", "", "Give its name")]
    [InlineData("SurveyTitle", "social worker SURVEY", "There is a survey of this name already")]
    [InlineData("Asks", " ", "Say whom it asks what")]
    [InlineData("Population", "a lot", "“a lot” is not a whole number")]
    [InlineData("Target", "101", "“101” is not a percentage")]
    [InlineData("On", "soon", "“soon” is not a day")]
    public async Task What_is_wrong_with_a_new_survey_is_said_and_nothing_typed_is_lost(string field, string typed, string sentence)
    {
        (string, string)[] right = [("SurveyTitle", "A survey"), ("Asks", "staff"), ("Population", "24"), ("On", "15 January 2011"), ("Target", "75")];

        var page = await Add([.. right.Where(value => value.Item1 != field), (field, typed)]);

        Assert.Contains(sentence, Words(page.QuerySelector(".govuk-error-summary")));
        foreach (var (name, value) in right.Where(value => value.Item1 != field))
            Assert.Equal(value, page.QuerySelector($"input[name={name}]")!.GetAttribute("value"));
    }

    [Fact]
    public void A_code_is_made_of_the_title_and_is_nobody_elses()
    {
        Assert.Equal("SURVEY-FOSTER-CARERS-2010-11", Survey.NewCode(" Foster carers, 2010/11? ", []));
        Assert.Equal("SURVEY-A-3", Survey.NewCode("a", ["SURVEY-A", "SURVEY-A-2"]));
        Assert.Equal("SURVEY", Survey.NewCode("???", []));
        Assert.Equal("SURVEY", Survey.NewCode(new string('x', 100), []));
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Add(params (string, string)[] typed) => await _lead.Send(await _lead.Page("/workforce/surveys/survey"), "main form button", typed);

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Enter(string survey, params (string, string)[] typed) =>
        await _lead.Send(await _lead.Page($"/workforce/surveys/{survey}/round"), "main form button", typed);
}

extern alias agent;

using agent::ImprovementSuite.FeedAgent.Extracts;
using agent::ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.Tests.FeedAgent;

public sealed class CinReturnTests : IDisposable
{
    private readonly ExtractFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void An_episode_becomes_a_referral_and_its_assessments()
    {
        var rows = Rows(ExtractFile.Sample("CIN_Census_2024.xml"));

        Assert.Equal(
            [
                (34, "DfEX0000001/2022-10-06"), (41, "DfEX0000001/2022-10-06/A/2028-04-28"),
                (86, "child_fails_assessments/2024-10-24"), (92, "child_fails_assessments/2024-10-24/A/2023-12-25"),
            ],
            rows.Where(row => row.Record!.RecordCase is CaseRecord.RecordOneofCase.Referral or CaseRecord.RecordOneofCase.Assessment).Select(row => (row.Row, row.Record!.Key.RecordId)));
        var referral = rows[0].Record!.Referral;
        Assert.Equal(("DfEX0000001", "2022-10-06", "1A"), (referral.Child, referral.ReceivedOn, referral.Source));
        Assert.Equal(("single_assessment", "2023-02-27"), (referral.Outcome, referral.ClosedOn));
        var assessment = rows.Last(row => row.Record!.Assessment is not null).Record!.Assessment;
        Assert.Equal(("single", "child_fails_assessments", "child_fails_assessments/2024-10-24"), (assessment.Kind, assessment.Child, assessment.ReferralId));
        Assert.Equal(("2023-12-25", "2024-01-27"), (assessment.StartedOn, assessment.CompletedOn));
    }

    [Fact]
    public void An_episode_brings_its_enquiry_conferences_and_plan_and_the_child_its_birth()
    {
        var rows = Rows(ExtractFile.Sample("CIN_Census_2024.xml")).Select(row => row.Record!).Where(record => record.Key.RecordId.StartsWith("DfEX0000001", StringComparison.Ordinal)).ToList();

        var enquiry = rows.Single(record => record.Section47Enquiry is not null);
        Assert.Equal(("DfEX0000001/2022-10-06/S47/2022-06-02", "2022-06-02", "conference"), (enquiry.Key.RecordId, enquiry.Section47Enquiry.StrategyDiscussionOn, enquiry.Section47Enquiry.Outcome));
        Assert.Equal(
            [("initial", "2022-06-17", enquiry.Key.RecordId), ("review", "2023-02-15", "")],
            rows.Select(record => record.Conference).OfType<Conference>().Select(conference => (conference.Kind, conference.HeldOn, conference.EnquiryId)));
        var plan = rows.Single(record => record.ProtectionPlan is not null).ProtectionPlan;
        Assert.Equal(("2022-02-17", "2023-03-14", "PHY", 10, "2022-12-06"), (plan.StartedOn, plan.EndedOn, plan.Category, plan.PreviousPlans, plan.ConferenceOn));
        var child = rows.Single(record => record.Child is not null);
        Assert.Equal(("DfEX0000001", "2015-03-27", false), (child.Key.RecordId, child.Child.BornOn, child.Child.Unborn));
    }

    [Theory]
    [InlineData("CIN_Census_2021.xml", 2, "2022-04-01", "2023-03-31")]
    [InlineData("CIN2rows.xml", 2, "2023-04-01", "2024-03-31")]
    [InlineData("CIN_Census_2024.xml", 4, "2023-04-01", "2024-03-31")]
    public void Returns_of_several_years_are_read_with_their_stray_text(string sample, int records, string from, string to)
    {
        var extract = Assert.IsType<CinReturn>(Extract.Open(ExtractFile.Sample(sample)));

        Assert.Equal(records, extract.Rows().Count(row => row.Record is { Referral: not null } or { Assessment: not null }));
        Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(to)), (extract.WindowFrom, extract.ReferenceDate));
    }

    [Theory]
    [InlineData("<DateTime>2023-05-23T11:14:05</DateTime>", "2023-05-23T11:14:05Z")]
    [InlineData("<DateTime>2023-05-23T11:14:05+01:00</DateTime>", "2023-05-23T10:14:05Z")]
    [InlineData("", "2024-03-31T00:00:00Z")]
    public void The_version_is_when_the_return_was_made_or_else_its_reference_date(string made, string version)
    {
        var rows = Rows(Write(Episode("2023-06-01"), made));

        Assert.Equal(DateTimeOffset.Parse(version).ToUnixTimeMilliseconds(), Assert.Single(rows).Record!.Key.Version);
    }

    [Theory]
    [InlineData("true", "nfa")]
    [InlineData("1", "nfa")]
    [InlineData("false", "")]
    [InlineData("0", "")]
    public void A_referral_without_further_action_has_that_outcome(string flag, string outcome)
    {
        var rows = Rows(Write($"<CINdetails><CINreferralDate>2023-06-01</CINreferralDate><ReferralNFA>{flag}</ReferralNFA></CINdetails>"));

        Assert.Equal(outcome, Assert.Single(rows).Record!.Referral.Outcome);
    }

    [Fact]
    public void A_second_episode_of_the_same_day_has_a_name_of_its_own()
    {
        var rows = Rows(Write(Episode("2023-06-01") + Episode("2023-06-01") + Episode("2023-06-01")));

        Assert.Equal(["CH-1/2023-06-01", "CH-1/2023-06-01#2", "CH-1/2023-06-01#3"], rows.Select(row => row.Record!.Key.RecordId));
    }

    [Fact]
    public void Unknown_groups_and_a_namespace_are_tolerated()
    {
        var rows = Rows(_file.Write("return.xml", """
            <Message xmlns="urn:local">
            <Header><CollectionDetails><Collection>CIN</Collection><ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails></Header>
            <Children><Child><ChildIdentifiers><LAchildID>CH-1</LAchildID></ChildIdentifiers>
            <CINdetails><PreProceedingsandFGDM><CINreferralDate>1999-01-01</CINreferralDate></PreProceedingsandFGDM>text
            <CINreferralDate>2023-06-01</CINreferralDate></CINdetails>
            </Child></Children></Message>
            """));

        Assert.Equal("2023-06-01", Assert.Single(rows).Record!.Referral.ReceivedOn);
    }

    [Fact]
    public void An_episode_that_cannot_be_told_from_others_is_told_with_its_line()
    {
        var row = Assert.Single(Rows(Write("\n<CINdetails><ReferralNFA>0</ReferralNFA></CINdetails>")));

        Assert.Equal((3, "CINreferralDate", "CH-1"), (row.Row, row.Problem!.Field, row.Problem.RecordId));
    }

    [Fact]
    public void A_broken_file_is_told_with_line_and_column_before_anything_is_read_of_it()
    {
        var path = _file.Write("return.xml",
            "<Message>\n<Header><ReferenceDate>2024-03-31</ReferenceDate><Collection>CIN</Collection></Header>\n<Children>\n  <Child></Chid>\n</Children></Message>");

        var told = Assert.Throws<ExtractException>(() => Extract.Open(path));

        Assert.StartsWith("return.xml, line 4, column 12: the file is broken here.", told.Message);
    }

    [Fact]
    public void A_document_type_is_refused()
    {
        var path = _file.Write("return.xml", "<!DOCTYPE Message [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>\n<Message><Header/></Message>");

        Assert.Contains("begins with a document type (DOCTYPE), which a census return does not need and which is not read", Assert.Throws<ExtractException>(() => Extract.Open(path)).Message);
    }

    [Theory]
    [InlineData("<Invoice/>", "is not a census return")]
    [InlineData("<Message><Header><Collection>SSDA903</Collection></Header></Message>", "is a return of the collection \"SSDA903\"")]
    [InlineData("<Message><Header><Collection>CIN</Collection></Header></Message>", "the header's ReferenceDate is \"\"")]
    public void Another_kind_of_xml_is_told(string xml, string sentence)
    {
        var told = Assert.Throws<ExtractException>(() => Extract.Open(_file.Write("return.xml", xml)));

        Assert.Contains(sentence, told.Message);
    }

    private static List<ExtractRow<CaseRecord>> Rows(string path) => [.. ((RecordExtract<CaseRecord>)Extract.Open(path)).Rows()];

    private static string Episode(string receivedOn) => $"<CINdetails><CINreferralDate>{receivedOn}</CINreferralDate></CINdetails>";

    private string Write(string episodes, string made = "") => _file.Write("return.xml",
        "<Message><Header><CollectionDetails><Collection>CIN</Collection><ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails>"
        + $"<Source>{made}</Source></Header>\n<Children><Child><ChildIdentifiers><LAchildID>CH-1</LAchildID></ChildIdentifiers>"
        + $"{episodes}</Child></Children></Message>");
}

extern alias agent;

using agent::ImprovementSuite.FeedAgent.Extracts;
using agent::ImprovementSuite.FeedAgent.Sending;
using agent::ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.Tests.FeedAgent;

public sealed class CaseCsvTests : IDisposable
{
    private readonly ExtractFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void A_row_becomes_a_referral_with_all_its_fields()
    {
        var row = Assert.Single(Rows("""
            referral_id,version,child,received_on,source,outcome,team,locality,allocations,worker,recorded_on,closed_on
            R-1,3,CH-9,2010-07-01,1A,initial_assessment,Central 2,Central,North 1@North@2010-07-09; North 2@North@2010-08-02,C. Okafor,2010-07-04,2010-08-05
            """));

        var referral = row.Record!.Referral;
        Assert.Equal((2, "R-1", 3, false), (row.Row, row.Record.Key.RecordId, row.Record.Key.Version, row.Record.Key.Deleted));
        Assert.Equal(("CH-9", "2010-07-01", "1A", "initial_assessment"), (referral.Child, referral.ReceivedOn, referral.Source, referral.Outcome));
        Assert.Equal(("C. Okafor", "2010-07-04", "2010-08-05"), (referral.Worker, referral.RecordedOn, referral.ClosedOn));
        Assert.Equal(
            [("Central 2", "Central", ""), ("North 1", "North", "2010-07-09"), ("North 2", "North", "2010-08-02")],
            referral.Allocations.Select(allocation => (allocation.Team, allocation.Locality, allocation.Since)));
    }

    [Fact]
    public void A_row_becomes_a_contact_with_all_its_fields()
    {
        var contact = Assert.Single(Rows("""
            contact_id,version,child,received_on,source,outcome,team,locality,worker,recorded_on
            C-1,1,CH-9,2010-07-01,6,nfa,Central 2,Central,C. Okafor,2010-07-02
            """)).Record!.Contact;

        Assert.Equal(("CH-9", "2010-07-01", "6", "nfa"), (contact.Child, contact.ReceivedOn, contact.Source, contact.Outcome));
        Assert.Equal(("C. Okafor", "2010-07-02", "Central 2"), (contact.Worker, contact.RecordedOn, Assert.Single(contact.Allocations).Team));
    }

    [Fact]
    public void A_row_becomes_an_assessment_with_all_its_fields()
    {
        var assessment = Assert.Single(Rows("""
            assessment_id,version,child,kind,referral_id,started_on,completed_on,outcome,worker,recorded_on
            IA-1,2,CH-9,initial,R-1,2010-07-02,2010-07-09,core_assessment,C. Okafor,2010-07-12
            """)).Record!.Assessment;

        Assert.Equal(("CH-9", "initial", "R-1"), (assessment.Child, assessment.Kind, assessment.ReferralId));
        Assert.Equal(("2010-07-02", "2010-07-09", "2010-07-12"), (assessment.StartedOn, assessment.CompletedOn, assessment.RecordedOn));
        Assert.Equal(("core_assessment", "C. Okafor", 0), (assessment.Outcome, assessment.Worker, assessment.Allocations.Count));
    }

    [Fact]
    public void Every_type_of_record_can_be_read()
    {
        var plan = Assert.Single(Rows("protection_plan_id,version,child,started_on,ended_on,category,previous_plans,team,locality\nP-1,1,CH-9,2009-02-01,,NEG,2,Central 2,Central\n")).Record!;
        Assert.Equal(("P-1", "CH-9", "2009-02-01", "", "NEG", 2), (plan.Key.RecordId, plan.ProtectionPlan.Child, plan.ProtectionPlan.StartedOn, plan.ProtectionPlan.EndedOn, plan.ProtectionPlan.Category, plan.ProtectionPlan.PreviousPlans));
        Assert.Equal("Central 2", Assert.Single(plan.ProtectionPlan.Allocations).Team);

        var child = Assert.Single(Rows("Child ID,Version,Born on,Restricted\nCH-9,1,2001-04-05,yes\n")).Record!;
        Assert.Equal(("CH-9", "2001-04-05", false, true), (child.Key.RecordId, child.Child.BornOn, child.Child.Unborn, child.Child.Restricted));

        var conference = Assert.Single(Rows("conference_id,version,child,kind,held_on,enquiry_id\nIC-1,1,CH-9,initial,2010-07-01,S-1\n")).Record!;
        Assert.Equal(("initial", "S-1"), (conference.Conference.Kind, conference.Conference.EnquiryId));

        var types = CaseRecord.Descriptor.Oneofs.Single().Fields.Select(type => type.Name).ToList();
        Assert.All(types, type => Assert.Equal(type, Assert.Single(Rows($"{type}_id,version,child,kind,received_on,strategy_discussion_on,birthday_on,due_on\nX-1,1,,,,,,\n")).Record!.TypeName()));
    }

    [Theory]
    [InlineData("protection_plan_id,version,child,previous_plans\nP-1,1,CH-9,several\n", "previous_plans", "\"several\" is no whole number.")]
    [InlineData("early_help_assessment_id,version,child,instead_of_assessment\nE-1,1,CH-9,maybe\n", "instead_of_assessment", "\"maybe\" is neither yes nor no.")]
    public void A_field_that_is_no_number_or_no_yes_is_told(string csv, string field, string sentence)
    {
        var problem = Assert.Single(Rows(csv)).Problem!;
        Assert.Equal((field, sentence), (problem.Field, problem.Sentence));
    }

    [Theory]
    [InlineData("Referral ID,Version,CHILD,Received On")]
    [InlineData("\uFEFFreferralid, version ,Child,received-on")]
    [InlineData("Referral ID;Version;Child;Received On")]
    public void Headings_are_matched_whatever_their_case_spaces_and_separators(string headings)
    {
        var separator = headings.Contains(';') ? ';' : ',';
        var row = Assert.Single(Rows($"{headings}\n{string.Join(separator, "R-1", "1", "CH-9", "2010-07-01")}\n"));

        Assert.Equal("2010-07-01", row.Record!.Referral.ReceivedOn);
    }

    [Fact]
    public void A_version_may_be_the_instant_of_the_last_change()
    {
        var row = Assert.Single(Rows("referral_id,version,child,received_on\nR-1,2010-08-19T16:04:00Z,CH-9,2010-07-01\n"));

        Assert.Equal(new DateTimeOffset(2010, 8, 19, 16, 4, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), row.Record!.Key.Version);
    }

    [Fact]
    public void A_row_may_withdraw_its_record()
    {
        var row = Assert.Single(Rows("contact_id,version,deleted,child,received_on\nC-1,2,Yes,,\n"));

        Assert.True(row.Record!.Key.Deleted);
        Assert.NotNull(row.Record.Contact);
    }

    [Fact]
    public void A_date_that_is_none_is_left_for_the_suite_to_reject()
    {
        var row = Assert.Single(Rows("contact_id,version,child,received_on\nC-1,1,CH-9,31/06/2010\n"));

        Assert.Equal("31/06/2010", row.Record!.Contact.ReceivedOn);
    }

    [Theory]
    [InlineData("R-1,first,,CH-9,2010-07-01,", "version", "\"first\" is neither a whole number nor an instant")]
    [InlineData("R-1,-1,,CH-9,2010-07-01,", "version", "\"-1\" is neither a whole number nor an instant")]
    [InlineData("R-1,1,perhaps,CH-9,2010-07-01,", "deleted", "\"perhaps\" is neither yes nor no")]
    [InlineData("R-1,1,,CH-9,2010-07-01,North 1@2010-07-09", "allocations", "\"North 1@2010-07-09\" is not of the form team@locality@since")]
    [InlineData("R-1,1,,CH-9", "", "The row has 4 fields where the headings are 6")]
    [InlineData("R-1,1,,CH-9,2010-07-01,,,", "", "The row has 8 fields where the headings are 6")]
    public void A_row_that_makes_no_record_is_told_with_its_field_and_the_rest_is_read(string line, string field, string sentence)
    {
        var rows = Rows($"referral_id,version,deleted,child,received_on,allocations\nR-0,1,,CH-8,2010-07-01,\n{line}\nR-2,1,,CH-9,2010-07-02,\n");

        Assert.Equal(["R-0", "R-2"], rows.Where(row => row.Record is not null).Select(row => row.Record!.Key.RecordId));
        var unreadable = Assert.Single(rows, row => row.Record is null);
        Assert.Equal((3, "referral", "R-1", field), (unreadable.Row, unreadable.Problem!.RecordType, unreadable.Problem.RecordId, unreadable.Problem.Field));
        Assert.StartsWith(sentence, unreadable.Problem.Sentence);
    }

    [Theory]
    [InlineData("id,version,child,received_on", "none of the headings contact_id, referral_id, assessment_id, child_id")]
    [InlineData("referral_id,version,child", "a file of referrals needs the heading received_on")]
    [InlineData("assessment_id,child", "a file of assessments needs the heading version and kind")]
    [InlineData("contact_id,version,child,received_on,Received On", "the heading received_on stands there twice")]
    public void Headings_that_do_not_do_are_told(string headings, string sentence)
    {
        var told = Assert.Throws<ExtractException>(() => Rows(headings + "\n"));

        Assert.Contains(sentence, told.Message);
    }

    [Fact]
    public void An_unknown_column_is_left_out_and_named()
    {
        var extract = (RecordExtract<CaseRecord>)Extract.Open(_file.Write("contacts.csv", "contact_id,version,child,received_on,Eye colour\nC-1,1,CH-9,2010-07-01,blue\n"));

        Assert.Equal("These columns of contacts.csv are not known and are left out: Eye colour.", extract.Notice);
        Assert.NotNull(Assert.Single(extract.Rows()).Record);
    }

    [Fact]
    public void A_quotation_mark_that_is_not_closed_is_told_with_its_row()
    {
        var lines = string.Concat(Enumerable.Range(1, 100_000).Select(n => $"C-{n},1,CH-9,2010-07-01\n"));
        var told = Assert.Throws<ExtractException>(() => Rows(
            $"contact_id,version,child,received_on\nC-0,1,CH-9,2010-07-01\nC-x,1,\"CH-9,2010-07-01\n{lines}"));

        Assert.StartsWith("extract.csv, row 3: the row has more than 1,048,576 characters, which is the most. Look for a quotation mark that is not closed,", told.Message);
    }

    [Fact]
    public void A_folder_is_sent_file_by_file_and_its_list_of_rejected_rows_is_not()
    {
        _file.Write("referrals.csv", "referral_id,version,child,received_on\n");
        _file.Write("contacts.csv", "contact_id,version,child,received_on\n");
        _file.Write("rejected.csv", "file,row,record_type,record_id,field,code,reason\n");
        _file.Write("notes.txt", "see above");

        Assert.Equal(["contacts.csv", "referrals.csv"], Extract.OpenAll(_file.Folder).Select(extract => extract.Name));
    }

    [Fact]
    public void A_changed_file_is_another_stream()
    {
        var first = Extract.Open(_file.Write("contacts.csv", "contact_id,version,child,received_on\nC-1,1,CH-9,2010-07-01\n")).StreamName;
        var second = Extract.Open(_file.Write("contacts.csv", "contact_id,version,child,received_on\nC-1,2,CH-9,2010-07-01\n")).StreamName;

        Assert.StartsWith("contacts.csv-", first);
        Assert.NotEqual(first, second);
    }

    private List<ExtractRow<CaseRecord>> Rows(string csv) => [.. ((RecordExtract<CaseRecord>)Extract.Open(_file.Write("extract.csv", csv))).Rows()];
}

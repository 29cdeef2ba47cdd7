using CsCheck;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.AnnexA;
using ImprovementSuite.SocialCare.AnnexA.Reading;
using ImprovementSuite.SocialCare.AnnexA.Workbook;
using ImprovementSuite.SocialCare.Feed.V1;
using static ImprovementSuite.Tests.SocialCare.AnnexA.AnnexAFile;

namespace ImprovementSuite.Tests.SocialCare.AnnexA;

/// <summary>What the rows of a workbook become, and why some become nothing.</summary>
public sealed class AnnexAReaderTests
{
    private static readonly DateOnly Day = new(2010, 7, 5);

    [Fact]
    public void The_sample_is_read_whole()
    {
        var (rows, lists) = Read(Sample, new DateOnly(2024, 12, 20));

        Assert.Equal(
            [
                "1: 5 rows, 0 remarked, 0 rejected", "2: 5 rows, 0 remarked, 0 rejected", "3: 6 rows, 0 remarked, 0 rejected", "4: 5 rows, 5 remarked, 0 rejected",
                "5: 5 rows, 0 remarked, 0 rejected", "6: 5 rows, 5 remarked, 0 rejected", "7: 7 rows, 0 remarked, 0 rejected", "8: 5 rows, 5 remarked, 0 rejected",
                "9: 6 rows, 6 remarked, 0 rejected", "10: 5 rows, 0 remarked, 0 rejected", "11: 5 rows, 0 remarked, 0 rejected",
            ],
            lists.Select(list => $"{list.List}: {list.Rows} rows, {list.Remarked} remarked, {list.Rejected} rejected"));
        Assert.All(lists, list => Assert.Empty(list.Missing.Concat(list.Unknown)));
        Assert.Equal(
            [
                "4 Was the child assessed as requiring LA children's social care support? is no known spelling of a code: 5, first in row 2",
                "6 Primary Need Code is no known spelling of a code: 1, first in row 2",
                "6 Allocated Team is an Excel error such as #N/A: 5, first in row 2",
                "6 Allocated Worker is an Excel error such as #N/A: 5, first in row 2",
                "8 Ethnicity is blank: 1, first in row 4",
                "8 Placement Provider is no known spelling of a code: 5, first in row 2",
                "8 Placement postcode is no postcode: 1, first in row 3",
                "8 Placement postcode is blank: 1, first in row 5",
                "8 Placement Location is blank: 5, first in row 2",
                "8 LA of Placement is no known spelling of a code: 5, first in row 2",
                "9 Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N) is blank: 6, first in row 2",
                "9 Allocated Personal Advisor is blank: 6, first in row 2",
            ],
            lists.SelectMany(list => list.Remarks.Select(remark => $"{list.List} {remark.Column} {remark.What}: {remark.Cells}, first in row {remark.FirstRow}")));
        Assert.Equal(
            [
                "Contact 5", "Child 36", "EarlyHelpAssessment 5", "Referral 6", "Assessment 5", "Section47Enquiry 5", "Conference 8", "ProtectionPlan 7", "LookedAfterPeriod 5", "LookedAfterReview 5",
            ],
            rows.SelectMany(row => row.Records).GroupBy(record => record.RecordCase).Select(type => $"{type.Key} {type.Count()}"));
    }

    [Fact]
    public void Headings_match_in_every_disguise()
    {
        string[] signs = ["‘", "’", "'", "\"", "“", " ", "  ", "(", ")", "[", "]", ".", "?", "_", "\u00a0", "\n"];
        var disguised =
            from list in Gen.Int[1, 11].Select(AnnexATemplate.List)
            from noise in Gen.Select(Gen.Int[0, signs.Length - 1].Select(sign => signs[sign]), Gen.Int[0, 200]).Array[0, 6]
            from upper in Gen.Bool.Array[80]
            select (list, Headings: list.Columns.Select(column => Disguised(column.Heading, noise, upper)).ToArray());

        disguised.Sample(sheet =>
        {
            var read = ListHeadings.Read(sheet.list, sheet.Headings.Select(WorkbookCell.OfText).ToArray())!;
            return read.Missing.Count == 0 && read.Unknown.Count == 0;
        });

        static string Disguised(string heading, (string Sign, int Place)[] noise, bool[] upper)
        {
            var text = string.Concat(heading.Select((letter, i) => upper[i % upper.Length] ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter)));
            return noise.Aggregate(text.Replace('\'', '’'), (so, one) => so.Insert(one.Place % (so.Length + 1), one.Sign));
        }
    }

    [Fact]
    public void Short_forms_titles_and_foreign_columns_are_understood()
    {
        var (rows, lists) = Read(new WorkbookWriter().Sheet("LIST  01 contacts",
            ["Annex A, list 1"], [],
            ["Child ID", "Gender", "Ethnicity", "DOB", "Age", "Shoe size", "date of contact"],
            ["C1", "F", "wbri", "1/2/2003", 7, 31, Day]).ToBytes());

        Assert.Equal(("Contact Source", "Shoe size"), (Assert.Single(lists[0].Missing), Assert.Single(lists[0].Unknown)));
        Assert.Equal(["C1/1/2010-07-05", "C1"], Assert.Single(rows).Records.Select(record => record.Key.RecordId));
        Assert.Equal("2003-02-01", rows[0].Records[1].Child.BornOn);
    }

    [Fact]
    public void Local_spellings_are_the_codes_of_annex_a()
    {
        Assert.Equal("a) White", Spellings.Of("Ethnicity").CodeOf(" A) wbri "));
        Assert.Equal("g) Police", Spellings.Of("Contact Source").CodeOf("POLICE   (jdst)"));
        Assert.Equal("True", Spellings.Of("Referral NFA?").CodeOf("no further action"));
        Assert.Null(Spellings.Of("Referral NFA?").CodeOf("perhaps"));
        Assert.All(AnnexATemplate.Lists.SelectMany(list => list.Columns), column => Assert.Equal(column.Kind == ColumnKind.Category, column.Spellings is not null));
    }

    [Theory]
    [InlineData("q) 6: Police", "6")]
    [InlineData("b) 1B: Individual", "1B")]
    [InlineData("j) 3D: Health services", "3D")]
    [InlineData("Police", "6")]
    [InlineData("7 - Police", "6")]
    [InlineData("a) Individual", "")]
    [InlineData("Somebody nice", "")]
    public void Who_made_a_contact_is_said_by_its_census_code(string written, string code)
    {
        var (rows, _) = Read(new WorkbookWriter().List(1, Contact("C1", Day, ("Contact Source", written))).ToBytes());

        Assert.Equal(code, rows[0].Records[0].Contact.Source);
    }

    [Fact]
    public void A_day_is_a_day_however_it_is_written()
    {
        object[] written = [Day, "05/07/2010", "5/7/2010", "2010-07-05", "2010-07-05T00:00:00", "05/07/2010 00:00:00", 40364, 40364.75];

        var (rows, _) = Read(new WorkbookWriter().List(1, [.. written.Select((day, i) => Contact($"C{i}", day))]).ToBytes());

        Assert.All(rows, row => Assert.Equal("2010-07-05", row.Records[0].Contact.ReceivedOn));
        Assert.Equal(written.Length, rows.Count);
    }

    [Theory]
    [InlineData("31/02/2010", RejectionCode.BadDate, "\"31/02/2010\" is no day of the calendar. Correct the cell and send the workbook again.")]
    [InlineData("soon", RejectionCode.BadDate, "\"soon\" is no day of the calendar. Correct the cell and send the workbook again.")]
    [InlineData("21/08/2010", RejectionCode.DateOutOfRange, "21 August 2010 is after today (20 August 2010). Correct the cell, or send the workbook when the day has come.")]
    [InlineData("31/12/1989", RejectionCode.DateOutOfRange, "days before 1 January 1990 are not taken, and this is 31 December 1989. Correct the cell and send the workbook again.")]
    [InlineData(null, RejectionCode.MissingField, "the cell is blank. Fill it in and send the workbook again.")]
    [InlineData("#N/A", RejectionCode.UnknownCode, "#N/A is an error of Excel and no content. Correct the cell and send the workbook again.")]
    public void A_bad_cell_rejects_its_row_by_itself_and_says_where_it_is(string? written, RejectionCode code, string sentence)
    {
        var (rows, lists) = Read(new WorkbookWriter().List(3, Referral("C1", Day), Referral("C2", written), Referral("C3", Day)).ToBytes());

        var rejected = Assert.Single(rows, row => row.Rejected is not null).Rejected!;
        var problem = Assert.Single(rejected.Problems);
        Assert.Equal((code, "List 3, row 3, Date of referral", $"List 3, row 3, Date of referral: {sentence}"), (problem.Code, problem.Field, problem.Sentence));
        Assert.Equal(("referral", "List 3, row 3"), (rejected.Type, rejected.Id));
        Assert.Equal((3L, 1L, 2L), (lists[2].Rows, lists[2].Rejected, lists[2].Good));
    }

    [Fact]
    public void A_bad_cell_is_only_remarked_where_nothing_needs_it()
    {
        var (rows, lists) = Read(new WorkbookWriter()
            .List(1, Contact("C1", Day, ("Gender", new WorkbookWriter.Error("#N/A")), ("Ethnicity", null), ("Date of Birth", "nope")), Contact("C2", Day))
            .List(3, Referral("C1", Day, ("Allocated Team", new WorkbookWriter.Error("#N/A"))), Referral("C2", Day, ("Allocated Team", null)), Referral("C3", Day, ("Referral NFA?", "perhaps")))
            .List(6, [("Child Unique ID", "C1"), ("Allocated Team", new WorkbookWriter.Error("#REF!"))]).ToBytes());

        Assert.Equal(["Gender is an Excel error such as #N/A", "Ethnicity is blank", "Date of Birth is no day of the calendar"], lists[0].Remarks.Select(remark => $"{remark.Column} {remark.What}"));
        Assert.All(lists[0].Remarks, remark => Assert.Equal((1, 2), (remark.Cells, remark.FirstRow)));
        Assert.Equal((1L, 1L, 0L), (lists[0].Remarked, lists[0].Good, lists[0].Rejected));
        Assert.Equal(
            ["List 3, row 2, Allocated Team", "List 3, row 4, Referral NFA?"], rows.Where(row => row.Rejected is not null).SelectMany(row => row.Rejected!.Problems).Select(problem => problem.Field));
        Assert.Equal((1L, 2L), (lists[2].Remarked, lists[2].Rejected));
        Assert.Contains(lists[5].Remarks, remark => remark is { Column: "Allocated Team", What: "is an Excel error such as #N/A" });
        Assert.Equal(0, lists[5].Rejected);
    }

    [Fact]
    public void An_assessment_belongs_to_the_childs_latest_referral_up_to_its_start()
    {
        var (rows, _) = Read(new WorkbookWriter()
            // The order of the sheets does not matter.
            .List(4, Assessment("C1", Day, "06/07/2010"), Assessment("C1", Day.AddDays(-40), null), Assessment("C2", Day, "20/07/2010"), Assessment("C1", Day.AddDays(9), "01/07/2010"))
            .List(3, Referral("C1", Day), Referral("C1", Day.AddDays(-9)), Referral("C1", Day.AddDays(3)), Referral("C2", Day.AddDays(1))).ToBytes());

        var assessments = rows.SelectMany(row => row.Records).Where(record => record.Assessment is not null).Select(record => record.Assessment).ToList();
        Assert.Equal(["C1/3/2010-07-05", "", ""], assessments.Select(assessment => assessment.ReferralId));
        Assert.Equal(("single", "2010-07-05", "2010-07-06", "North 1", "A. Rahman"),
            (assessments[0].Kind, assessments[0].StartedOn, assessments[0].CompletedOn, assessments[0].Allocations[0].Team, assessments[0].Worker));
        Assert.Equal(
            "List 4, row 5, Continuous Assessment Date of Authorisation: 1 July 2010 lies before Continuous Assessment Start Date (14 July 2010). Correct one of the cells and send the workbook again.",
            Assert.Single(rows, row => row.Rejected is not null).Rejected!.Problems.Single().Sentence);
    }

    [Fact]
    public void A_second_record_of_the_same_child_list_and_day_gets_a_number()
    {
        var (rows, _) = Read(new WorkbookWriter().List(3, Referral("C1", Day), Referral("C1", Day, ("Referral NFA?", "?")), Referral("C1", Day, ("Referral NFA?", "NFA"))).ToBytes());

        Assert.Equal(["C1/3/2010-07-05", "C1/3/2010-07-05#3"], rows.SelectMany(row => row.Records).Select(record => record.Key.RecordId));
        Assert.Equal("C1/3/2010-07-05#2", rows[1].Rejected!.Id);
        Assert.Equal(["", "nfa"], rows.SelectMany(row => row.Records).Select(record => record.Referral.Outcome));
        Assert.All(rows.SelectMany(row => row.Records), record => Assert.Equal(7, record.Key.Version));
    }

    [Fact]
    public void Enquiries_plans_and_periods_bring_their_conferences_and_reviews()
    {
        var (rows, _) = Read(new WorkbookWriter()
            .List(5,
                [("Child Unique ID", "C1"), ("Strategy discussion initiating Section 47 Enquiry Start Date", Day), ("Date of Initial Child Protection Conference", Day.AddDays(14)), ("Did the Initial Child Protection Conference Result in a Child Protection Plan", "Yes")],
                [("Child Unique ID", "C1"), ("Strategy discussion initiating Section 47 Enquiry Start Date", Day.AddDays(1)), ("Date of Initial Child Protection Conference", Day.AddDays(14))],
                [("Child Unique ID", "C2"), ("Strategy discussion initiating Section 47 Enquiry Start Date", Day), ("Was an Initial Child Protection Conference deemed unnecessary?", "a) Yes")])
            .List(7, [("Child Unique ID", "C1"), ("Child Protection Plan Start Date", Day), ("Latest Category of Abuse", "Physical abuse"), ("Date of latest review conference", Day.AddDays(30)), ("Number of Previous Child Protection Plans", 2)])
            .List(8, [("Child Unique ID", "C3"), ("Date Started to be Looked After", Day), ("Date Ceased to be Looked After", Day.AddDays(9)), ("Date of Latest Statutory Review", Day.AddDays(8)), ("Date of Birth", new DateOnly(2011, 2, 1))]).ToBytes());

        var records = rows.SelectMany(row => row.Records).ToList();
        Assert.Equal(
            [
                "Section47Enquiry C1/5/2010-07-05", "Conference C1/5/2010-07-19", "Section47Enquiry C1/5/2010-07-06", "Section47Enquiry C2/5/2010-07-05",
                "ProtectionPlan C1/7/2010-07-05", "Conference C1/7/2010-08-04", "LookedAfterPeriod C3/8/2010-07-05", "LookedAfterReview C3/8/2010-07-13", "Child C3",
            ],
            records.Select(record => $"{record.RecordCase} {record.Key.RecordId}"));
        Assert.Equal(["conference", "conference", "no_conference"], records.Where(record => record.Section47Enquiry is not null).Select(record => record.Section47Enquiry.Outcome));
        Assert.Equal(("initial", "C1/5/2010-07-05", "plan"), (records[1].Conference.Kind, records[1].Conference.EnquiryId, records[1].Conference.Outcome));
        Assert.Equal(("PHY", 2), (records[4].ProtectionPlan.Category, records[4].ProtectionPlan.PreviousPlans));
        Assert.Equal(("review", "2010-08-04"), (records[5].Conference.Kind, records[5].Conference.HeldOn));
        Assert.Equal("2010-07-14", records[6].LookedAfterPeriod.CeasedOn);
        Assert.True(records[8].Child.Unborn);
    }

    [Fact]
    public void A_list_without_its_day_is_told_once_and_its_rows_are_counted()
    {
        var (rows, lists) = Read(new WorkbookWriter()
            .Sheet("List 3", ["Child Unique ID", "Gender", "Ethnicity", "Referral NFA?"], ["C1", "M", "WBRI", "No"], ["C2", "F", "WBRI", "No"])
            .Sheet("List 2", ["nothing", "of", "the", "kind"], [1, 2, 3, 4]).Sheet("Notes", ["Thanks"]).ToBytes());

        Assert.Equal(
            [
                ("List 2", "List 2 has no row of headings in its first 20 rows, so nothing of it was taken. Put the headings of Annex A over its columns and send the workbook again."),
                ("List 3", "List 3 has no column Date of referral, so none of its 2 rows was taken. Put the heading in and send the workbook again."),
            ],
            rows.Select(row => (row.Rejected!.Id, row.Rejected.Problems.Single().Sentence)));
        Assert.Equal((2L, 2L), (lists[2].Rows, lists[2].Rejected));
    }
}

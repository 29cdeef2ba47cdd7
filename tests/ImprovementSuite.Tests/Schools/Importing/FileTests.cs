using System.Text;
using CsCheck;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Schools.Importing.Reading;
using static ImprovementSuite.Tests.Schools.Importing.SchoolFiles;

namespace ImprovementSuite.Tests.Schools.Importing;

/// <summary>Reading files: what becomes a record, what is wrong and where, and which file is refused as a whole.</summary>
public sealed class FileTests
{
    [Fact]
    public void The_real_table_of_the_school_year_2017_18_is_read_whole()
    {
        var draft = ReadTable(Real("2017_936_ks2.csv"), 2018, "2017_936_ks2.csv");

        Assert.Empty(draft.Words());
        Assert.Equal((30, 30, 0), (draft.Rows, draft.Records.Count, draft.PassedOver));
        Assert.Equal(["936-2018-final", "england-2018-final", "england-state-2018-final"], draft.Records.Where(record => record.Type == "area_result").Select(record => record.RecordId).Order());
        Assert.Equal(624151, draft.Records.Single(record => record.RecordId == "england-2018-final").Record.AreaResult.Cohort);
        Assert.Equal(3, draft.Records.Count(record => record.Record.Result?.Special == true));
        var school = draft.Records.Single(record => record.Urn == 125069).Record.Result;
        Assert.Equal(("30", "936", "final", 2018), (school.Figures.ExpectedReadingWritingMaths, school.LocalAuthority, school.Status, school.Year));
        // A row that ends early is a row with blanks.
        var early = draft.Records.Single(record => record.Urn == 125137).Record.Result;
        Assert.Equal(("", "", false), (early.Figures.ExpectedReadingWritingMaths, early.Figures.Reading, early.HasCohort));
    }

    [Fact]
    public void The_real_table_of_the_school_year_2016_17_is_of_the_tests_of_2017()
    {
        Assert.Empty(ReadTable(Real("2016_936_ks2.csv"), 2017, "2016_936_ks2.csv").Words());
        Assert.Equal(
            "Line 1: the heading PTRWM_EXP_16 is of the tests before, so the file is of the tests of 2017, and 2016 was chosen. Choose 2017, or the file of 2016.",
            Refused(() => ReadTable(Real("2016_936_ks2.csv"), 2016, "2016_936_ks2.csv")));
    }

    [Theory]
    [InlineData("england_ks2final_2016-2017.csv", 2018, "The name of the file says 2016-2017, which is the school year of the tests of 2017, and 2018 was chosen. Choose 2017, or the file of 2018.")]
    [InlineData("ks2 2015-16.csv", 2018, "The name of the file says 2015-16, which is the school year of the tests of 2016, and 2018 was chosen. Choose 2016, or the file of 2018.")]
    [InlineData("2017_936_ks2.csv", 2018, null)]
    [InlineData("ks2_2017_2018.csv", 2018, null)]
    [InlineData("2016-2019.csv", 2018, null)]
    public void A_range_of_years_in_its_name_says_of_which_tests_a_file_is(string name, int year, string? sentence)
    {
        ImportDraft Read() => ReadTable(Table("1,936,125000,A,20,50%,0,0,0,"), year, name);

        if (sentence is null)
            Assert.Single(Read().Records);
        else
            Assert.Equal(sentence, Refused(Read));
    }

    [Theory]
    [InlineData("PTRWM_EXP_18,PTRWM_EXP_17", 2019, true)]
    [InlineData("PTRWM_EXP_18,PTRWM_EXP_17", 2018, false)]
    [InlineData("READPROG_19", 2022, true)]
    [InlineData("TELIG_24,TELIG_23", 2025, true)]
    [InlineData("TELIG_24,TELIG_23", 2024, false)]
    [InlineData("TELIG_3YR", 2016, true)]
    [InlineData("TELIG_3YR", 2017, true)]
    [InlineData("TELIG_3YR", 2018, false)]
    public void Headings_of_the_years_before_say_of_which_tests_a_file_is(string headings, int chosen, bool fits)
    {
        var told = Record.Exception(() => YearOfFile.Check(headings.Split(','), "ks2.csv", chosen));

        Assert.Equal(fits, told is null);
        if (!fits)
            Assert.Contains($"{chosen} was chosen", told!.Message);
    }

    [Theory]
    [InlineData(false, 2020, "There were no tests in 2020 and 2021, and so there are no results of these years")]
    [InlineData(false, 2021, "There were no tests in 2020 and 2021, and so there are no results of these years")]
    [InlineData(false, 2015, "Results of 2015 and earlier are in levels: choose results in levels, and the suite\u2019s own form")]
    [InlineData(true, 2016, "Results after 2015 are not in levels: choose results of the performance tables")]
    [InlineData(true, 1995, "Give the year of the tests, 1996 or later")]
    [InlineData(false, 2030, "The tests of 2030 have not been yet: give the year of the tests, 2026 or earlier")]
    [InlineData(false, 2026, null)]
    public void A_year_without_such_results_is_refused(bool inLevels, int year, string? sentence) =>
        Assert.Equal(sentence, YearOfFile.WhyNot(inLevels ? ImportKind.LevelResults : ImportKind.Results, year, new DateOnly(2026, 11, 28)));

    [Fact]
    public void Each_wrong_line_of_a_table_is_named_by_line_and_heading_and_the_others_are_taken()
    {
        var draft = ReadTable(Table(
            "1,936,125000,Good,20,50%,-0.1,1,2,",
            "1,936,125001,Over,20,140%,0,0,0,",
            "1,936,,Nameless,20,50%,0,0,0,",
            "1,936,12500,Short,20,50%,0,0,0,",
            "1,936,125000,Twice,20,60%,0,0,0,",
            "1,936,125002,Words,many,fifty,0,nought,0,",
            "x,936,125003,Kind,20,50%,0,0,0,",
            "1,936,125004,Comma, in name,20,50%,0,0,0,,",
            "7,936,125005,Other,20,50%,0,0,0,",
            "2,936,125006,Special,NE,SUPP,LOWCOV,NA, ,"));

        Assert.Equal(
        [
            "3 PTRWM_EXP: PTRWM_EXP is \"140%\", which is over 100: a percentage lies between 0 and 100.",
            "4 URN: URN is empty: give the school's unique reference number.",
            "5 URN: URN is \"12500\", which is no unique reference number of six digits: correct it.",
            "6 URN: 125000 stands in line 2 already, and that line is taken. Delete the wrong one of the two.",
            "7 TELIG: TELIG is \"many\", which is no whole number: correct it.",
            "7 PTRWM_EXP: PTRWM_EXP is \"fifty\", which is no percentage: write it such as 64% or 64.29.",
            "7 WRITPROG: WRITPROG is \"nought\", which is no score: write it in points, such as -5.4.",
            "8 RECTYPE: RECTYPE is \"x\": it is 1 for a school, 2 for a special school, 3 for an authority, 4 or 5 for England.",
        ], draft.Words().Where(words => !words.StartsWith('9')));
        // A comma that is not in quotation marks moves every cell after it.
        Assert.Contains(draft.Words(), words => words.StartsWith("9 TELIG: TELIG is \"in name\""));
        Assert.Equal((10, 1, 2), (draft.Rows, draft.PassedOver, draft.Records.Count));
        var special = draft.Records[1].Record.Result;
        Assert.Equal((true, false, "SUPP", "LOWCOV", "NA", ""), (special.Special, special.HasCohort, special.Figures.ExpectedReadingWritingMaths, special.Figures.Reading, special.Figures.Writing, special.Figures.Maths));
    }

    [Fact]
    public void A_line_that_goes_beyond_the_headings_is_left_out()
    {
        var draft = ReadTable(Table("1,936,125000,A,20,50%,0,0,0,,more", "1,936,125001,B,20,50%,0,0,0,,,, "));

        Assert.Equal(["2 : The line has more cells than there are headings: look for a comma in a name that is not in quotation marks."], draft.Words());
        Assert.Equal(125001, Assert.Single(draft.Records).Urn);
    }

    [Theory]
    [InlineData("RECTYPE,LEA,URN,SCHNAME,TELIG", "Line 1: the heading PTRWM_EXP is missing, without which this is no file of key stage 2 results. Choose another file, or put it in.")]
    [InlineData("RECTYPE,LEA,URN,SCHNAME,TELIG,PTRWM_EXP,READPROG", "Line 1: the headings WRITPROG and MATPROG are missing, without which this is no file of the results of 2018. Choose another file, or put them in.")]
    [InlineData("RECTYPE,LEA,URN,SCHNAME,URN", "Line 1: the heading URN stands there twice. Take one of the two columns out.")]
    [InlineData("", "The file is empty. Choose the CSV file with its headings in the first line.")]
    [InlineData("PK\u0003\u0004", "The file is an Excel workbook or a zip file. Save it as CSV (comma delimited) and choose that.")]
    public void A_file_without_its_headings_is_refused_and_the_heading_named(string headings, string sentence) => Assert.Equal(sentence, Refused(() => ReadTable(Utf8(headings))));

    [Fact]
    public void Headings_stand_in_any_order_and_case()
    {
        var draft = ReadTable(Utf8("matprog,writprog,readprog,ptrwm_exp_17,Ptrwm_Exp,telig,SchName,urn,lea,rectype", "3,2,1,,64%,30,A,125000,936,1"));

        var result = Assert.Single(draft.Records).Record.Result;
        Assert.Equal(("64", "1", "2", "3", 30, "A"), (result.Figures.ExpectedReadingWritingMaths, result.Figures.Reading, result.Figures.Writing, result.Figures.Maths, result.Cohort, result.Name));
    }

    [Fact]
    public void A_text_over_several_lines_and_blank_lines_do_not_move_the_numbers_of_lines()
    {
        var draft = ReadTable(Table("1,936,125000,\"Two\r\nlines, and \"\"more\"\"\",20,50%,0,0,0,", "", "1,936,125001,B,20,150%,0,0,0,"));

        Assert.Equal("Two\r\nlines, and \"more\"", Assert.Single(draft.Records).Record.Result.Name);
        Assert.Equal((5, 2), (Assert.Single(draft.Faults).Line, draft.Rows));
    }

    [Fact]
    public void What_is_no_csv_any_more_is_named_by_line()
    {
        Assert.Equal(
            "Line 3 cannot be read as CSV. Look for a quotation mark in it that is not closed, or that stands inside a text.",
            Refused(() => ReadTable(Table("1,936,125000,A,20,50%,0,0,0,", "1,936,125001,\"B\"b,20,50%,0,0,0,"))));
        Assert.Equal(
            "Line 2 has more than 131,072 characters. Look for a quotation mark that is not closed.",
            Refused(() => ReadTable(Table($"1,936,125000,\"{new string('a', 200_000)}"))));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("windows-1252", false)]
    public void A_file_is_read_in_either_encoding(string encoding, bool mark)
    {
        const string name = "St Anne\u2019s Café School \u2013 Infants";
        var text = Encoding.UTF8.GetString(Register("", $"125000,936,{name},Open"));
        var bytes = encoding == "utf-8" ? Encoding.UTF8.GetBytes(text) : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

        var draft = ReadRegister(mark ? [.. Encoding.UTF8.Preamble, .. bytes] : bytes);

        Assert.Equal(name, Assert.Single(draft.Records).Record.School.Name);
    }

    [Fact]
    public void The_real_register_is_read_whole()
    {
        var draft = ReadRegister(Real("gias_936.csv"));

        Assert.Empty(draft.Words());
        Assert.Equal((42, 42), (draft.Rows, draft.Records.Count));
        var school = draft.Records.Single(record => record.Urn == 124935).Record.School;
        Assert.Equal(
            ("Wyke Primary School", "Closed", "2018-07-31", "Primary", 4, 11, 210, 206, "3.9", "Good", "2016-12-06", "GU3 2HS", "Guildford", "2004"),
            (school.Name, school.Status, school.ClosedOn, school.Phase, school.LowestAge, school.HighestAge, school.Capacity, school.Pupils, school.FreeSchoolMeals, school.InspectionGrade, school.InspectedOn,
             school.Postcode, school.District, school.EstablishmentNumber));
    }

    [Fact]
    public void A_register_passes_over_other_authorities_and_names_what_is_wrong_with_ones_own()
    {
        var draft = ReadRegister(Register(
            "OpenDate,CloseDate,NumberOfPupils,PercentageFSM",
            "125000,936,A,Open,01-09-1990,,200,12.5", "125001,372,Elsewhere,Open,nonsense,,,", "125002,936,,Open,,,,", "125003,936,C,Closed,01-09-1990,31-08-1980,,",
            "125004,936,D,Open,31-02-1990,,lots,120", "125005,,E,Open,,,,", "125000,936,A again,Open,,,,"));

        Assert.Equal(
        [
            "6 OpenDate: OpenDate is \"31-02-1990\", which is no day of the calendar: write it as dd-mm-yyyy.",
            "6 NumberOfPupils: NumberOfPupils is \"lots\", which is no whole number: correct it.",
            "4 EstablishmentName: EstablishmentName is empty: give it.",
            "5 CloseDate: CloseDate (1980-08-31) lies before OpenDate (1990-09-01): correct one of them.",
            "6 PercentageFSM: PercentageFSM is \"120\", which is over 100: a percentage lies between 0 and 100.",
            "7 LA (code): LA (code) is \"\": give the authority's three digits, such as 372.",
            "8 URN: 125000 stands in line 2 already, and that line is taken. Delete the wrong one of the two.",
        ], draft.Words());
        Assert.Equal((7, 1, 1), (draft.Rows, draft.PassedOver, draft.Records.Count));
    }

    [Fact]
    public void A_register_of_several_authorities_needs_to_be_told_which_is_ones_own()
    {
        var file = Register("", "125000,936,A,Open", "125001,372,B,Open");

        Assert.Equal(
            "Line 3: the file has schools of several authorities (936 and 372). Say first which authority is yours, under Settings, and choose the file again.", Refused(() => ReadRegister(file, authority: "")));
        Assert.Equal(125001, Assert.Single(ReadRegister(file, "372").Records).Urn);
        Assert.Equal(125000, Assert.Single(ReadRegister(Register("", "125000,936,A,Open"), authority: "").Records).Urn);
    }

    [Fact]
    public void Successors_are_those_that_the_register_names_or_that_number_place_and_days_show()
    {
        var draft = ReadRegister(Register(
            "EstablishmentNumber,Postcode,OpenDate,CloseDate,ReasonEstablishmentClosed (name),Linked establishments",
            "125000,936,Named,Closed,2000,GU1 1AA,,31-08-2012,Academy Converter,\"Predecessor 124000; Successor - Split school: 140001\"",
            "125001,936,By number,Closed,2001,GU1 1AB,,31-08-2012,Academy Converter,",
            "125002,936,By place,Closed,2002,gu1 1ac,,31-08-2012,Result of Amalgamation/Merger,",
            "125003,936,Too late,Closed,2003,GU1 1AD,,31-08-2012,Academy Converter,",
            "125004,936,Only closed,Closed,2004,GU1 1AC,,31-08-2012,Closure,",
            "140001,936,New 1,Open,2001,GU1 9AA,01-09-2012,,Not applicable,Predecessor 125001",
            "140002,936,New 2,Open,5202,GU1 1AC,01-10-2012,,,",
            "140003,936,New 3,Open,2003,GU1 1AD,02-11-2012,,,"));

        Assert.Empty(draft.Words());
        Assert.Equal(["140001", "140001", "140002", "", ""], draft.Records.Take(5).Select(record => string.Join(' ', record.Record.School.Successors)));
        Assert.All(draft.Records.Skip(5), record => Assert.Empty(record.Record.School.Successors));
        Assert.Equal("", draft.Records[5].Record.School.ClosedWhy);
    }

    [Fact]
    public void A_head_leaves_a_mark_and_no_name()
    {
        const string heads = "HeadTitle (name),HeadFirstName,HeadLastName";
        SchoolRecord Of(string head) => Assert.Single(ReadRegister(Register(heads, $"125000,936,A,Open,{head}")).Records).Record;

        var (first, again, other, none) = (Of("Mrs,Ada,Oak"), Of("Mrs,Ada,Oak"), Of("Mr,Ben,Ash"), Of(",,"));

        Assert.Equal(first.School.HeadMark, again.School.HeadMark);
        Assert.NotEqual(first.School.HeadMark, other.School.HeadMark);
        Assert.Equal("", none.School.HeadMark);
        Assert.DoesNotContain("Oak", first.ToString());
        Assert.Equal([("Head", "One person", "Another person")], RecordWords.Differences(first, other).Select(change => (change.Field, change.Before, change.After)));
    }

    [Fact]
    public void Results_in_levels_are_read_and_each_wrong_line_is_named()
    {
        var draft = ReadLevels(Levels(
            "2010,provisional,125000,A,20,13,", "2010,Provisional,125001,B,20,,64.5%", "2009,provisional,125002,C,20,10,", "2010,final,125003,D,20,10,", "2010,provisional,125004,E,20,21,",
            "2010,provisional,125005,F,,10,", "2010,provisional,125000,A,20,14,"));

        Assert.Equal(
        [
            "4 YEAR: YEAR is \"2009\", and 2010 was chosen: correct it, or bring the line in with the file of its own year.",
            "5 STATUS: STATUS is \"final\", and provisional was chosen: correct it, or bring the line in with the provisional results.",
            "6 L4_ENGLISH_MATHS_PUPILS: L4_ENGLISH_MATHS_PUPILS is 21 of a COHORT of 20: correct one of them.",
            "7 COHORT: L4_ENGLISH_MATHS_PUPILS is given without the COHORT: give both.",
            "8 URN: 125000 stands in line 2 already, and that line is taken. Delete the wrong one of the two.",
        ], draft.Words());
        Assert.Equal([(13, ""), (0, "64.5")], draft.Records.Select(record => (record.Record.Result.Reached, record.Record.Result.Figures.Level4EnglishMaths)));
    }

    [Fact]
    public void The_form_for_results_in_levels_holds_every_heading_and_can_be_filled()
    {
        var template = LevelFile.Template();

        Assert.Equal(LevelFile.Columns.Select(column => column.Heading), Encoding.UTF8.GetString(template).Trim('\uFEFF', '\r', '\n').Split(','));
        var filled = ReadLevels([.. template, .. Utf8("2014,provisional,125000,A,,20,,,12,60,,90,91,92")], 2014);
        var result = Assert.Single(filled.Records).Record.Result;
        Assert.Equal((12, "60", "90", "91", "92"), (result.Reached, result.Figures.Level4ReadingWritingMaths, result.Figures.ExpectedProgressReading, result.Figures.ExpectedProgressWriting, result.Figures.ExpectedProgressMaths));
        Assert.StartsWith("Line 1: the heading L4_READING_WRITING_MATHS_PUPILS or L4_READING_WRITING_MATHS is missing", Refused(() => ReadLevels(Levels("2014,provisional,125000,A,20,13,"), 2014)));
    }

    /// <summary>Every line is a record, left out or passed over, whatever is in it.</summary>
    [Fact]
    public void No_line_of_a_table_is_lost() =>
        Gen.Select(
            Either("1", "1", "1", "2", "3", "4", "5", "6", "", "one"), Gen.Int[99_990, 100_030], Either("64%", "100", "101%", "SUPP", "", " ", "x", "-1"),
            Either("20", "", "NE", "many"), Either("-5.4", "0", "LOWCOV", "", "200", "x")).Array[1, 60].Sample(rows =>
        {
            var draft = ReadTable(Table([.. rows.Select(row => $"{row.Item1},936,{row.Item2},School,{row.Item4},{row.Item3},{row.Item5},{row.Item5},{row.Item5},")]));

            return draft.Rows == rows.Length && draft.Records.Count + draft.PassedOver + draft.Faults.Select(fault => fault.Line).Distinct().Count() == rows.Length
                && draft.PassedOver == rows.Count(row => row.Item1 == "6")
                && draft.Records.Select(record => (record.Type, record.RecordId)).Distinct().Count() == draft.Records.Count
                && draft.Records.All(record => draft.Faults.All(fault => fault.Line != record.Line));
        });

    [Fact]
    public void A_table_of_all_england_is_read_to_its_last_school()
    {
        var table = new NationalTable(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Schools", "Importing", "TestData", "2017_936_ks2.csv")));
        Assert.Equal(326, table.Headings);

        Gen.Select(Gen.Int[1, 600], Gen.Int).Sample((schools, seed) =>
        {
            using var file = new MemoryStream();
            table.Write(file, schools, own: schools / 2, "936", firstUrn: 200_000, seed);
            var draft = ReadTable(file.ToArray());
            return draft is { Faults.Count: 0, PassedOver: 0 } && draft.Rows == schools + 3 && draft.Records.Count == schools + 3 && draft.Records.Count(record => record.Record.Result?.LocalAuthority == "936") >= schools / 2;
        }, iter: 20);
    }

    private static Gen<string> Either(params string[] these) => Gen.Int[0, these.Length - 1].Select(place => these[place]);
}

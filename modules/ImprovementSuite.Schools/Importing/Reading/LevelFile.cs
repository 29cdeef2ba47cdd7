using System.Text;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Importing.Reading;

/// <summary>A column of the suite's own form for results in levels.</summary>
/// <param name="Heading">As the form calls it.</param>
/// <param name="Means">What goes into it, for people.</param>
/// <param name="OtherNames">Headings of older tables that mean the same.</param>
internal sealed record LevelColumn(string Heading, string Means, params string[] OtherNames);

/// <summary>The suite's own form for the years before 2016, when attainment was counted in levels.</summary>
internal static class LevelFile
{
    private const string Year = "YEAR";
    private const string Status = "STATUS";
    private const string Urn = "URN";
    private const string Name = "SCHOOL";
    private const string Authority = "LA";
    private const string Cohort = "COHORT";
    private const string EnglishMaths = "L4_ENGLISH_MATHS";
    private const string ReadingWritingMaths = "L4_READING_WRITING_MATHS";
    private const string Pupils = "_PUPILS";

    public static readonly IReadOnlyList<LevelColumn> Columns =
    [
        new(Year, "The year of the tests: 2010 is the school year 2009/10. It must be the year that you choose"),
        new(Status, "provisional, revised or final. It must be the one that you choose"),
        new(Urn, "The school\u2019s unique reference number: six digits"),
        new(Name, "What the school is called; may be empty", "SCHNAME"),
        new(Authority, "Three digits; empty for your own schools", "LEA"),
        new(Cohort, "Pupils eligible for the tests", "TELIG"),
        new(EnglishMaths + Pupils, "To 2012: pupils at level 4 and above in English and in maths. Counts go before the percentage, which was rounded"),
        new(EnglishMaths, "To 2012: the same in percent", "PTENGMATL4"),
        new(ReadingWritingMaths + Pupils, "2013 to 2015: pupils at level 4 and above in reading, writing and maths"),
        new(ReadingWritingMaths, "2012 to 2015: the same in percent"),
        new("EXPECTED_PROGRESS_ENGLISH", "2010 to 2012: percent of pupils who made the expected progress in English"),
        new("EXPECTED_PROGRESS_READING", "2013 to 2015: in reading"),
        new("EXPECTED_PROGRESS_WRITING", "2013 to 2015: in writing"),
        new("EXPECTED_PROGRESS_MATHS", "2010 to 2015: in maths"),
    ];

    private static readonly (Ks2Figure Figure, string Heading)[] Figures =
    [
        (Ks2Figure.Level4EnglishMaths, EnglishMaths), (Ks2Figure.Level4ReadingWritingMaths, ReadingWritingMaths), (Ks2Figure.ExpectedProgressEnglish, "EXPECTED_PROGRESS_ENGLISH"),
        (Ks2Figure.ExpectedProgressReading, "EXPECTED_PROGRESS_READING"), (Ks2Figure.ExpectedProgressWriting, "EXPECTED_PROGRESS_WRITING"), (Ks2Figure.ExpectedProgressMaths, "EXPECTED_PROGRESS_MATHS"),
    ];

    /// <summary>The form with its headings alone, for a spreadsheet.</summary>
    public static byte[] Template() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join(',', Columns.Select(column => column.Heading)) + "\r\n")];

    /// <summary>Reads it whole.</summary>
    /// <exception cref="ImportFileException">It cannot be taken as a whole.</exception>
    public static ImportDraft Read(CsvFile file, ResultSet set, DateOnly today)
    {
        file.Need("file of results in levels", Year, Status, Urn);
        var columns = Columns.ToDictionary(column => column.Heading, column => file.Column([column.Heading, .. column.OtherNames]));
        var attainment = Ks2Result.StandardOf(set.Year) == Ks2Figure.Level4EnglishMaths ? EnglishMaths : ReadingWritingMaths;
        if (columns[attainment] < 0 && columns[attainment + Pupils] < 0)
            throw new ImportFileException($"Line 1: the heading {attainment + Pupils} or {attainment} is missing, without which there are no results of {set.Year}. Put one of them in; the template has all headings.");
        var headings = FigureHeadings.With(Figures, ("urn", Urn), ("name", Name), ("local_authority", Authority), ("cohort", Cohort), ("reached", attainment + Pupils));
        var draft = new ImportDraft(today);
        while (file.Next())
        {
            draft.Begin(file);
            Add();
        }
        return draft;

        string Text(string heading) => file[columns[heading]];

        void Add()
        {
            var line = new DraftLine(file.Line, $"{Text(Urn)} {Text(Name)}".Trim());
            if (file.IsTooLong())
                draft.Fault(line, "", "The line has more cells than there are headings: look for a comma in a name that is not in quotation marks.");
            if (Text(Year) != set.Year.ToString())
                draft.Fault(line, Year, $"{Year} is \"{Cells.Short(Text(Year))}\", and {set.Year} was chosen: correct it, or bring the line in with the file of its own year.");
            if (!Text(Status).Equals(set.Status.Words(), StringComparison.OrdinalIgnoreCase))
                draft.Fault(line, Status, $"{Status} is \"{Cells.Short(Text(Status))}\", and {set.Status.Words()} was chosen: correct it, or bring the line in with the {set.Status.Words()} results.");
            var result = new Result { Urn = Text(Urn), Year = set.Year, Status = set.Status.Words(), Name = Text(Name), LocalAuthority = Text(Authority), Figures = new() };
            foreach (var (figure, heading) in Figures)
                FedFigures.Set(result.Figures, figure, Cells.Figure(Text(heading), isScore: false));
            if (draft.Whole(line, Cohort, Text(Cohort)) is { } cohort)
                result.Cohort = cohort;
            if (draft.Whole(line, attainment + Pupils, Text(attainment + Pupils)) is { } reached)
                result.Reached = reached;
            var number = SchoolRecordCheck.Urn(result.Urn);
            draft.Add(line, new SchoolRecord { Result = result }, number is null ? "" : $"{number}-{set.Key}", number ?? 0, headings);
        }
    }
}

using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Importing.Reading;

/// <summary>Key stage 2 results as the performance tables publish them, from the tests of 2016 on: every school of England, authorities and England.</summary>
internal static class ResultsFile
{
    private const string RecordType = "RECTYPE";
    private const string Authority = "LEA";
    private const string Urn = "URN";
    private const string Name = "SCHNAME";
    private const string Cohort = "TELIG";

    private static readonly (Ks2Figure Figure, string Heading)[] Figures =
    [
        (Ks2Figure.ExpectedReadingWritingMaths, "PTRWM_EXP"), (Ks2Figure.HigherReadingWritingMaths, "PTRWM_HIGH"),
        (Ks2Figure.Reading, "READPROG"), (Ks2Figure.ReadingLower, "READPROG_LOWER"), (Ks2Figure.ReadingUpper, "READPROG_UPPER"),
        (Ks2Figure.Writing, "WRITPROG"), (Ks2Figure.WritingLower, "WRITPROG_LOWER"), (Ks2Figure.WritingUpper, "WRITPROG_UPPER"),
        (Ks2Figure.Maths, "MATPROG"), (Ks2Figure.MathsLower, "MATPROG_LOWER"), (Ks2Figure.MathsUpper, "MATPROG_UPPER"),
    ];

    private static readonly Dictionary<string, string> Headings = FigureHeadings.With(
        Figures, ("urn", Urn), ("name", Name), ("local_authority", Authority), ("area", Authority), ("cohort", Cohort));

    /// <summary>Reads it whole.</summary>
    /// <exception cref="ImportFileException">It cannot be taken as a whole, or is of another year.</exception>
    public static ImportDraft Read(CsvFile file, string name, ResultSet set, DateOnly today)
    {
        file.Need("file of key stage 2 results", RecordType, Authority, Urn, Name, Cohort, "PTRWM_EXP");
        // The floor standards of these years cannot be decided without them.
        if (set.Year is >= 2016 and <= 2019)
            file.Need($"file of the results of {set.Year}", "READPROG", "WRITPROG", "MATPROG");
        YearOfFile.Check(file.Headings, name, set.Year);

        var figures = Figures.Select(one => (one.Figure, Column: file.Column(one.Heading))).Where(one => one.Column >= 0).ToArray();
        var (type, authority, urn, school, cohort) = (file.Column(RecordType), file.Column(Authority), file.Column(Urn), file.Column(Name), file.Column(Cohort));
        var draft = new ImportDraft(today);
        while (file.Next())
        {
            draft.Begin(file);
            var recordType = file[type];
            var line = new DraftLine(file.Line, $"{file[urn]} {file[school]}".Trim());
            if (file.IsTooLong())
                draft.Fault(line, "", "The line has more cells than there are headings: look for a comma in a name that is not in quotation marks.");
            switch (recordType)
            {
                case "1" or "2": AddSchool(line, isSpecial: recordType == "2"); break;
                case "3": AddArea(line, file[authority]); break;
                case "4": AddArea(line, Results.AreaResult.England); break;
                case "5": AddArea(line, Results.AreaResult.EnglandState); break;
                case var other when other.Length > 0 && other.All(char.IsAsciiDigit): draft.PassOver(); break;
                case var other: draft.Fault(line, RecordType, $"{RecordType} is \"{Cells.Short(other)}\": it is 1 for a school, 2 for a special school, 3 for an authority, 4 or 5 for England."); break;
            }
        }
        return draft;

        void AddSchool(DraftLine line, bool isSpecial)
        {
            var result = new Result { Urn = file[urn], Year = set.Year, Status = set.Status.Words(), Name = file[school], LocalAuthority = file[authority], Special = isSpecial, Figures = Read() };
            if (draft.Whole(line, Cohort, file[cohort]) is { } pupils)
                result.Cohort = pupils;
            var number = SchoolRecordCheck.Urn(result.Urn);
            draft.Add(line, new SchoolRecord { Result = result }, number is null ? "" : $"{number}-{set.Key}", number ?? 0, Headings);
        }

        void AddArea(DraftLine line, string area)
        {
            var result = new Feed.V1.AreaResult { Area = area, Year = set.Year, Status = set.Status.Words(), Figures = Read() };
            if (draft.Whole(line, Cohort, file[cohort]) is { } pupils)
                result.Cohort = pupils;
            draft.Add(line, new SchoolRecord { AreaResult = result }, area.Length == 0 ? "" : $"{area}-{set.Key}", 0, Headings);
        }

        Figures Read()
        {
            var read = new Figures();
            foreach (var (figure, column) in figures)
                FedFigures.Set(read, figure, Cells.Figure(file[column], figure.IsScore()));
            return read;
        }
    }
}

/// <summary>The field of a figure in the feed, and the heading of a file that fills it.</summary>
internal static class FigureHeadings
{
    public static Dictionary<string, string> With(IEnumerable<(Ks2Figure Figure, string Heading)> figures, params (string Field, string Heading)[] others)
    {
        var fields = FedFigures.Of(new Figures()).Select(one => one.Field).ToList();
        var headings = others.ToDictionary(other => other.Field, other => other.Heading);
        foreach (var (figure, heading) in figures)
            headings[fields[(int)figure]] = heading;
        return headings;
    }
}

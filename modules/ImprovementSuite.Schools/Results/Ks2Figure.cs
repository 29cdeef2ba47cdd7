namespace ImprovementSuite.Schools.Results;

/// <summary>A figure of key stage 2. Each is a column of the tables of results, in hundredths: of a percent, or of a point where it is a progress score.</summary>
internal enum Ks2Figure
{
    /// <summary>Level 4 and above in English and in maths.</summary>
    Level4EnglishMaths,

    /// <summary>Level 4 and above in reading, writing and maths.</summary>
    Level4ReadingWritingMaths,

    /// <summary>The expected standard in reading, writing and maths.</summary>
    ExpectedReadingWritingMaths,
    HigherReadingWritingMaths,
    Reading,
    ReadingLower,
    ReadingUpper,
    Writing,
    WritingLower,
    WritingUpper,
    Maths,
    MathsLower,
    MathsUpper,
    ExpectedProgressEnglish,
    ExpectedProgressReading,
    ExpectedProgressWriting,
    ExpectedProgressMaths,
}

/// <summary>What is known of the figures.</summary>
internal static class Ks2FigureWords
{
    public static readonly IReadOnlyList<Ks2Figure> All = Enum.GetValues<Ks2Figure>();

    public static readonly IReadOnlyList<string> Columns = Enum.GetNames<Ks2Figure>();

    /// <summary>Points of progress: they may lie below zero and are no percentage.</summary>
    public static bool IsScore(this Ks2Figure figure) => figure is >= Ks2Figure.Reading and <= Ks2Figure.MathsUpper;

    /// <summary>What people call it: "level 4 and above in English and maths".</summary>
    public static string Words(this Ks2Figure figure) => figure switch
    {
        Ks2Figure.Level4EnglishMaths => "level 4 and above in English and maths",
        Ks2Figure.Level4ReadingWritingMaths => "level 4 and above in reading, writing and maths",
        Ks2Figure.ExpectedReadingWritingMaths => "the expected standard in reading, writing and maths",
        Ks2Figure.HigherReadingWritingMaths => "the higher standard in reading, writing and maths",
        Ks2Figure.Reading => "reading progress",
        Ks2Figure.ReadingLower => "lower limit of reading progress",
        Ks2Figure.ReadingUpper => "upper limit of reading progress",
        Ks2Figure.Writing => "writing progress",
        Ks2Figure.WritingLower => "lower limit of writing progress",
        Ks2Figure.WritingUpper => "upper limit of writing progress",
        Ks2Figure.Maths => "maths progress",
        Ks2Figure.MathsLower => "lower limit of maths progress",
        Ks2Figure.MathsUpper => "upper limit of maths progress",
        Ks2Figure.ExpectedProgressEnglish => "expected progress in English",
        Ks2Figure.ExpectedProgressReading => "expected progress in reading",
        Ks2Figure.ExpectedProgressWriting => "expected progress in writing",
        _ => "expected progress in maths",
    };
}

/// <summary>The figures of one result: hundredths, or null where nothing was published, and then perhaps why.</summary>
/// <param name="Hundredths">By <see cref="Ks2Figure"/>.</param>
/// <param name="Withheld">What stood in place of the figures that were not published, such as "ExpectedReadingWritingMaths=SUPP"; empty for none.</param>
internal sealed record Ks2Figures(IReadOnlyList<int?> Hundredths, string Withheld)
{
    public static readonly Ks2Figures None = new(new int?[Ks2FigureWords.All.Count], "");

    public int? this[Ks2Figure figure] => Hundredths[(int)figure];

    /// <summary>Why a figure was not published: "SUPP"; null where nothing stood there.</summary>
    public string? WhyNot(Ks2Figure figure) =>
        Withheld.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=')).FirstOrDefault(one => one[0] == figure.ToString())?[1];
}

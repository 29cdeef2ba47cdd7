using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Feed;

/// <summary>The figures of a record, in the order of <see cref="Ks2Figure"/>.</summary>
internal static class FedFigures
{
    /// <summary>Field and text of each figure.</summary>
    public static (string Field, string Text)[] Of(Figures? figures) => figures is null ? [] :
    [
        ("level4_english_maths", figures.Level4EnglishMaths),
        ("level4_reading_writing_maths", figures.Level4ReadingWritingMaths),
        ("expected_reading_writing_maths", figures.ExpectedReadingWritingMaths),
        ("higher_reading_writing_maths", figures.HigherReadingWritingMaths),
        ("reading", figures.Reading),
        ("reading_lower", figures.ReadingLower),
        ("reading_upper", figures.ReadingUpper),
        ("writing", figures.Writing),
        ("writing_lower", figures.WritingLower),
        ("writing_upper", figures.WritingUpper),
        ("maths", figures.Maths),
        ("maths_lower", figures.MathsLower),
        ("maths_upper", figures.MathsUpper),
        ("expected_progress_english", figures.ExpectedProgressEnglish),
        ("expected_progress_reading", figures.ExpectedProgressReading),
        ("expected_progress_writing", figures.ExpectedProgressWriting),
        ("expected_progress_maths", figures.ExpectedProgressMaths),
    ];

    /// <summary>Puts the text of one figure where it belongs.</summary>
    public static void Set(Figures figures, Ks2Figure figure, string text)
    {
        switch (figure)
        {
            case Ks2Figure.Level4EnglishMaths: figures.Level4EnglishMaths = text; break;
            case Ks2Figure.Level4ReadingWritingMaths: figures.Level4ReadingWritingMaths = text; break;
            case Ks2Figure.ExpectedReadingWritingMaths: figures.ExpectedReadingWritingMaths = text; break;
            case Ks2Figure.HigherReadingWritingMaths: figures.HigherReadingWritingMaths = text; break;
            case Ks2Figure.Reading: figures.Reading = text; break;
            case Ks2Figure.ReadingLower: figures.ReadingLower = text; break;
            case Ks2Figure.ReadingUpper: figures.ReadingUpper = text; break;
            case Ks2Figure.Writing: figures.Writing = text; break;
            case Ks2Figure.WritingLower: figures.WritingLower = text; break;
            case Ks2Figure.WritingUpper: figures.WritingUpper = text; break;
            case Ks2Figure.Maths: figures.Maths = text; break;
            case Ks2Figure.MathsLower: figures.MathsLower = text; break;
            case Ks2Figure.MathsUpper: figures.MathsUpper = text; break;
            case Ks2Figure.ExpectedProgressEnglish: figures.ExpectedProgressEnglish = text; break;
            case Ks2Figure.ExpectedProgressReading: figures.ExpectedProgressReading = text; break;
            case Ks2Figure.ExpectedProgressWriting: figures.ExpectedProgressWriting = text; break;
            case Ks2Figure.ExpectedProgressMaths: figures.ExpectedProgressMaths = text; break;
            default: throw new ArgumentOutOfRangeException(nameof(figure), figure, null);
        }
    }

    /// <summary>The columns, and what was withheld, of figures that were checked before.</summary>
    public static (object?[] Columns, string Withheld) Read(Figures? figures)
    {
        var columns = new object?[Ks2FigureWords.All.Count];
        var withheld = "";
        foreach (var (i, (_, text)) in Of(figures).Index())
        {
            FigureText.Read(text, Ks2FigureWords.All[i].IsScore(), out var hundredths, out var code);
            columns[i] = hundredths;
            if (code is not null)
                withheld += $"{(withheld.Length > 0 ? " " : "")}{Ks2FigureWords.All[i]}={code}";
        }
        return (columns, withheld);
    }
}

using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Floor;

/// <summary>What a floor standard looks at.</summary>
internal enum FloorKind
{
    /// <summary>There is none.</summary>
    None = 1,

    /// <summary>Attainment alone.</summary>
    Attainment,

    /// <summary>Attainment, and the share of pupils that made the expected progress: a school whose progress in one subject reaches the median is not below.</summary>
    AttainmentAndMedians,

    /// <summary>Attainment, and progress scores: a school whose scores in all three subjects reach their limits is not below.</summary>
    AttainmentAndScores,

    /// <summary>The two latest inspection grades, as for schools eligible for RISE intervention.</summary>
    Grades,
}

/// <summary>The floor standard of the results of a year and those after it, until another begins. Figures are hundredths, as in the results.</summary>
internal sealed class FloorStandard
{
    public int Id { get; private set; }

    /// <summary>The first year of results that it is for.</summary>
    public int FromYear { get; init; }

    public FloorKind Kind { get; private set; }

    /// <summary>Which figure must reach <see cref="Percent"/>.</summary>
    public Ks2Figure? Attainment { get; private set; }

    public int? Percent { get; private set; }

    /// <summary>Medians or limits; null where a subject is not looked at, or its median is not known yet.</summary>
    public int? English { get; private set; }

    public int? Reading { get; private set; }

    public int? Writing { get; private set; }

    public int? Maths { get; private set; }

    /// <summary>A smaller cohort is left out; null where none is.</summary>
    public int? SmallestCohort { get; private set; }

    /// <summary>Whether a single failing score must be significantly below average: its upper limit of confidence below 0.</summary>
    public bool OneMustBeSignificant { get; private set; }

    /// <summary>Where it is written down, and what is not certain of it.</summary>
    public string Source { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>The standard in force for the results of a year; null before the first.</summary>
    public static FloorStandard? Of(IEnumerable<FloorStandard> standards, int year) => standards.Where(standard => standard.FromYear <= year).MaxBy(standard => standard.FromYear);

    public void Set(
        FloorKind kind, Ks2Figure? attainment, int? percent, int? english, int? reading, int? writing, int? maths, int? smallestCohort, bool oneMustBeSignificant, string source) =>
        (Kind, Attainment, Percent, English, Reading, Writing, Maths, SmallestCohort, OneMustBeSignificant, Source) =
        (kind, attainment, percent, english, reading, writing, maths, smallestCohort, oneMustBeSignificant, source);

    /// <summary>The progress that it looks at: which figure, its limit, and what people call it.</summary>
    public IReadOnlyList<ProgressPart> Parts => Kind switch
    {
        FloorKind.AttainmentAndScores =>
        [
            new(Ks2Figure.Reading, Reading, "reading"), new(Ks2Figure.Writing, Writing, "writing"), new(Ks2Figure.Maths, Maths, "maths"),
        ],
        // English was one subject until it was tested as reading and writing.
        FloorKind.AttainmentAndMedians when Attainment == Ks2Figure.Level4EnglishMaths => [new(Ks2Figure.ExpectedProgressEnglish, English, "English"), new(Ks2Figure.ExpectedProgressMaths, Maths, "maths")],
        FloorKind.AttainmentAndMedians =>
        [
            new(Ks2Figure.ExpectedProgressReading, Reading, "reading"), new(Ks2Figure.ExpectedProgressWriting, Writing, "writing"), new(Ks2Figure.ExpectedProgressMaths, Maths, "maths"),
        ],
        _ => [],
    };

    /// <summary>"65% at the expected standard in reading, writing and maths, or progress of -5 in reading, -7 in writing and -5 in maths".</summary>
    public string Words() => Kind switch
    {
        FloorKind.None => "No floor standard",
        FloorKind.Grades => "Graded below good at the latest two inspections, as a \u201cstuck\u201d school is",
        FloorKind.AttainmentAndScores => $"{AttainmentWords()}, or progress of {Say.List([.. Parts.Select(part => $"{Score(part.Limit)} in {part.Subject}")])}",
        FloorKind.AttainmentAndMedians => $"{AttainmentWords()}, or the expected progress of the median school in {string.Join(" or ", Parts.Select(part => $"{part.Subject}{(part.Limit is { } limit ? $" ({Say.Percent(limit / 100m)})" : " (not recorded)")}"))}",
        _ => AttainmentWords(),
    };

    private string AttainmentWords() => $"{Say.Percent((Percent ?? 0) / 100m)} at {Attainment!.Value.Words()}";

    private static string Score(int? hundredths) => hundredths is { } score ? Say.Number(score / 100m) : "none";
}

/// <summary>One subject whose progress a standard looks at.</summary>
internal readonly record struct ProgressPart(Ks2Figure Figure, int? Limit, string Subject);

using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Tests.Schools.Floor;

public sealed class FloorDecisionTests
{
    private static readonly FloorStandard Of55 = Standard(1996, FloorKind.Attainment, Ks2Figure.Level4EnglishMaths, 55_00);

    private static readonly FloorStandard OfMedians = Standard(2011, FloorKind.AttainmentAndMedians, Ks2Figure.Level4EnglishMaths, 60_00, english: 87_00, maths: 86_00, smallest: 11);

    private static readonly FloorStandard OfScores = Standard(2016, FloorKind.AttainmentAndScores, Ks2Figure.ExpectedReadingWritingMaths, 65_00, reading: -5_00, writing: -7_00, maths: -5_00, smallest: 11);

    [Theory]
    [InlineData(54.99, "Below", "54.99% is under 55%.")]
    [InlineData(55.0, "Above", "55% is just 55%.")]
    [InlineData(71.0, "Above", "71% is over 55%.")]
    public void Attainment_alone_decides_the_rounds_of_the_2010_plan(double percent, string outcome, string sentence)
    {
        var decision = FloorDecision.Of(Of55, Result(2010, (Ks2Figure.Level4EnglishMaths, (decimal)percent)));

        Assert.Equal((outcome, sentence), (decision.Outcome.ToString(), decision.Sentence));
    }

    [Fact]
    public void A_school_below_is_told_with_its_numbers_and_how_many_pupils_are_missing()
    {
        var decision = FloorDecision.Of(OfScores, Scores(52, -1, -2, -5.4m) with { Cohort = 30 });

        Assert.Equal(FloorOutcome.Below, decision.Outcome);
        Assert.Equal("52% is under 65%, and maths -5.4 is under -5.", decision.Sentence);
        Assert.Equal(-13_00, decision.Points);
        // 65% of 30 are 19.5, so 20 pupils; 52% are 16.
        Assert.Equal(4, decision.Pupils);
    }

    [Theory]
    [InlineData(61, -6, -6, -6, "Below")]
    [InlineData(61, -5, -7, -5, "Above")]
    [InlineData(61, -5, -7.01, -5, "Below")]
    [InlineData(65, -9, -9, -9, "Above")]
    [InlineData(30, 0, 0, -5.01, "Below")]
    public void Sufficient_progress_in_all_three_subjects_rescues_a_school(double attainment, double reading, double writing, double maths, string outcome) =>
        Assert.Equal(outcome, FloorDecision.Of(OfScores, Scores((decimal)attainment, (decimal)reading, (decimal)writing, (decimal)maths)).Outcome.ToString());

    [Theory]
    [InlineData(59, 86, 85, "Below")]
    [InlineData(59, 87, 70, "Above")]
    [InlineData(59, 70, 86, "Above")]
    [InlineData(60, 10, 10, "Above")]
    public void The_median_s_progress_in_either_subject_rescues_a_school(double attainment, double english, double maths, string outcome) =>
        Assert.Equal(outcome, FloorDecision.Of(OfMedians, Result(2012,
            (Ks2Figure.Level4EnglishMaths, (decimal)attainment), (Ks2Figure.ExpectedProgressEnglish, (decimal)english), (Ks2Figure.ExpectedProgressMaths, (decimal)maths))).Outcome.ToString());

    [Fact]
    public void Where_a_median_is_not_recorded_nothing_is_decided_against_a_school()
    {
        var without = Standard(2014, FloorKind.AttainmentAndMedians, Ks2Figure.Level4ReadingWritingMaths, 65_00, smallest: 11);

        var decision = FloorDecision.Of(without, Result(2014, (Ks2Figure.Level4ReadingWritingMaths, 40), (Ks2Figure.ExpectedProgressReading, 50)));

        Assert.Equal(FloorOutcome.NoResult, decision.Outcome);
        Assert.Contains("the national median of reading, writing and maths is not recorded", decision.Sentence);
    }

    [Fact]
    public void A_school_without_results_is_never_below()
    {
        Assert.Equal((FloorOutcome.NoResult, "No result."), Short(FloorDecision.Of(OfScores, null)));
        Assert.Equal(FloorOutcome.NoResult, FloorDecision.Of(OfScores, Result(2017)).Outcome);
        // Attainment alone is no decision where progress could have rescued it.
        Assert.Equal(FloorOutcome.NoResult, FloorDecision.Of(OfScores, Result(2017, (Ks2Figure.ExpectedReadingWritingMaths, 40))).Outcome);
        var suppressed = Result(2017) with { Figures = new Ks2Figures(new int?[Ks2FigureWords.All.Count], "ExpectedReadingWritingMaths=SUPP Reading=SUPP") };
        Assert.Equal("No result: the expected standard in reading, writing and maths is SUPP, suppressed, because too few pupils could be told apart or the results are in doubt.", FloorDecision.Of(OfScores, suppressed).Sentence);
    }

    [Fact]
    public void One_failing_score_is_enough_even_where_others_were_not_published() =>
        Assert.Equal(FloorOutcome.Below, FloorDecision.Of(OfScores, Result(2017, (Ks2Figure.ExpectedReadingWritingMaths, 40), (Ks2Figure.Maths, -8))).Outcome);

    [Theory]
    [InlineData(10, "TooFew")]
    [InlineData(11, "Below")]
    public void Small_cohorts_are_left_out_where_the_standard_says_so(int cohort, string outcome)
    {
        Assert.Equal(outcome, FloorDecision.Of(OfScores, Scores(20, -9, -9, -9) with { Cohort = cohort }).Outcome.ToString());
        Assert.Equal(FloorOutcome.Below, FloorDecision.Of(Of55, Result(2009, (Ks2Figure.Level4EnglishMaths, 20)) with { Cohort = cohort }).Outcome);
    }

    [Fact]
    public void A_special_school_and_a_year_without_a_standard_are_not_decided()
    {
        Assert.Equal(FloorOutcome.NoStandard, FloorDecision.Of(OfScores, Scores(5, -20, -20, -20) with { Special = true }).Outcome);
        Assert.Equal(FloorOutcome.NoStandard, FloorDecision.Of(Standard(2019, FloorKind.None), Scores(5, -20, -20, -20)).Outcome);
        Assert.Equal(FloorOutcome.NoStandard, FloorDecision.Of(null, Scores(5, -20, -20, -20)).Outcome);
    }

    [Fact]
    public void Counts_go_before_a_percentage_that_was_rounded()
    {
        // 11 of 20 are 55%; the file rounds 54.6 up to 55 where the counts are 65 of 119.
        Assert.Equal(FloorOutcome.Above, FloorDecision.Of(Of55, Result(2010) with { Cohort = 20, Reached = 11 }).Outcome);
        Assert.Equal(FloorOutcome.Below, FloorDecision.Of(Of55, Result(2010, (Ks2Figure.Level4EnglishMaths, 55)) with { Cohort = 119, Reached = 65 }).Outcome);
    }

    [Fact]
    public void Where_the_standard_asks_for_it_a_single_failing_score_must_be_significantly_below_average()
    {
        var significant = Standard(2016, FloorKind.AttainmentAndScores, Ks2Figure.ExpectedReadingWritingMaths, 65_00, reading: -5_00, writing: -7_00, maths: -5_00, significant: true);
        var result = Scores(50, 0, 0, -6);

        Assert.Equal(FloorOutcome.Above, FloorDecision.Of(significant, With(result, Ks2Figure.MathsUpper, 0.3m)).Outcome);
        Assert.Equal(FloorOutcome.Below, FloorDecision.Of(significant, With(result, Ks2Figure.MathsUpper, -0.3m)).Outcome);
        Assert.Equal(FloorOutcome.Below, FloorDecision.Of(significant, With(With(result, Ks2Figure.MathsUpper, 0.3m), Ks2Figure.Reading, -6)).Outcome);
    }

    [Fact]
    public void A_stuck_school_was_graded_below_good_twice_running()
    {
        var grades = Standard(2025, FloorKind.Grades);
        var (now, before) = (new DateOnly(2025, 3, 4), new DateOnly(2021, 10, 12));

        Assert.Equal(FloorOutcome.Below, FloorDecision.Of(grades, null, [new("Requires improvement", now), new("Inadequate", before)]).Outcome);
        Assert.Equal(FloorOutcome.Above, FloorDecision.Of(grades, null, [new("Requires improvement", now), new("Good", before)]).Outcome);
        Assert.Equal(FloorOutcome.Above, FloorDecision.Of(grades, null, [new("good", now), new("Inadequate", before)]).Outcome);
        Assert.Equal(FloorOutcome.NoResult, FloorDecision.Of(grades, null, [new("Requires improvement", now)]).Outcome);
        Assert.Equal(FloorOutcome.NoResult, FloorDecision.Of(grades, null, []).Outcome);
    }

    /// <summary>The department's published rows of Surrey, decided by points alone.</summary>
    [Fact]
    public void The_published_rows_of_two_years_come_out_as_they_should()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Schools", "Floor", "TestData", "floor_vectors_936.csv")).Skip(1).Select(Cells).ToList();
        Assert.Equal(441, rows.Count);

        var outcomes = rows.Select(cells =>
        {
            // The file calls a school year by the year in which it starts.
            var figures = new int?[Ks2FigureWords.All.Count];
            foreach (var (figure, text) in new[] { (Ks2Figure.ExpectedReadingWritingMaths, cells[3]), (Ks2Figure.Reading, cells[4]), (Ks2Figure.Writing, cells[5]), (Ks2Figure.Maths, cells[6]) })
            {
                Assert.Null(FigureText.Read(text, figure.IsScore(), out figures[(int)figure], out _));
            }
            return (Expected: cells[7], Decision: FloorDecision.Of(OfScores, new(int.Parse(cells[1]), int.Parse(cells[0]) + 1, ResultStatus.Final, null, null, false, new(figures, ""))), Year: cells[0]);
        }).ToList();

        Assert.All(outcomes, one => Assert.Equal(one.Expected, one.Decision.Outcome switch { FloorOutcome.Above => "above", FloorOutcome.Below => "below", _ => "not assessable" }));
        Assert.Equal((3, 4), (outcomes.Count(one => one is { Year: "2016", Decision.Outcome: FloorOutcome.Below }), outcomes.Count(one => one is { Year: "2017", Decision.Outcome: FloorOutcome.Below })));
    }

    /// <summary>A name may hold a comma, and then stands in quotation marks.</summary>
    private static string[] Cells(string line)
    {
        var open = line.IndexOf('"');
        if (open < 0)
            return line.Split(',');
        var close = line.IndexOf('"', open + 1);
        return [.. line[..open].TrimEnd(',').Split(','), line[(open + 1)..close], .. line[(close + 2)..].Split(',')];
    }

    private static (FloorOutcome, string) Short(FloorDecision decision) => (decision.Outcome, decision.Sentence);

    private static Ks2Result Scores(decimal attainment, decimal reading, decimal writing, decimal maths) =>
        Result(2017, (Ks2Figure.ExpectedReadingWritingMaths, attainment), (Ks2Figure.Reading, reading), (Ks2Figure.Writing, writing), (Ks2Figure.Maths, maths));

    private static Ks2Result With(Ks2Result result, Ks2Figure figure, decimal value) =>
        result with { Figures = new([.. result.Figures.Hundredths.Select((old, i) => i == (int)figure ? (int)(value * 100) : old)], "") };

    private static Ks2Result Result(int year, params ReadOnlySpan<(Ks2Figure Figure, decimal Value)> figures)
    {
        var hundredths = new int?[Ks2FigureWords.All.Count];
        foreach (var (figure, value) in figures)
            hundredths[(int)figure] = (int)(value * 100);
        return new(106_801, year, ResultStatus.Final, null, null, false, new(hundredths, ""));
    }

    private static FloorStandard Standard(
        int from, FloorKind kind, Ks2Figure? attainment = null, int? percent = null, int? english = null, int? reading = null, int? writing = null, int? maths = null, int? smallest = null, bool significant = false)
    {
        var standard = new FloorStandard { FromYear = from };
        standard.Set(kind, attainment, percent, english, reading, writing, maths, smallest, significant, "");
        return standard;
    }
}

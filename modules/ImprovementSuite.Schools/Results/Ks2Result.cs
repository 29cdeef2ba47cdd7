namespace ImprovementSuite.Schools.Results;

/// <summary>One school's results of one round, as the rules look at them.</summary>
internal sealed record Ks2Result(int Urn, int Year, ResultStatus Status, int? Cohort, int? Reached, bool Special, Ks2Figures Figures)
{
    /// <summary>Hundredths of a percent; counts go before a percentage that was rounded when it was published.</summary>
    public int? Attainment(Ks2Figure figure) => Reached is { } reached && Cohort is > 0 and var cohort && figure == StandardOf(Year)
        ? (int)Math.Round(10_000m * reached / cohort, MidpointRounding.AwayFromZero)
        : Figures[figure];

    /// <summary>How many more pupils would have made <paramref name="floor"/>; below 0 how many could have been fewer. Null without a cohort.</summary>
    public int? PupilsShort(Ks2Figure figure, int floor)
    {
        if (Cohort is not { } cohort || Attainment(figure) is not { } attainment)
            return null;
        var needed = (int)Math.Ceiling(cohort * floor / 10_000m);
        return needed - (Reached ?? (int)Math.Round(cohort * attainment / 10_000m, MidpointRounding.AwayFromZero));
    }

    /// <summary>The attainment that a year's results are about: what typed counts and forecasts are of.</summary>
    public static Ks2Figure StandardOf(int year) => year switch
    {
        <= 2012 => Ks2Figure.Level4EnglishMaths,
        <= 2015 => Ks2Figure.Level4ReadingWritingMaths,
        _ => Ks2Figure.ExpectedReadingWritingMaths,
    };
}

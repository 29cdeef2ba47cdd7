namespace ImprovementSuite.Schools.Sample;

/// <summary>
/// The demo's schools. They are invented, and so are their results; what they add up to is what the plan of 2010 published: 13 below the floor in 2009, of
/// which 10 rose, 3 of the 5 hard-to-reach schools among them; 7 others fell, and 10 are below by the provisional results of 2010.
/// </summary>
internal static class SampleSchools
{
    /// <summary>The authority whose plan the demo shows.</summary>
    public const string Authority = "372";

    public const string AuthorityName = "Rotherham";

    /// <summary>Pupils at level 4 in English and maths, in percent, that the floor asks for.</summary>
    private const int Floor = 55;

    private const int FirstUrn = 990_001;
    private const int Primaries = 84;

    private static readonly string[] Localities = ["North", "Central", "South", "West"];

    private static readonly string[] Advisers = ["P. Marchant", "S. Begum", "R. Tully", "J. Oldroyd"];

    private static readonly string[] Places =
    [
        "Ashgrove", "Beck Lane", "Birchfield", "Coppice", "Dale View", "Elm Bank", "Fallowmere", "Fernhill", "Garth", "Hazelwood", "High Croft", "Holmefield", "Ivy Lane", "Kestrel", "Larkspur",
        "Long Acre", "Meadowfold", "Millrace", "Oakwell", "Orchard", "Pasture Hill",
    ];

    private static readonly string[] Kinds = ["Primary School", "Junior School", "Church of England Primary School", "Community Primary School"];

    /// <summary>Which of them move, and how. Every other school stays above.</summary>
    private static readonly Dictionary<int, (SampleMove Move, bool HardToReach)> Moves = new()
    {
        [2] = (SampleMove.Rises, true), [9] = (SampleMove.Rises, true), [17] = (SampleMove.Rises, true), [23] = (SampleMove.Rises, false), [31] = (SampleMove.Rises, false),
        [38] = (SampleMove.Rises, false), [44] = (SampleMove.Rises, false), [52] = (SampleMove.Rises, false), [61] = (SampleMove.Rises, false), [70] = (SampleMove.Rises, false),
        [5] = (SampleMove.StaysBelow, true), [26] = (SampleMove.StaysBelow, true), [57] = (SampleMove.StaysBelow, false),
        [7] = (SampleMove.Falls, false), [14] = (SampleMove.Falls, false), [29] = (SampleMove.Falls, false), [41] = (SampleMove.Falls, false), [49] = (SampleMove.Falls, false),
        [66] = (SampleMove.Falls, false), [78] = (SampleMove.Falls, false),
    };

    /// <summary>The schools with year 6.</summary>
    public static readonly IReadOnlyList<SampleSchool> All = [.. Enumerable.Range(0, Primaries).Select(Make)];

    private static SampleSchool Make(int i)
    {
        var (move, hard) = Moves.GetValueOrDefault(i, (SampleMove.StaysAbove, false));
        var cohorts = new[] { 24 + (i * 7 % 37), 25 + (i * 11 % 36), 24 + (i * 5 % 38) };
        var above = 60 + (i * 13 % 33);
        int[] percents = move switch
        {
            SampleMove.Rises => [40 + (i % 12), 42 + (i % 11), 58 + (i % 9)],
            SampleMove.StaysBelow => [44 + (i % 5), 43 + (i % 7), 46 + (i % 6)],
            SampleMove.Falls => [66 + (i % 8), 59 + (i % 6), 45 + (i % 7)],
            // Some of them fall two years running and stay above: those are at risk.
            _ when i % 19 == 8 => [above + 6, above + 3, above],
            _ => [above - 2 - (i % 5), above, above + (i % 7) - 3],
        };
        return new(
            FirstUrn + i, $"{Places[i % Places.Length]} {Kinds[i / Places.Length]}", Localities[i % Localities.Length], Advisers[i % Advisers.Length], move, cohorts,
            [.. cohorts.Zip(percents, (cohort, percent) => Pupils(cohort, percent))], hard);
    }

    /// <summary>The pupils that come nearest to a percentage, on its side of the floor.</summary>
    private static int Pupils(int cohort, int percent)
    {
        var pupils = (int)Math.Round(cohort * percent / 100m, MidpointRounding.AwayFromZero);
        var enough = (int)Math.Ceiling(cohort * Floor / 100m);
        return percent >= Floor ? Math.Max(pupils, enough) : Math.Min(pupils, enough - 1);
    }
}

namespace ImprovementSuite.Workforce.Sample;

/// <summary>What becomes of a post of the sample. No rule's day lies between two that were published, so that both come out.</summary>
internal enum SampleLife
{
    /// <summary>One person is in it all the time.</summary>
    Kept,

    /// <summary>Somebody left early, and somebody else came long before December 2009.</summary>
    Refilled,

    /// <summary>Empty in December 2009; in August 2010 an agency worker covers it.</summary>
    Covered,

    /// <summary>Empty in December 2009, and still in August 2010.</summary>
    Empty,

    /// <summary>Empty in December 2009, filled by August 2010.</summary>
    Filled,

    /// <summary>Left in 2010, and covered by an agency worker since.</summary>
    LeftCovered,

    /// <summary>Left in 2010, and nobody has it.</summary>
    Left,

    /// <summary>Two share it, and one of them left in 2010.</summary>
    HalfLeft,
}

/// <summary>
/// An invented team and what becomes of its posts of qualified social workers: four full-time ones, one of 0.6 and one of 0.4, and two seniors, in this order;
/// a ninth is one social worker more.
/// </summary>
/// <param name="Lives">A letter a post.</param>
/// <param name="Managers">The same for its team managers.</param>
internal sealed record SampleTeam(string Name, string Lives, string Managers)
{
    /// <summary>Four localities with three teams each, called as in the cases of social care.</summary>
    public static readonly IReadOnlyList<SampleTeam> All =
    [
        new("North 1", "kfckkkkr", "kr"),
        new("North 2", "kfkrkkck", "r"),
        new("North 3", "fckkklkr", "k"),
        new("Central 1", "kcflkkrk", "kk"),
        new("Central 2", "cefcccwk", "c") { More = "r" },
        new("Central 3", "cfewkrkr", "f"),
        new("South 1", "kfkrklck", "k"),
        new("South 2", "cflkrkkr", "c"),
        new("South 3", "fhckkkrk", "k"),
        new("West 1", "cefekkwk", "c") { More = "r" },
        new("West 2", "efclkrrw", "kk"),
        new("West 3", "efckkkrk", "c"),
    ];

    /// <summary>Posts of social workers beyond the eight.</summary>
    public string More { get; init; } = "";

    public string Locality => Name[..Name.IndexOf(' ')];

    /// <summary>"C2" of "Central 2".</summary>
    public string Short => $"{Name[0]}{Name[^1]}";

    public static SampleLife LifeOf(char letter) => letter switch
    {
        'k' => SampleLife.Kept,
        'r' => SampleLife.Refilled,
        'c' => SampleLife.Covered,
        'e' => SampleLife.Empty,
        'f' => SampleLife.Filled,
        'l' => SampleLife.LeftCovered,
        'w' => SampleLife.Left,
        'h' => SampleLife.HalfLeft,
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "No life of a post of the sample."),
    };
}

namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>
/// An invented team. <see cref="InTime"/> and <see cref="Late"/> are its initial assessments of 1 April to 20 August 2010;
/// <see cref="OpenByDaysLeft"/> those open on 20 August with 0 to 7 working days left.
/// </summary>
internal sealed record SampleTeam(string Name, int InTime, int Late, int OpenPastLimit, int[] OpenByDaysLeft, string[] Workers)
{
    public string Locality => Name[..Name.IndexOf(' ')];
}

/// <summary>Four localities with three teams each. Central 2 struggles in 2010/11, and West has fewer people than it needs.</summary>
internal static class SampleTeams
{
    public static readonly SampleTeam[] All =
    [
        new("North 1", 108, 13, 0, [0, 1, 1, 1, 2, 0, 1, 1], ["S. Adeyemi", "P. Hartley", "M. Lisowska", "G. Tennant"]),
        new("North 2", 96, 18, 0, [1, 0, 1, 1, 1, 1, 1, 0], ["R. Bright", "N. Chowdhury", "E. Farrow", "V. Stubbs"]),
        new("North 3", 88, 18, 0, [0, 0, 1, 0, 2, 1, 0, 1], ["K. Mistry", "O. Penhale", "F. Sugden", "B. Wray"]),
        new("Central 1", 117, 21, 1, [0, 1, 1, 1, 1, 1, 1, 1], ["A. Dacosta", "H. Gledhill", "I. Nowak", "Y. Thorne"]),
        new("Central 2", 88, 41, 5, [2, 3, 2, 1, 2, 1, 1, 1], ["L. Brandt", "C. Okafor", "D. Shah"]),
        new("Central 3", 104, 31, 2, [1, 1, 1, 2, 1, 1, 1, 1], ["J. Whitfield", "T. Ekwueme", "R. Salt", "C. Varley"]),
        new("South 1", 90, 14, 0, [0, 1, 0, 1, 1, 2, 1, 1], ["M. Ashdown", "Z. Iqbal", "W. Kerr", "D. Raby"]),
        new("South 2", 78, 20, 1, [0, 1, 1, 1, 1, 0, 1, 1], ["E. Beighton", "S. Lund", "K. Omondi", "P. Yates"]),
        new("South 3", 85, 18, 0, [1, 0, 1, 1, 1, 1, 1, 0], ["N. Crabtree", "A. Joubert", "H. Moss", "G. Pinder"]),
        new("West 1", 55, 16, 1, [0, 1, 1, 1, 0, 1, 1, 0], ["B. Fenwick", "I. Kaur", "O. Roebuck"]),
        new("West 2", 42, 20, 2, [1, 1, 1, 1, 1, 0, 0, 1], ["T. Marsh", "F. Dlamini", "V. Holroyd"]),
        new("West 3", 36, 15, 1, [1, 1, 0, 1, 1, 0, 1, 0], ["A. Rahman", "J. Castle", "L. Swift"]),
    ];

    /// <summary>The five that Central 2 has past the limit: on which day they were referred and who has them.</summary>
    public static readonly (DateOnly ReceivedOn, string Worker)[] PastLimitInCentral2 =
    [
        (new(2010, 8, 2), "L. Brandt"), (new(2010, 8, 4), "C. Okafor"), (new(2010, 8, 5), "C. Okafor"), (new(2010, 8, 6), "L. Brandt"),
        (new(2010, 8, 9), ""),
    ];

    /// <summary>This referral of 5 August was entered three working days late.</summary>
    public static readonly (DateOnly ReceivedOn, DateOnly RecordedOn) EnteredLate = (new(2010, 8, 5), new(2010, 8, 10));
}

namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>So many things received on the days of a span.</summary>
internal readonly record struct Received(DateOnly From, DateOnly To, int Count);

/// <summary>So many assessments finished on the working days of a span, and how many of them in time.</summary>
internal readonly record struct Finished(DateOnly From, DateOnly To, int InTime, int Count)
{
    public int Late => Count - InTime;
}

/// <summary>
/// The counts that the invented records add up to. Those of a year, of 1 April to 30 November 2009, and of 13 July and 20 August 2010 give the
/// figures that were published; how they fall into months is invented.
/// </summary>
internal static class PublishedFigures
{
    public static readonly DateOnly FirstDay = new(2008, 4, 1);

    /// <summary>The day of the demo: the extract was taken in its early morning.</summary>
    public static readonly DateOnly LastDay = new(2010, 8, 20);

    /// <summary>3,940 in 2008/09; 2,652 to 30 November 2009; 3,286 in 2009/10; 1,207 to 13 July 2010; 1,545 to 20 August 2010.</summary>
    public static readonly Received[] Referrals =
    [
        Month(2008, 4, 330), Month(2008, 5, 335), Month(2008, 6, 345), Month(2008, 7, 350), Month(2008, 8, 265), Month(2008, 9, 325),
        Month(2008, 10, 345), Month(2008, 11, 335), Month(2008, 12, 275), Month(2009, 1, 330), Month(2009, 2, 325), Month(2009, 3, 380),
        Month(2009, 4, 320), Month(2009, 5, 325), Month(2009, 6, 345), Month(2009, 7, 350), Month(2009, 8, 280), Month(2009, 9, 340),
        Month(2009, 10, 350), Month(2009, 11, 342),
        // From December a duty team sees each contact first, so that fewer become referrals and nearly all of these are assessed.
        Days(2009, 12, 1, 9, 37), Days(2009, 12, 10, 31, 83), Month(2010, 1, 145), Month(2010, 2, 155), Month(2010, 3, 214),
        Month(2010, 4, 310), Month(2010, 5, 320), Month(2010, 6, 345),
        // Schools refer before they close for the summer; a quiet week follows.
        Days(2010, 7, 1, 4, 37), Days(2010, 7, 5, 13, 195), Days(2010, 7, 14, 22, 50), Days(2010, 7, 23, 31, 72), Days(2010, 8, 1, 10, 104),
        Days(2010, 8, 11, 20, 112),
    ];

    /// <summary>NI 59: 1,767 of 2,270; 1,158 of 1,586 to 30 November 2009; 1,814 of 2,412; 606 of 756 to 13 July 2010; 987 of 1,232.</summary>
    public static readonly Finished[] InitialAssessments =
    [
        Month(2008, 4, 141, 150), Month(2008, 5, 150, 190), Month(2008, 6, 152, 195), Month(2008, 7, 155, 201), Month(2008, 8, 128, 168),
        Month(2008, 9, 150, 195), Month(2008, 10, 157, 205), Month(2008, 11, 152, 198), Month(2008, 12, 130, 168), Month(2009, 1, 148, 192),
        Month(2009, 2, 145, 192), Month(2009, 3, 159, 216),
        Month(2009, 4, 148, 198), Month(2009, 5, 139, 193), Month(2009, 6, 151, 205), Month(2009, 7, 150, 208), Month(2009, 8, 127, 176),
        Month(2009, 9, 146, 199), Month(2009, 10, 150, 206), Month(2009, 11, 147, 201), Month(2009, 12, 131, 171), Month(2010, 1, 150, 194),
        Month(2010, 2, 158, 200), Month(2010, 3, 217, 261),
        Month(2010, 4, 178, 224), Month(2010, 5, 181, 229), Month(2010, 6, 176, 214),
        Days(2010, 7, 1, 13, 71, 89), Days(2010, 7, 14, 22, 145, 169), Days(2010, 7, 23, 31, 45, 66), Days(2010, 8, 1, 20, 191, 241),
    ];

    /// <summary>NI 60: 276 of 325; 119 of 175 to 30 November 2009; 280 of 350; 128 of 146.</summary>
    public static readonly Finished[] CoreAssessments =
    [
        Span(2008, 5, 2008, 6, 44, 50), Span(2008, 7, 2008, 9, 67, 80), Span(2008, 10, 2008, 12, 76, 90), Span(2009, 1, 2009, 3, 89, 105),
        Span(2009, 4, 2009, 7, 60, 88), Span(2009, 8, 2009, 11, 59, 87), Month(2009, 12, 31, 36), Month(2010, 1, 38, 42), Month(2010, 2, 42, 44),
        Month(2010, 3, 50, 53), Month(2010, 4, 28, 32), Month(2010, 5, 27, 31), Month(2010, 6, 26, 30), Month(2010, 7, 28, 31),
        Days(2010, 8, 1, 20, 19, 22),
    ];

    public const int OpenCoreAssessments = 41;

    /// <summary>Contacts, and how many of them ended in no further action: 33.18% from 1 April to 9 December 2009.</summary>
    public static readonly (Received Contacts, int NoFurtherAction)[] Contacts =
    [
        (new(FirstDay, new(2009, 3, 31), 5_150), 1_760), (new(new(2009, 4, 1), new(2009, 12, 9), 3_556), 1_180),
        (new(new(2009, 12, 10), new(2010, 3, 31), 1_450), 545), (new(new(2010, 4, 1), LastDay, 2_050), 631),
    ];

    /// <summary>Referrals that ended in no further action: 299 of 2,689, or 11.12%, from 1 April to 9 December 2009.</summary>
    public static readonly Received[] ReferralsWithoutFurtherAction =
    [
        new(FirstDay, new(2009, 3, 31), 441), new(new(2009, 4, 1), new(2009, 12, 9), 299),
        new(new(2009, 12, 10), new(2010, 3, 31), 4), new(new(2010, 4, 1), LastDay, 92),
    ];

    /// <summary>Common assessments completed since 1 April 2010.</summary>
    public static readonly Received CommonAssessments = new(new(2010, 4, 1), LastDay, 213);

    private static Received Days(int year, int month, int from, int to, int count) => new(new(year, month, from), new(year, month, to), count);

    private static Received Month(int year, int month, int count) => Days(year, month, 1, DateTime.DaysInMonth(year, month), count);

    private static Finished Days(int year, int month, int from, int to, int inTime, int count) =>
        new(new(year, month, from), new(year, month, to), inTime, count);

    private static Finished Month(int year, int month, int inTime, int count) =>
        Days(year, month, 1, DateTime.DaysInMonth(year, month), inTime, count);

    private static Finished Span(int fromYear, int fromMonth, int toYear, int toMonth, int inTime, int count) =>
        new(new(fromYear, fromMonth, 1), new(toYear, toMonth, DateTime.DaysInMonth(toYear, toMonth)), inTime, count);
}

namespace ImprovementSuite.Schools.Results;

/// <summary>How far the results of a round are settled. They are kept side by side; the most settled one is rated.</summary>
internal enum ResultStatus
{
    Provisional = 1,
    Revised,
    Final,
}

/// <summary>The codes of the feed.</summary>
internal static class ResultStatuses
{
    public static readonly IReadOnlyDictionary<string, int> Codes = Enum.GetValues<ResultStatus>().ToDictionary(status => status.Words(), status => (int)status);

    /// <summary>"provisional".</summary>
    public static string Words(this ResultStatus status) => status.ToString().ToLowerInvariant();
}

/// <summary>One round of tests: those of a year, with results of one status.</summary>
/// <param name="Year">The year of the tests: 2010 is the school year 2009/10.</param>
internal readonly record struct ResultSet(int Year, ResultStatus Status)
{
    /// <summary>The first year of which results are taken.</summary>
    public const int FirstYear = 1996;

    /// <summary>
    /// The day that stands for the round of a year wherever a day is needed: the last of May, the month of the tests. So the figures of a round keep
    /// their place when they are revised.
    /// </summary>
    public static DateOnly RoundDay(int year) => new(year, 5, 31);

    /// <summary>"2010 provisional".</summary>
    public override string ToString() => $"{Year} {Status.Words()}";

    /// <summary>As an address writes it: "2010-provisional".</summary>
    public string Key => $"{Year}-{Status.Words()}";

    /// <summary>What an address says; null where it is none.</summary>
    public static ResultSet? Of(string? key) =>
        key?.Split('-') is [var year, var status] && int.TryParse(year, out var number) && ResultStatuses.Codes.TryGetValue(status, out var code) ? new(number, (ResultStatus)code) : null;
}

namespace ImprovementSuite.SocialCare.WorkInProgress;

/// <summary>How many working days are left to the limit: a column of the table of teams, and a filter of the list.</summary>
/// <param name="Key">What the address calls it.</param>
/// <param name="From">The fewest days left; negative is past the limit.</param>
/// <param name="To">The most.</param>
internal sealed record DaysLeft(string Key, int From, int To)
{
    public static readonly DaysLeft Past = new("past", int.MinValue, -1);

    public static readonly DaysLeft Today = new("today", 0, 0);

    /// <summary>Work whose clock has no day to run from, because its referral has not come.</summary>
    public static readonly DaysLeft NotKnown = new("not-known", 0, -1);

    /// <summary>A limit up to this is shown day by day.</summary>
    public const int FewDays = 10;

    private static readonly int[] Ends = [2, 5, 10, 20];

    /// <summary>"Past limit", "Today", "1 day", "3 to 5 days".</summary>
    public string Title => (this, From, To) switch
    {
        _ when this == Past => "Past limit",
        _ when this == Today => "Today",
        _ when this == NotKnown => "Not known",
        (_, 1, 1) => "1 day",
        var (_, from, to) => from == to ? $"{from} days" : $"{from} to {to} days",
    };

    /// <summary>The columns for a limit: day by day where it is short, else in steps that grow.</summary>
    public static IReadOnlyList<DaysLeft> Columns(int limit)
    {
        int[] ends = limit <= FewDays ? [.. Enumerable.Range(1, limit)] : [.. Ends.Where(end => end < limit), limit];
        return [Past, Today, .. ends.Select((end, i) => Between(i == 0 ? 1 : ends[i - 1] + 1, end))];
    }

    public bool Holds(int? left) => left is { } days ? From <= days && days <= To : this == NotKnown;

    private static DaysLeft Between(int from, int to) => new(from == to ? $"{from}" : $"{from}-{to}", from, to);
}

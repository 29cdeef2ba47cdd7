namespace ImprovementSuite.Benchmarks.Pages;

/// <summary>A row of the bare page: the nine columns of the plan's table as ready texts.</summary>
internal sealed record BareRow(string Line, string Reading, string Expected, string Trend, string Computed, string Declared, string Since, string Lead, string AsAt)
{
    public static readonly IReadOnlyList<BareRow> Fifty =
    [
        .. Enumerable.Range(1, 50).Select(row => new BareRow(
            $"{row}. Initial assessments within 7 working days of referral", $"{row + 40}.5%", "87%", "none", "Amber", "Green", "Improving", "Head of service, Social Work", "20 Aug")),
    ];
}

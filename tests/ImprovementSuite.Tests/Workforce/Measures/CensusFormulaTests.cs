using ImprovementSuite.Contracts;
using ImprovementSuite.Workforce.Measures;
using Sylvan.Data.Csv;

namespace ImprovementSuite.Tests.Workforce.Measures;

/// <summary>
/// The department publishes counts to one decimal and the rates that it made of its exact ones: in nearly every row of every authority and year the formula gives
/// the published rate from the published counts. Where it does not, the row's counts leave out what its rate has, as in 2023 and 2024 where
/// some authorities are missing from sums.
/// </summary>
public sealed class CensusFormulaTests
{
    /// <summary>A tenth of the published rate and a little for that of the counts.</summary>
    private const decimal Tolerance = 0.11m;

    private static readonly IReadOnlyList<Func<string, string>> Rows = Read();

    [Fact]
    public void Every_published_row_is_here() => Assert.Equal(1463, Rows.Count);

    [Theory]
    [InlineData("vacancy_rate_fte", 1461, 1461)]
    [InlineData("agency_rate_fte", 1445, 1449)]
    [InlineData("turnover_rate_fte", 1449, 1453)]
    [InlineData("caseload_fte", 1457, 1458)]
    [InlineData("absence_rate_fte", 1440, 1444)]
    [InlineData("agency_cover_rate_fte", 1350, 1400)]
    [InlineData("vacancy_agency_cover_rate_fte", 1363, 1410)]
    public void A_formula_gives_the_published_rate(string rate, int agree, int published)
    {
        var compared = Rows.Select(row => (Published: Number(row(rate)), Ours: Of(rate, row)?.Value)).Where(row => row is { Published: not null, Ours: not null }).ToList();

        Assert.Equal(published, compared.Count);
        Assert.Equal(agree, compared.Count(row => Math.Abs(row.Ours!.Value - row.Published!.Value) <= Tolerance));
    }

    private static Figure? Of(string rate, Func<string, string> row)
    {
        string[] needs = rate switch
        {
            "vacancy_rate_fte" => ["vacancy_fte", "inpost_fte"],
            "agency_rate_fte" => ["agency_fte", "inpost_fte"],
            "turnover_rate_fte" => ["leavers_fte", "inpost_fte"],
            "caseload_fte" => ["cases", "case_holders_fte"],
            "absence_rate_fte" => ["working_days_lost_fte", "inpost_fte"],
            "agency_cover_rate_fte" => ["agency_cover_fte", "agency_fte"],
            _ => ["agency_cover_fte", "vacancy_fte"],
        };
        if (needs.Any(need => Number(row(need)) is null))
            return null;
        var counts = new CensusCounts(
            Vacancies: Hundredths(row("vacancy_fte")), InPost: Hundredths(row("inpost_fte")), Agency: Hundredths(row("agency_fte")), Leavers: Hundredths(row("leavers_fte")),
            Cases: (long)(Number(row("cases")) ?? 0), Holders: Hundredths(row("case_holders_fte")), DaysLost: Hundredths(row("working_days_lost_fte")), Covering: Hundredths(row("agency_cover_fte")));
        return rate switch
        {
            "vacancy_rate_fte" => counts.VacancyRate,
            "agency_rate_fte" => counts.AgencyRate,
            "turnover_rate_fte" => counts.Turnover,
            "caseload_fte" => counts.Caseload,
            "absence_rate_fte" => counts.Absence,
            "agency_cover_rate_fte" => counts.AgencyCovering,
            _ => counts.VacanciesCovered,
        };
    }

    private static long Hundredths(string text) => (long)Math.Round((Number(text) ?? 0) * 100);

    private static decimal? Number(string text) => decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static List<Func<string, string>> Read()
    {
        using var csv = CsvDataReader.Create(Path.Combine(AppContext.BaseDirectory, "Workforce", "Measures", "TestData", "csww_indicators_2017_to_2025.csv"));
        var rows = new List<Func<string, string>>();
        while (csv.Read())
        {
            var cells = Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString);
            rows.Add(heading => cells[heading]);
        }
        return rows;
    }
}

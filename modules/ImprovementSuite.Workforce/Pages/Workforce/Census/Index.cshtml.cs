using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Measures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Workforce.Pages.Workforce.Census;

/// <summary>A rate of the census: what it is, how it is made, and its figure of a year.</summary>
internal sealed record RateOfCensus(string Title, string Formula, Func<CensusCounts, Figure> Of);

/// <summary>The rates of each return of the workforce census, with their formulas and counts.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class IndexModel(ModuleDatabase<WorkforceDb> database) : PageModel
{
    public static readonly IReadOnlyList<RateOfCensus> Rates =
    [
        new("Vacancy rate", "vacancies / (vacancies + in post)", counts => counts.VacancyRate), new("Agency rate", "agency / (agency + in post)", counts => counts.AgencyRate),
        new("Turnover", "left in the year / in post on 30 September", counts => counts.Turnover),
        new("Caseload", "cases / full-time posts of those who hold a case or more, agency included", counts => counts.Caseload),
        new("Sickness absence", $"working days lost / (in post x {CensusCounts.WorkingDays} working days)", counts => counts.Absence),
    ];

    /// <summary>Only where the return says which agency workers cover a vacancy: its XML does not.</summary>
    public static readonly IReadOnlyList<RateOfCensus> CoverRates =
    [
        new("Agency workers covering vacancies", "agency workers who cover a vacancy / agency", counts => counts.AgencyCovering),
        new("Vacancies covered by agency", "agency workers who cover a vacancy / vacancies", counts => counts.VacanciesCovered),
    ];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<(DateOnly Round, CensusCounts Counts)> Returns { get; private set; } = [];

    public void OnGet() => Returns = [.. database.Read(CensusRate.Read).OrderByDescending(one => one.Round)];

    public IActionResult OnGetCsv()
    {
        OnGet();
        return CsvDownload.Of(
            "workforce-census.csv", ["Year", "Rate", "Formula", "Numerator", "Denominator", "Value"],
            Returns.SelectMany(one => RatesOf(one.Counts).Select(rate => (Rate: rate, Figure: rate.Of(one.Counts)))
                .Select(row => (string[])[$"{one.Round.Year}", row.Rate.Title, row.Rate.Formula, .. Parts(row.Figure), row.Figure.Value is { } value ? Say.Number(value).Replace(",", "") : ""])));
    }

    public static IEnumerable<RateOfCensus> RatesOf(CensusCounts counts) => counts.Covering > 0 ? Rates.Concat(CoverRates) : Rates;

    /// <summary>"14.2%", "15.2"; "Nothing to divide by" where it is of none.</summary>
    public static string Value(Figure figure) => figure.Value is not { } value ? "Not known: it would be of none" : figure.Unit == Unit.PerPost ? value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) : Say.PercentInTable(value);

    private static string[] Parts(Figure figure) => figure.Unit switch
    {
        Unit.PercentOfPosts => [Say.Posts(figure.Numerator!.Value), Say.Posts(figure.Denominator!.Value)],
        Unit.PerPost => [$"{figure.Numerator}", Say.Posts(figure.Denominator!.Value)],
        _ => [$"{figure.Numerator}", $"{figure.Denominator}"],
    };
}

using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Spend;

/// <summary>What agency staff cost in a year, what is still to come in, where the year would end, and what the money went on.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class SpendModel(WorkforceDb db, ModuleDatabase<WorkforceDb> database, BusinessClock clock) : PageModel
{
    /// <summary>The calendar year in which the year begins.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Asked { get; set; }

    public FinancialYear Year { get; private set; }

    public IReadOnlyList<FinancialYear> Years { get; private set; } = [];

    public SpendOutlook Outlook { get; private set; } = null!;

    public SpendCeiling? Ceiling { get; private set; }

    public IReadOnlyList<SpendPart> Parts { get; private set; } = [];

    /// <summary>Of the invoices that came in the year so far.</summary>
    public InvoiceLag? Lag { get; private set; }

    /// <summary>The same of the whole year before.</summary>
    public InvoiceLag? LagBefore { get; private set; }

    /// <summary>Agencies whose workers worked in a month of which no invoice has come, with these months.</summary>
    public IReadOnlyList<(string Agency, IReadOnlyList<DateOnly> Months)> WithoutInvoice { get; private set; } = [];

    public FinancialYear Before => new(Year.First - 1);

    public Chart? Chart { get; private set; }

    /// <summary>What the year is shown by: the name in addresses, the heading, and its rows with the dearest first.</summary>
    public IEnumerable<(string Filter, string Heading, IReadOnlyList<SpendRow> Rows)> Breakdowns =>
    [
        ("agency", "Agency", Rows(part => (part.Agency, part.Agency))),
        ("contract", "Contract", Rows(part => part.Contract.Length == 0 ? (InvoicesModel.NoContract, "Under no contract") : (part.Contract, part.Contract))),
        ("role", "Role", Rows(part => (part.Role.ToString(), part.Role.Words()))),
        ("service", "Service", Rows(part => part.SocialCare ? ("social-care", "Social care") : ("other", "Other services"))),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Read())
            return NotFound();
        Ceiling = await db.Set<SpendCeiling>().AsNoTracking().SingleOrDefaultAsync(ceiling => ceiling.Year == Year.First, cancel);
        if (Outlook.IsKnown && Outlook.Months.Count > 1)
            Chart = new Chart(
                $"What the work of each month of {Year.Name} comes to when all is in, in pounds", Year.From, Year.To)
            {
                Months = [.. Outlook.Months.Select(month => new ChartMonth(month.Month, month.Month.AddMonths(1).AddDays(-1), Math.Round(month.Expected!.Value / 100m), month.Accrued == 0))],
            };
        return Page();
    }

    public IActionResult OnGetCsv() => Read()
        ? CsvDownload.Of(
            $"agency-spend-{Year.First}-{Year.First + 1}.csv", ["Agency", "Contract", "Role", "Service", "Month worked", "Invoices", "Pounds"],
            Parts.GroupBy(part => (part.Agency, part.Contract, part.Role, part.SocialCare, part.Month)).OrderBy(part => part.Key.Agency).ThenBy(part => part.Key.Contract).ThenBy(part => part.Key.Role).ThenBy(part => part.Key.Month)
                .Select(part => (IReadOnlyList<string>)
                [
                    part.Key.Agency, part.Key.Contract, part.Key.Role.Words(), part.Key.SocialCare ? "Social care" : "Other services", part.Key.Month.ToString("yyyy-MM"),
                    $"{part.Sum(row => row.Invoices)}", Pounds.Plain(part.Sum(row => row.Pence)),
                ]))
        : NotFound();

    private bool Read()
    {
        var today = clock.Today;
        Year = Asked is { } asked ? new(Math.Clamp(asked, 1990, 9000)) : FinancialYear.Of(today);
        if (Year.From > today)
            return false;
        database.Read(connection =>
        {
            Years = AgencyReading.Years(connection, today);
            Parts = AgencyReading.Parts(connection, Year);
            WithoutInvoice = [.. AgencyReading.WithoutInvoice(connection, today).GroupBy(one => one.Agency, one => one.Month).Select(agency => (agency.Key, (IReadOnlyList<DateOnly>)[.. agency]))];
            var development = AgencyReading.Development(connection, Before, today);
            Outlook = SpendOutlook.Of(Year, Parts.Sum(part => part.Pence), development, today);
            (Lag, LagBefore) = (InvoiceLag.Of(development.Where(invoice => Year.Has(invoice.ReceivedOn))), InvoiceLag.Of(development.Where(invoice => Before.Has(invoice.ReceivedOn))));
            return true;
        });
        return true;
    }

    private List<SpendRow> Rows(Func<SpendPart, (string Value, string Title)> by) =>
        [.. Parts.GroupBy(by).Select(part => new SpendRow(part.Key.Value, part.Key.Title, part.Sum(row => row.Invoices), part.Sum(row => row.Pence))).OrderByDescending(row => row.Pence).ThenBy(row => row.Title)];
}

/// <summary>A line of a breakdown.</summary>
/// <param name="Value">As the filter of invoices takes it.</param>
internal sealed record SpendRow(string Value, string Title, int Invoices, long Pence);

using System.Globalization;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Spend;

/// <summary>The invoices behind a figure of agency spend.</summary>
[Authorize(Tasks.LookAfterSpend)]
internal sealed class InvoicesModel(WorkforceDb db, BusinessClock clock) : PageModel
{
    public const int PageSize = 50;

    /// <summary>In addresses, of invoices under no contract.</summary>
    public const string NoContract = "-";

    public static readonly IReadOnlyList<(string, string)> Services = [("", "All services"), ("social-care", "Social care"), ("other", "Other services")];

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Asked { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public PostRole? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Service { get; set; }

    /// <summary>In which the work ended, as 2010-05.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>1, 2, 3...</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public FinancialYear Year { get; private set; }

    public IReadOnlyList<string> Agencies { get; private set; } = [];

    public IReadOnlyList<string> Contracts { get; private set; } = [];

    public IReadOnlyList<Invoice> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public long Pence { get; private set; }

    public bool HasNext => Total > Number * PageSize;

    public IEnumerable<(string, string)> Roles => Enum.GetValues<PostRole>().Select(role => (role.ToString(), role.Words())).Prepend(("", "All roles"));

    public IEnumerable<(string, string)> Months => Year.Months.Select(month => (month.ToString("yyyy-MM", CultureInfo.InvariantCulture), Platform.Ui.Say.Month(month))).Prepend(("", "All months"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Matching() is not { } matching)
            return NotFound();
        Number = Math.Clamp(Number, 1, 1_000_000);
        var ofYear = OfYear();
        Agencies = await ofYear.Select(invoice => invoice.Agency).Distinct().Order().ToListAsync(cancel);
        Contracts = await ofYear.Where(invoice => invoice.Contract != "").Select(invoice => invoice.Contract).Distinct().Order().ToListAsync(cancel);
        (Total, Pence) = (await matching.CountAsync(cancel), await matching.SumAsync(invoice => invoice.Pence, cancel));
        Rows = await Ordered(matching).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) => Matching() is not { } matching ? NotFound() : CsvDownload.Of(
        $"invoices-{Year.First}-{Year.First + 1}.csv", ["Number", "Agency", "Contract", "Role", "Service", "Worked from", "Worked to", "Received", "Counts on", "Pounds"],
        (await Ordered(matching).ToListAsync(cancel)).Select(invoice => (IReadOnlyList<string>)
        [
            invoice.Number, invoice.Agency, invoice.Contract, invoice.Role.Words(), invoice.SocialCare ? "Social care" : "Other services", $"{invoice.WorkedFrom:yyyy-MM-dd}", $"{invoice.WorkedToOn:yyyy-MM-dd}",
            $"{invoice.ReceivedOn:yyyy-MM-dd}", $"{invoice.SpentOn:yyyy-MM-dd}", Pounds.Plain(invoice.Pence),
        ]));

    /// <summary>The address of the same list, of another page or as a file.</summary>
    public string Address(int page, string? handler = null) =>
        Url.Page(null, handler, new { year = Year.First, agency = Agency, contract = Contract, role = Role, service = Service, month = Month, number = page })!;

    /// <summary>Null where the address asks for what there is not.</summary>
    private IQueryable<Invoice>? Matching()
    {
        Year = Asked is { } asked ? new(Math.Clamp(asked, 1990, 9000)) : FinancialYear.Of(clock.Today);
        if (!ModelState.IsValid || (Role is { } known && !Enum.IsDefined(known)) || Services.All(service => service.Item1 != (Service ?? "")))
            return null;
        var invoices = OfYear();
        if (!string.IsNullOrEmpty(Agency))
            invoices = invoices.Where(invoice => invoice.Agency == Agency);
        if (!string.IsNullOrEmpty(Contract))
            invoices = invoices.Where(invoice => invoice.Contract == (Contract == NoContract ? "" : Contract));
        if (Role is { } role)
            invoices = invoices.Where(invoice => invoice.Role == role);
        if (!string.IsNullOrEmpty(Service))
            invoices = invoices.Where(invoice => invoice.SocialCare == (Service == "social-care"));
        if (!string.IsNullOrEmpty(Month))
        {
            if (!DateOnly.TryParseExact(Month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
                return null;
            var next = first.AddMonths(1);
            invoices = invoices.Where(invoice => invoice.WorkedToOn >= first && invoice.WorkedToOn < next);
        }
        return invoices;
    }

    private IQueryable<Invoice> OfYear()
    {
        var (from, to) = (Year.From, Year.To);
        return db.Set<Invoice>().AsNoTracking().Where(invoice => invoice.Counts && invoice.SpentOn >= from && invoice.SpentOn <= to);
    }

    private static IQueryable<Invoice> Ordered(IQueryable<Invoice> invoices) => invoices.OrderByDescending(invoice => invoice.ReceivedOn).ThenByDescending(invoice => invoice.Id);
}

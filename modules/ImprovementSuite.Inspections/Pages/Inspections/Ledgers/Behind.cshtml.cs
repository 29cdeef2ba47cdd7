using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Inspections.Pages.Inspections.Ledgers;

/// <summary>Leads from a figure of the plan to the recommendations that it counts: the days are those of the figure.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class BehindModel : PageModel
{
    /// <summary>The address of the recommendations behind a measure, as its definition gives it.</summary>
    public static string PathOf(string measure) => $"/inspections/ledger/behind/{Uri.EscapeDataString(measure)}";

    public IActionResult OnGet(string measure, DateOnly? from, DateOnly? to) => Redirect((measure == MetInTimescale.Code
        ? new LedgerFilter { Counted = LedgerFilter.InFigures, DueFrom = EnglishDay.Write(from), DueTo = EnglishDay.Write(to) }
        : new LedgerFilter { Counted = measure }).Address());
}

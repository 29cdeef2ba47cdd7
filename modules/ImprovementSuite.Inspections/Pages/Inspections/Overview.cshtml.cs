using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections;

[Authorize(Tasks.ReadFigures)]
internal sealed class OverviewModel(InspectionsDb db) : PageModel
{
    public int All { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => All = await db.Ledger.CountAsync(cancel);
}

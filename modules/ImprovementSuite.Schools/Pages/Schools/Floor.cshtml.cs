using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>The floor standard of each year, and where it is written down.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class FloorModel(SchoolsDb db) : PageModel
{
    public IReadOnlyList<FloorStandard> Standards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Standards = await db.Standards.AsNoTracking().OrderByDescending(standard => standard.FromYear).ToListAsync(cancel);
}

using ImprovementSuite.Inspections.Authorities;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Authorities;

/// <summary>What a file of the overview would change, before any of it does.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class OverviewFileModel(InspectionsDb db, OverviewDesk desk) : PageModel
{
    private const string Authorities = "/inspections/authorities";

    public OverviewFile Overview { get; private set; } = null!;

    /// <summary>Null where it does not wait any more.</summary>
    public OverviewChanges? Changes { get; private set; }

    public OverviewRead? Rows { get; private set; }

    /// <summary>The file that stood when the person was shown the changes.</summary>
    [BindProperty]
    public int Standing { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await Read(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTakeAsync(int id, CancellationToken cancel) => await Answer(id, await desk.Take(id, Standing, Actor.Of(User), cancel), cancel);

    public async Task<IActionResult> OnPostDropAsync(int id, CancellationToken cancel) => await Answer(id, await desk.Drop(id, Actor.Of(User), cancel), cancel);

    private async Task<IActionResult> Answer(int id, string? refused, CancellationToken cancel)
    {
        if (refused is null)
            return Redirect(Authorities);
        ModelState.Clear();
        ModelState.AddModelError("", refused);
        return await Read(id, cancel) ? Page() : NotFound();
    }

    private async Task<bool> Read(int id, CancellationToken cancel)
    {
        if (await db.Set<OverviewFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, cancel) is not { } file)
            return false;
        Overview = file;
        if (file.State != OverviewState.Waiting)
            return true;
        Standing = await desk.Standing(cancel);
        (Rows, Changes) = await desk.Look(file, cancel);
        return true;
    }
}

using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan.Packs;

/// <summary>The pack as a page: on a screen to be read, on A4 across to be printed or kept as PDF.</summary>
internal sealed class PrintModel(PackShelf shelf, PlanDb db) : PageModel
{
    public PackContent Pack { get; private set; } = null!;
    public IReadOnlyList<PackPart> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGet(DateOnly panel, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await shelf.Of(panel, cancel) is not { } pack)
            return NotFound();
        (Pack, Parts) = (pack.Content, PackDocument.Of(pack.Content));
        await db.RecordExport(Actor.Of(User), pack, "page to print", cancel);
        return Page();
    }
}

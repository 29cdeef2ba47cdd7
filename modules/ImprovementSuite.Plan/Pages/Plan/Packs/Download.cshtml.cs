using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan.Packs;

/// <summary>A pack as a file. Who took which is kept in the change log.</summary>
internal sealed class DownloadModel(PackShelf shelf, PackPress press, PlanDb db) : PageModel
{
    public async Task<IActionResult> OnGet(DateOnly panel, PackForm form, bool publication, CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(form) || await shelf.Of(panel, cancel) is not { } pack)
            return NotFound();
        if (publication)
            pack = PublicPack.Of(pack);
        // The press keeps the panel's own packs; one for publication is seldom asked for.
        var file = (publication ? null : press.Written(pack, form)) ?? form.Write(pack.Content);
        await db.RecordExport(Actor.Of(User), pack, publication ? $"{form} for publication" : form.ToString(), cancel);
        return File(file, form.ContentType(), form.FileName(pack.Content));
    }
}

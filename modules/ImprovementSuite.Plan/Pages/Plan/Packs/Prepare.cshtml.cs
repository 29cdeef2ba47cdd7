using Hangfire;
using ImprovementSuite.Plan.Packs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan.Packs;

/// <summary>How far the pack of a long plan has been written; when it is done, the link to it.</summary>
internal sealed class PrepareModel(PackShelf shelf, PackPress press, IBackgroundJobClient jobs) : PageModel
{
    public ShelvedPack Pack { get; private set; } = null!;
    public PackForm Form { get; private set; }
    public PackPress.Print Print { get; private set; } = null!;

    /// <summary>The address of the file.</summary>
    public string Address => $"/plan/packs/{Pack.Content.Panel:yyyy-MM-dd}/{Form.ToString().ToLowerInvariant()}";

    public async Task<IActionResult> OnGet(DateOnly panel, PackForm form, CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(form) || await shelf.Of(panel, cancel) is not { } pack)
            return NotFound();
        (Pack, Form, Print) = (pack, form, press.Ordered(pack, form, jobs));
        if (Print.Failed)
            press.Forget(pack, form);
        return Page();
    }
}

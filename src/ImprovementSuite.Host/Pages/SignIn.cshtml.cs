using ImprovementSuite.Host.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Host.Pages;

/// <summary>In the demo: choose who to be. Otherwise: where the start link is.</summary>
[AllowAnonymous]
internal sealed class SignInModel(StartLink? startLink = null) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    // The start link exists outside the demo alone.
    public IReadOnlyList<DemoPerson> People => startLink is null ? DemoPerson.All : [];

    public async Task<IActionResult> OnPostAsync(string? person)
    {
        if (People.FirstOrDefault(demo => demo.Id == person) is not { } chosen)
            return BadRequest();
        await HttpContext.SignInAs(chosen.Id, chosen.Name, chosen.Role, chosen.Workstream, chosen.Team);
        // An address of somebody else's would make our sign-in page send people there.
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}

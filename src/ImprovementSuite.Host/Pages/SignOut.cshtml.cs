using ImprovementSuite.Host.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Host.Pages;

/// <summary>Signs out by POST, so that no link or picture elsewhere can do it.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(SignIns signIns) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIns.End(HttpContext);
        return LocalRedirect("/sign-in");
    }
}

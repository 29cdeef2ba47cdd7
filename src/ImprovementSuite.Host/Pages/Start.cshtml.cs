using System.Net;
using ImprovementSuite.Host.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Host.Pages;

/// <summary>Where the start link leads.</summary>
[AllowAnonymous]
internal sealed class StartModel(StartLink? startLink = null) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? token)
    {
        if (startLink is null)
            return NotFound();
        var fromHere = HttpContext.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        if (!fromHere || !startLink.TryUse(token))
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page();
        }

        await HttpContext.SignInAs("local-administrator", Role.LocalAdministrator.Name, Role.LocalAdministrator);
        return LocalRedirect("/");
    }
}

using System.Security.Claims;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ImprovementSuite.Host.People;

internal static class SigningIn
{
    public static Task SignInAs(this HttpContext http, string id, string name, Role role, string? workstream = null, string? team = null) =>
        http.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            new ClaimsPrincipal(new ClaimsIdentity(
                [new Claim(ClaimTypes.NameIdentifier, id), new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, role.Name), .. Workstreams.Claims(workstream), .. Teams.Claims(team)],
                CookieAuthenticationDefaults.AuthenticationScheme)));
}

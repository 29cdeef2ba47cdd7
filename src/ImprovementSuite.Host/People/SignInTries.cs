using ImprovementSuite.Host.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Host.People;

/// <summary>
/// Accounts are shut one by one after five wrong passwords; whoever tries one password on every account is stopped by the address. Hashing a password costs
/// a tenth of a second, so the same limit keeps a flood of tries from taking the machine.
/// </summary>
internal sealed class SignInTries(SignInSettings settings, ILogger<SignInTries> log) : IDisposable
{
    private readonly RefusalLimit _limit = new(settings.RefusalsPerMinute);

    /// <summary>The answer to an address that failed too often; null where the try is to be looked at.</summary>
    public IActionResult? Refusal(PageModel page)
    {
        if (!_limit.IsSpent(page.HttpContext.Connection.RemoteIpAddress))
            return null;
        page.ModelState.AddModelError("", "Too many sign-ins from your network have failed in the last minute. Wait a minute, and try again");
        page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        page.Response.Headers.RetryAfter = "60";
        return page.Page();
    }

    /// <summary>A try has failed.</summary>
    public void Failed(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        _limit.Count(address);
        if (_limit.IsSpent(address))
            log.LogWarning("More than {Most} sign-ins a minute fail from {Address}; no more of it are looked at for a while.", settings.RefusalsPerMinute, address);
    }

    public void Dispose() => _limit.Dispose();
}

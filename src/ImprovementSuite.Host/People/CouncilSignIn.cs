using System.Security.Claims;
using ImprovementSuite.Host.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ImprovementSuite.Host.People;

/// <summary>The council's own provider says who somebody is; an account here says what they may do.</summary>
internal static class CouncilSignIn
{
    public const string Scheme = "council";

    public static void AddCouncilSignIn(this AuthenticationBuilder authentication, CouncilProvider council) => authentication.AddOpenIdConnect(Scheme, openId =>
    {
        openId.Authority = council.Authority.ToString();
        openId.RequireHttpsMetadata = council.Authority.Scheme == Uri.UriSchemeHttps;
        (openId.ClientId, openId.ClientSecret) = (council.ClientId, council.ClientSecret);
        openId.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes by address and not by a form from elsewhere: so the cookies of the question may stay strict about other sites.
        openId.ResponseMode = OpenIdConnectResponseMode.Query;
        openId.CallbackPath = "/sign-in/council/answer";
        openId.SignInScheme = IdentityConstants.ExternalScheme;
        openId.MapInboundClaims = false;
        openId.Scope.Add("email");
        // An identifier is one of its issuer alone.
        openId.ClaimActions.Remove("iss");
        foreach (var cookie in new[] { openId.CorrelationCookie, openId.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        openId.Events.OnRemoteFailure = failure =>
        {
            failure.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("ImprovementSuite.SignIn").LogWarning("The council's sign-in failed: {Reason}", failure.Failure?.GetType().Name);
            failure.Response.Redirect("/sign-in?council=failed");
            failure.HandleResponse();
            return Task.CompletedTask;
        };
    });

    /// <summary>
    /// The account of somebody whom the provider has named. The first time it is found by e-mail address, which an administrator has entered; from then
    /// on by the provider's own identifier, so that an address that passes on to another does not open it.
    /// </summary>
    public static async Task<Account?> AccountOf(this UserManager<Account> accounts, ClaimsPrincipal named)
    {
        if (named.FindFirstValue("sub") is not { } subject || named.FindFirstValue("iss") is not { } issuer)
            return null;
        if (await accounts.FindByLoginAsync(issuer, subject) is { } known)
            return known;
        if ((named.FindFirstValue("email") ?? named.FindFirstValue("preferred_username")) is not { } email || named.FindFirstValue("email_verified") == "false")
            return null;
        if (await accounts.FindByEmailAsync(email) is not { } account || (await accounts.GetLoginsAsync(account)).Any(login => login.LoginProvider == issuer))
            return null;
        return (await accounts.AddLoginAsync(account, new UserLoginInfo(issuer, subject, null))).Succeeded ? account : null;
    }
}

using ImprovementSuite.Host.Pages;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace ImprovementSuite.Host.People;

internal static class PeopleSetup
{
    /// <summary>Cookie sign-in, a policy for each task, and a refusal for whatever asks for none.</summary>
    public static void AddPeople(this WebApplicationBuilder builder, bool demo)
    {
        if (!demo)
            builder.Services.AddSingleton<StartLink>();

        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "suite-person";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Events.OnRedirectToLogin = unknown =>
            {
                // A person is shown the way in; a program is told that it has no key.
                if (unknown.Request.WantsPage())
                    unknown.Response.Redirect(unknown.RedirectUri);
                else
                    unknown.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            };
            // The refusal is said in a sentence at the address that was asked for, not by sending people elsewhere.
            cookie.Events.OnRedirectToAccessDenied = refused =>
            {
                refused.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });

        var policies = builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build());
        foreach (var task in Platform.People.Tasks.All)
            policies.AddPolicy(task, policy => policy.RequireRole(Role.NamesWith(task)));
    }
}

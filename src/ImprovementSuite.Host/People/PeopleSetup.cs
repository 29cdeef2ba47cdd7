using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.Pages;
using ImprovementSuite.Platform.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace ImprovementSuite.Host.People;

internal static class PeopleSetup
{
    /// <summary>For this long nothing was asked for: then people sign in again. Long enough to write an update without losing it.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    private static readonly TimeSpan LinkOpens = TimeSpan.FromDays(3);

    /// <summary>Sign-in, a policy for each task, and a refusal for whatever asks for none.</summary>
    public static void AddPeople(this WebApplicationBuilder builder, bool demo)
    {
        var settings = SignInSettings.Of(builder.Configuration);
        builder.Services.AddSingleton(settings).AddSingleton<SignInTries>().AddScoped<SignIns>().AddMemoryCache();
        if (!demo)
        {
            builder.Services.AddSingleton<StartLink>();
        }

        var authentication = builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "suite-person";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Idle;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Events.OnValidatePrincipal = SignIns.Validate;
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
        foreach (var (scheme, name) in new[] { (IdentityConstants.TwoFactorUserIdScheme, "suite-half-signed-in"), (IdentityConstants.ExternalScheme, "suite-council") })
            authentication.AddCookie(scheme, cookie =>
            {
                cookie.Cookie.Name = name;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(10);
            });
        if (settings.Council is { } council)
            authentication.AddCouncilSignIn(council);
        builder.AddAccounts();
        builder.Services.AddSingleton(services => new Platform.People.KnownPeople(
            demo ? () => [.. DemoPerson.All.Select(person => new Platform.People.KnownPerson(person.Id, person.Name, person.Id))] : () => services.GetRequiredService<ModuleDatabase<AccountsDb>>().Read(AccountsDb.People)));

        var policies = builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build());
        foreach (var task in Platform.People.Tasks.All)
            policies.AddPolicy(task, policy => policy.RequireRole(Role.NamesWith(task)));
    }

    private static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SignInChanges>();
        builder.AddModuleDatabase<AccountsDb>(AccountsDb.Name);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddIdentityCore<Account>(identity =>
            {
                // Length counts, not composition: PasswordChecks says the rest.
                identity.Password = new PasswordOptions { RequiredLength = 1, RequiredUniqueChars = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
                identity.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
                identity.User = new UserOptions { RequireUniqueEmail = true, AllowedUserNameCharacters = "" };
            })
            .AddSignInManager<SuiteSignInManager>().AddDefaultTokenProviders().AddPasswordValidator<PasswordChecks>();
        builder.Services.AddScoped<IUserStore<Account>, SealedTokens>();
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        builder.Services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = LinkOpens);
        builder.Services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ServerDomain = builder.Configuration["SignIn:Domain"];
        });
    }
}

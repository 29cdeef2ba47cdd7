using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Host.Pages;

internal static class PagesSetup
{
    public static void AddPages(this WebApplicationBuilder builder, bool demo)
    {
        // Also where the host runs from its build folder and is not in Development.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorPages().AddMvcOptions(mvc =>
            mvc.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((typed, _) => $"\"{typed}\" cannot be used here: give what the field asks for"));
        builder.Services.AddRouting(routing => routing.LowercaseUrls = true);
        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "suite-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Whether a page may be framed is said once, for every page, with the other headers.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.AddSingleton(new Council(builder.Configuration["Council:Name"] ?? (demo ? "Rotherham MBC" : "Your council")) { Contact = builder.Configuration["Council:Contact"] });
        builder.Services.AddSingleton(new FooterLink("How the colours are worked out", "/about/colours"));
        builder.Services.AddSingleton(new FooterLink("Who can see what", "/about/who-can-see-what"));
        builder.Services.AddSingleton(new FooterLink("Accessibility", "/about/accessibility"));
        builder.Services.AddSingleton(new FooterLink("Health of the service", "/about/health"));
    }

    /// <summary>Goes before authentication: what leaves the host has its headers, and a refusal or failure is said in a sentence.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UseStrictSecurityHeaders();
        app.UseWhen(
            http => http.Request.WantsPage(),
            people =>
            {
                people.UseExceptionHandler("/problem/500");
                people.UseStatusCodePagesWithReExecute("/problem/{0}");
            });
    }

    /// <summary>Senders and programs read a status; only people read a page.</summary>
    public static bool WantsPage(this HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        // An address that leads nowhere is "not found" to whoever is signed in. Without this the fallback policy would call it forbidden.
        app.MapFallback("{*path}", http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).RequireAuthorization();
    }
}

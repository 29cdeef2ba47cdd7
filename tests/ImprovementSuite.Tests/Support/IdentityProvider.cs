using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ImprovementSuite.Tests.Support;

/// <summary>A real OpenID Connect provider on loopback. Whoever comes is the person who is said to sit there, and need type nothing.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "improvement-suite";
    public const string ClientSecret = "a secret of the test";

    private readonly WebApplication _app;

    private IdentityProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode().AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes(Scopes.Email, Scopes.Profile);
            server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                if (asked.ClientId != ClientId)
                    asked.Reject(Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                if (asked.ClientId != ClientId || asked.ClientSecret != ClientSecret)
                    asked.Reject(Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType);
                identity.SetClaim(Claims.Subject, Subject).SetClaim(Claims.Email, Email).SetClaim(Claims.EmailVerified, EmailVerified).SetClaim(Claims.Name, "Somebody");
                identity.SetDestinations(_ => [Destinations.IdentityToken]);
                asked.Principal = new ClaimsPrincipal(identity).SetScopes(asked.Request.GetScopes());
                return default;
            }));
        });
        _app = builder.Build();
        _app.UseRouting();
        _app.UseAuthentication();
    }

    /// <summary>Who sits at the browser.</summary>
    public string Subject { get; set; } = "1";

    public string Email { get; set; } = "";

    public bool EmailVerified { get; set; } = true;

    public string[] Settings =>
    [
        $"--SignIn:OpenId:Authority={_app.Urls.Single()}", $"--SignIn:OpenId:ClientId={ClientId}", $"--SignIn:OpenId:ClientSecret={ClientSecret}", "--SignIn:OpenId:Name=your Riverdale account",
    ];

    public static async Task<IdentityProvider> Start()
    {
        var provider = new IdentityProvider();
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

using System.Security.Claims;
using System.Text.Encodings.Web;
using ImprovementSuite.Platform.Feeds;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ImprovementSuite.Host.Accounts;

/// <summary>"authorization: Bearer feed_..." on a feed call. The key is looked up on every call, so that a revoked one is refused at once.</summary>
internal sealed class FeedKeyAuthentication(
    AccountsDb db, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "feed-key";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers[HeaderNames.Authorization].ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();

        var hash = FeedKey.HashOf(header[Bearer.Length..].Trim());
        var key = await db.FeedKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Hash == hash && k.RevokedAt == null, Context.RequestAborted);
        if (key is null)
            return AuthenticateResult.Fail("The feed key is unknown or revoked.");

        var identity = new ClaimsIdentity(
            [new(ClaimTypes.Name, key.Name), new(FeedClient.FeedClaim, key.Feed), .. key.SourceList.Select(source => new Claim(FeedClient.SourceClaim, source))], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}

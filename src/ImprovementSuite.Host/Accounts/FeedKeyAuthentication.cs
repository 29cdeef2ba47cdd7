using System.Security.Claims;
using System.Text.Encodings.Web;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ImprovementSuite.Host.Accounts;

/// <summary>
/// "authorization: Bearer feed_..." on a feed call. The key is looked up on every call, so that a revoked one is refused at once. An address
/// that calls again and again without a key that is taken is made to wait, before its key is looked at.
/// </summary>
internal sealed class FeedKeyAuthentication(
    AccountsDb db, FeedLimits limits, BusinessClock clock, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "feed-key";

    /// <summary>Claim of the key's number, by which an open stream asks whether it is still taken.</summary>
    public const string KeyClaim = "feed-key";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers[HeaderNames.Authorization].ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();

        var hash = FeedKey.HashOf(header[Bearer.Length..].Trim());
        if (limits.IsKeptWaiting(Context.Connection.RemoteIpAddress, hash))
            return AuthenticateResult.NoResult();
        var key = await db.FeedKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Hash == hash, Context.RequestAborted);
        if (key is null)
            return AuthenticateResult.Fail("This feed key is not known here. Check that it was copied whole, or ask the suite's administrator for another.");
        if (FeedKey.WhyNotTaken(key.RevokedAt, key.LastDay, key.IssuedAt, clock.Today) is { } reason)
            return AuthenticateResult.Fail(reason);

        limits.Taken(hash);
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.Name, key.Name), new(KeyClaim, $"{key.Id}"), new(FeedClient.FeedClaim, key.Feed),
                .. key.SourceList.Select(source => new Claim(FeedClient.SourceClaim, source)),
            ],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    /// <summary>A sender is told in a sentence, in the form of its protocol.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (limits.RefusedTooOften(Context.Connection.RemoteIpAddress) is { } wait)
        {
            await FeedRefusal.Write(Context, FeedErrors.TooFast("Too many calls without a feed key that is taken have come from this address.", wait), StatusCodes.Status429TooManyRequests, wait);
            return;
        }
        Response.Headers.WWWAuthenticate = Bearer.Trim();
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        await FeedRefusal.Write(Context, FeedErrors.Unauthenticated(failure?.Message ?? "Send a feed key with the call, as \"authorization: Bearer <feed key>\"."), StatusCodes.Status401Unauthorized);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => FeedRefusal.Write(
        Context, FeedErrors.Refused($"This key is for the feed {Context.User.FindFirstValue(FeedClient.FeedClaim)}, and what was called belongs to another."), StatusCodes.Status403Forbidden);
}

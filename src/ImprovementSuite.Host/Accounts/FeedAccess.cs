using Grpc.AspNetCore.Server;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace ImprovementSuite.Host.Accounts;

/// <summary>Who may call the feeds: holders of a key for that feed, and nobody by a sign-in cookie.</summary>
internal static class FeedAccess
{
    public static void AddFeedAccess(this IHostApplicationBuilder builder, params IEnumerable<string> feeds)
    {
        builder.Services.AddSingleton(new KnownFeeds([.. feeds])).AddSingleton(FeedSpeeds.Read(builder.Configuration)).AddSingleton<FeedLimits>().AddSingleton<FeedGate>().AddSingleton<FeedCalls>();
        builder.Services.Configure<GrpcServiceOptions>(grpc => grpc.Interceptors.Add<FeedGate>());
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, FeedKeyAuthentication>(FeedKeyAuthentication.SchemeName, null);
        var authorization = builder.Services.AddAuthorizationBuilder();
        foreach (var feed in feeds)
            // A feed "x+y" opens x, and something besides.
            authorization.AddPolicy(FeedClient.Policy(feed), new AuthorizationPolicyBuilder(FeedKeyAuthentication.SchemeName)
                .RequireClaim(FeedClient.FeedClaim, [feed, .. feeds.Where(wider => wider.StartsWith($"{feed}+", StringComparison.Ordinal))]).Build());
    }

    /// <summary>The feeds that a key can be for.</summary>
    public static IReadOnlyList<string> Feeds(IServiceProvider services) => services.GetRequiredService<KnownFeeds>().Names;

    private sealed record KnownFeeds(IReadOnlyList<string> Names);
}

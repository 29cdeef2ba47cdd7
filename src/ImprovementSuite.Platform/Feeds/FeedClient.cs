using System.Security.Claims;
using Grpc.Core;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>The credential of a sender: one feed, and the source systems whose records it may send.</summary>
public sealed record FeedClient(string Name, string Feed, IReadOnlyList<string> Sources)
{
    /// <summary>Claim of the feed that a key is for.</summary>
    public const string FeedClaim = "feed";

    /// <summary>Claim of a source system that a key is for.</summary>
    public const string SourceClaim = "source";

    /// <summary>The authorisation policy of a feed; it takes feed keys only, never the sign-in cookie.</summary>
    public static string Policy(string feed) => $"feed:{feed}";

    /// <summary>The authenticated caller.</summary>
    public static FeedClient Of(ClaimsPrincipal caller) => new(
        caller.Identity?.Name ?? "", caller.FindFirstValue(FeedClaim) ?? "", [.. caller.FindAll(SourceClaim).Select(c => c.Value)]);

    /// <summary>The source system that a call is about: the one it names, or the credential's only one.</summary>
    /// <exception cref="RpcException">PERMISSION_DENIED: it is not the credential's; INVALID_ARGUMENT: none is named and the credential has several.</exception>
    public string SourceFor(string named) => named switch
    {
        "" when Sources is [var only] => only,
        "" => throw FeedErrors.Invalid("header.source_system", $"This key is for several source systems ({string.Join(", ", Sources)}): say which one the records come from."),
        _ when Sources.Contains(named) => named,
        _ => throw FeedErrors.Refused($"This key is not for the source system \"{named}\". It is for {string.Join(", ", Sources)}."),
    };
}

using Grpc.AspNetCore.Server;
using Grpc.Core;
using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Host.Accounts;

/// <summary>
/// Stands before every call of a feed, by gRPC and as JSON, and before anything of its message is read: a caller has so many open at once and calls
/// so fast. A call whose message cannot be read is told so in a sentence; gRPC itself would say that the suite has failed.
/// </summary>
internal sealed class FeedCalls(FeedLimits limits, FeedGate gate)
{
    private static readonly TimeSpan UntilOneEnds = TimeSpan.FromSeconds(1);
    private static readonly object Read = new();

    /// <summary>What comes after is no matter of the message.</summary>
    public static void IsRead(HttpContext http) => http.Items[Read] = Read;

    public async Task Enter(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not { Method: var method })
        {
            await next(http);
            return;
        }
        var (caller, address) = (FeedGate.CallerOf(http.User), http.Connection.RemoteIpAddress);
        using var place = limits.Enter(caller?.Name, address, out var full);
        if (place is null)
        {
            await FeedRefusal.Write(http, FeedErrors.TooFast(full, UntilOneEnds), StatusCodes.Status429TooManyRequests, UntilOneEnds);
            return;
        }
        // In a stream FeedGate counts each message besides.
        if (caller is not null)
        {
            if (limits.TooFast(caller.Name) is var (wait, sentence))
            {
                await FeedRefusal.Write(http, FeedErrors.TooFast(sentence, wait), StatusCodes.Status429TooManyRequests, wait);
                return;
            }
            gate.Used(caller.Key);
        }
        http.Response.OnStarting(() =>
        {
            if (!http.Items.ContainsKey(Read) && FeedErrors.Unreadable(StatusOf(http.Response), "The message") is { } refusal)
            {
                FeedRefusal.Put(http.Response.Headers, refusal);
                limits.Unreadable(caller?.Name, address, method.FullName);
            }
            return Task.CompletedTask;
        });
        await next(http);
    }

    /// <summary>With what the call ends, where it ends with its headers.</summary>
    private static StatusCode StatusOf(HttpResponse response) =>
        int.TryParse(response.Headers["grpc-status"], out var status) ? (StatusCode)status : StatusCode.OK;
}

internal static class FeedCallsSetup
{
    /// <summary>Goes after authorization, which knows who calls.</summary>
    public static void UseFeedCalls(this WebApplication app)
    {
        var calls = app.Services.GetRequiredService<FeedCalls>();
        app.Use(calls.Enter);
    }
}

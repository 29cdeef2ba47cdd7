using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Grpc.Core;
using Grpc.Core.Interceptors;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Host.Accounts;

/// <summary>
/// Stands before every call with a feed key, and in a stream before every message: the key must still be taken, and the sender not too fast.
/// No feed has to ask for it.
/// </summary>
internal sealed class FeedGate(ModuleDatabase<AccountsDb> database, FeedLimits limits, BusinessClock clock, ILogger<FeedGate> log) : Interceptor
{
    private static readonly TimeSpan BetweenUses = TimeSpan.FromMinutes(1);

    /// <summary>What is told record by record is not asked about at each.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>When the use of each key was last written.</summary>
    private readonly ConcurrentDictionary<int, long> _written = new();

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (CallerOf(context) is { } caller)
            Count(caller, context);
        return await continuation(request, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (CallerOf(context) is not { } caller)
        {
            await continuation(request, responses, context);
            return;
        }
        Count(caller, context);
        await continuation(request, new Outgoing<TResponse>(responses, () => Look(caller, "Nothing more is told.")), context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requests, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(Watched(requests, context), context);

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> responses, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(Watched(requests, context), responses, context);

    private IAsyncStreamReader<TRequest> Watched<TRequest>(IAsyncStreamReader<TRequest> requests, ServerCallContext context) => CallerOf(context) is { } caller
        ? new Incoming<TRequest>(requests, () =>
        {
            Look(caller, "Nothing of this batch was kept; the receipts before it stand.");
            Count(caller, context);
        })
        : requests;

    private static Caller? CallerOf(ServerCallContext context) =>
        context.GetHttpContext().User is var user && user.FindFirstValue(FeedKeyAuthentication.KeyClaim) is { } key
            ? new(int.Parse(key, CultureInfo.InvariantCulture), user.Identity?.Name ?? "")
            : null;

    /// <summary>The key must still be taken, as the database says it now.</summary>
    private void Look(Caller caller, string otherwise)
    {
        using var connection = database.Open();
        var reasons = connection.Query(
            "SELECT RevokedAt, LastDay, IssuedAt FROM feed_key WHERE Id = $1",
            row => FeedKey.WhyNotTaken(
                row.IsDBNull(0) ? null : SqliteCommands.FromMilliseconds(row.GetInt64(0)), row.IsDBNull(1) ? null : row.GetDay(1),
                SqliteCommands.FromMilliseconds(row.GetInt64(2)), clock.Today),
            caller.Key);
        if (reasons is not [null])
            throw FeedErrors.Unauthenticated($"{(reasons is [{ } reason] ? reason : "This feed key is not known any more.")} {otherwise}");
    }

    private void Count(Caller caller, ServerCallContext context)
    {
        if (limits.TooFast(caller.Name) is var (wait, sentence))
        {
            if (context.GetHttpContext().Response is { HasStarted: false } response)
                response.Headers.RetryAfter = FeedLimits.Seconds(wait);
            throw FeedErrors.TooFast(sentence, wait);
        }
        Used(caller.Key);
    }

    private void Used(int key)
    {
        var now = Stopwatch.GetTimestamp();
        if (_written.TryGetValue(key, out var before))
        {
            // Of two calls at once one writes.
            if (Stopwatch.GetElapsedTime(before, now) < BetweenUses || !_written.TryUpdate(key, now, before))
                return;
        }
        else if (!_written.TryAdd(key, now))
            return;
        try
        {
            database.Write(connection => connection.Execute("UPDATE feed_key SET LastUsedAt = $2 WHERE Id = $1", key, SqliteCommands.ToMilliseconds(clock.Now)));
        }
        catch (SqliteException failure)
        {
            // Nobody's records wait for this.
            log.LogWarning(failure, "When feed key {Key} was used could not be written.", key);
        }
    }

    private sealed record Caller(int Key, string Name);

    private sealed class Incoming<T>(IAsyncStreamReader<T> messages, Action before) : IAsyncStreamReader<T>
    {
        public T Current => messages.Current;

        public async Task<bool> MoveNext(CancellationToken cancel)
        {
            if (!await messages.MoveNext(cancel))
                return false;
            before();
            return true;
        }
    }

    private sealed class Outgoing<T>(IServerStreamWriter<T> messages, Action look) : IServerStreamWriter<T>
    {
        private long _looked = Stopwatch.GetTimestamp();

        public WriteOptions? WriteOptions
        {
            get => messages.WriteOptions;
            set => messages.WriteOptions = value;
        }

        public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

        public Task WriteAsync(T message, CancellationToken cancel)
        {
            if (Stopwatch.GetElapsedTime(_looked) > BetweenLooks)
            {
                look();
                _looked = Stopwatch.GetTimestamp();
            }
            return messages.WriteAsync(message, cancel);
        }
    }
}

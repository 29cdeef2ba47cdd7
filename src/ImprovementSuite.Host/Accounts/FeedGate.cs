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
/// Stands in every call: before each message of a stream the key must still be taken, and the sender not too fast, and a message must come in
/// time and be one. No feed has to ask for it. What stands before a call as a whole is <see cref="FeedCalls"/>.
/// </summary>
internal sealed class FeedGate(ModuleDatabase<AccountsDb> database, FeedLimits limits, BusinessClock clock, ILogger<FeedGate> log) : Interceptor
{
    private static readonly TimeSpan BetweenUses = TimeSpan.FromMinutes(1);

    /// <summary>What is told record by record is not asked about at each.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>When the use of each key was last written.</summary>
    private readonly ConcurrentDictionary<int, long> _written = new();

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        FeedCalls.IsRead(context.GetHttpContext());
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        FeedCalls.IsRead(context.GetHttpContext());
        return continuation(request, CallerOf(context) is { } caller ? new Outgoing<TResponse>(responses, () => Look(caller, "Nothing more is told.")) : responses, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requests, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(Watched(requests, context), context);

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> responses, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(Watched(requests, context), responses, context);

    private Incoming<TRequest> Watched<TRequest>(IAsyncStreamReader<TRequest> requests, ServerCallContext context)
    {
        var http = context.GetHttpContext();
        FeedCalls.IsRead(http);
        var caller = CallerOf(context);
        return new Incoming<TRequest>(requests, limits.Idle, Before, unreadable: () => limits.Unreadable(caller?.Name, http.Connection.RemoteIpAddress, context.Method), ended: () => limits.Ended(caller?.Name ?? "Somebody"));

        void Before()
        {
            if (caller is null)
                return;
            Look(caller, "Nothing of this batch was kept; the receipts before it stand.");
            if (limits.TooFast(caller.Name) is var (wait, sentence))
            {
                if (!http.Response.HasStarted)
                    http.Response.Headers.RetryAfter = FeedLimits.Seconds(wait);
                throw FeedErrors.TooFast(sentence, wait);
            }
            Used(caller.Key);
        }
    }

    private static Caller? CallerOf(ServerCallContext context) => CallerOf(context.GetHttpContext().User);

    /// <summary>Null where no key was given.</summary>
    public static Caller? CallerOf(ClaimsPrincipal user) =>
        user.FindFirstValue(FeedKeyAuthentication.KeyClaim) is { } key
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

    /// <summary>Writes when a key was last used, once a minute at most.</summary>
    public void Used(int key)
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

    public sealed record Caller(int Key, string Name);

    private sealed class Incoming<T>(IAsyncStreamReader<T> messages, TimeSpan patience, Action before, Action unreadable, Action ended) : IAsyncStreamReader<T>
    {
        private long _number;

        public T Current => messages.Current;

        public async Task<bool> MoveNext(CancellationToken cancel)
        {
            if (!await Next(cancel))
                return false;
            before();
            return true;
        }

        private async Task<bool> Next(CancellationToken cancel)
        {
            using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            idle.CancelAfter(patience);
            _number++;
            try
            {
                return await messages.MoveNext(idle.Token);
            }
            catch (OperationCanceledException) when (idle.IsCancellationRequested && !cancel.IsCancellationRequested)
            {
                ended();
                throw FeedErrors.Idle(patience);
            }
            catch (Exception failure) when (FeedErrors.Unreadable(failure, $"Message {_number:N0} of the stream") is { } refusal)
            {
                unreadable();
                throw refusal;
            }
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

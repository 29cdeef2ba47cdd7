using System.Net;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using ImprovementSuite.Contracts;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Host.Accounts;

/// <summary>A key that is not taken any more stops its sender at once; one that is taken has its speed.</summary>
public sealed class FeedGateTests : IAsyncLifetime
{
    private const string Checkpoint = "/feeds/social-care/v1/checkpoint?stream=s";

    private RunningSuite _suite = null!;

    public async Task InitializeAsync() => _suite = await RunningSuite.Start(
        null, "--Feeds:BatchesPerSecond=5", "--Feeds:BatchesAtOnce=20", "--Feeds:RefusalsPerMinute=5");

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task A_key_that_is_revoked_in_the_middle_of_a_stream_is_told_at_its_next_batch()
    {
        using var call = _suite.CaseFeed.StreamBatches(RunningSuite.Bearer(await Issue("Case system")));
        await call.RequestStream.WriteAsync(Cases.Batch(1, Cases.Referral("R1", "2010-08-02")));
        Assert.True(await call.ResponseStream.MoveNext());

        await Change("Case system", "RevokedAt", SqliteCommands.ToMilliseconds(Clock.Now));
        await call.RequestStream.WriteAsync(Cases.Batch(2, Cases.Referral("R2", "2010-08-02")));

        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(
            (StatusCode.Unauthenticated, "This feed key was revoked on 20 August 2010. Ask the suite's administrator for another. Nothing of this batch was kept; the receipts before it stand."),
            (refused.StatusCode, refused.Status.Detail));
        Assert.Equal(["R1"], await Stored());
    }

    [Fact]
    public async Task A_key_that_ends_in_the_middle_of_a_stream_is_told_at_its_next_batch()
    {
        using var call = _suite.CaseFeed.StreamBatches(RunningSuite.Bearer(await Issue("Case system")));
        await call.RequestStream.WriteAsync(Cases.Batch(1, Cases.Referral("R1", "2010-08-02")));
        Assert.True(await call.ResponseStream.MoveNext());

        await Change("Case system", "LastDay", RunningSuite.Today.AddDays(-1).DayNumber);
        await call.RequestStream.WriteAsync(Cases.Batch(2, Cases.Referral("R2", "2010-08-02")));

        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        Assert.StartsWith("The last day of this feed key was 19 August 2010.", refused.Status.Detail);
        Assert.Equal(["R1"], await Stored());
    }

    [Fact]
    public async Task A_key_past_its_last_day_opens_nothing_and_its_holder_is_told_why()
    {
        var key = RunningSuite.Bearer(await Issue("Case system", RunningSuite.Today.AddDays(-1)));

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await _suite.CaseFeed.GetCheckpointAsync(new CheckpointRequest { Stream = "s" }, key));

        Assert.Equal(
            (StatusCode.Unauthenticated, "The last day of this feed key was 19 August 2010. Ask the suite's administrator for another."), (refused.StatusCode, refused.Status.Detail));
    }

    [Fact]
    public async Task A_watch_ends_with_its_key()
    {
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var watch = new PlanReader.PlanReaderClient(_suite.Channel).WatchLines(
            new WatchLinesRequest { Lines = { "NI60" } }, RunningSuite.Bearer(await Issue("Dashboard", feed: "plan")), cancellationToken: patience.Token);
        Assert.True(await watch.ResponseStream.MoveNext(patience.Token));

        await Change("Dashboard", "RevokedAt", SqliteCommands.ToMilliseconds(Clock.Now));
        // What is told within a second of the last look is still told.
        await Task.Delay(TimeSpan.FromSeconds(1.2), patience.Token);
        await using var scope = _suite.Services.CreateAsyncScope();
        foreach (var handler in scope.ServiceProvider.GetServices<MediatR.INotificationHandler<MeasuresRecalculated>>())
            await handler.Handle(new("test", [new("NI60", Scope.Authority, Period.YearToDate(RunningSuite.Today), Figure.Rate(40, 100), Clock.Now, 1)]), patience.Token);

        var refused = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(patience.Token));
        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
    }

    [Fact]
    public async Task Use_is_written_at_most_once_a_minute()
    {
        var key = RunningSuite.Bearer(await Issue("Case system"));
        Assert.Null(await LastUsed());

        await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, Cases.Referral("R1", "2010-08-02")), key);
        var first = await LastUsed();
        for (var i = 2; i < 8; i++)
            await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(i, Cases.Referral($"R{i}", "2010-08-02")), key);

        Assert.Equal(RunningSuite.Today, DateOnly.FromDateTime(BusinessClock.Local(first!.Value)));
        Assert.Equal(first, await LastUsed());

        async Task<DateTime?> LastUsed() => await Accounts(db => db.FeedKeys.Select(k => k.LastUsedAt).SingleAsync());
    }

    [Fact]
    public async Task A_sender_that_calls_too_fast_is_told_to_wait_and_others_are_not()
    {
        var (fast, other) = (RunningSuite.Bearer(await Issue("Fast")), RunningSuite.Bearer(await Issue("Other")));

        var (taken, refused) = await Flood(fast, 200);

        Assert.InRange(taken, 20, 199);
        Assert.Equal(
            (StatusCode.ResourceExhausted, "Fast sends more than 5 calls or batches a second. Put more records into a batch (up to 500), or wait."), (refused!.StatusCode, refused.Status.Detail));
        Assert.Equal("TOO_FAST", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        var wait = refused.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan();
        Assert.InRange(wait, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1));
        await _suite.CaseFeed.GetCheckpointAsync(new CheckpointRequest { Stream = "s" }, other);
        // Whoever waits as long as it was told comes in again.
        await Task.Delay(wait + TimeSpan.FromMilliseconds(300));
        await _suite.CaseFeed.GetCheckpointAsync(new CheckpointRequest { Stream = "s" }, fast);
    }

    [Fact]
    public async Task A_stream_that_is_too_fast_ends_after_the_receipts_of_what_was_kept()
    {
        using var call = _suite.CaseFeed.StreamBatches(RunningSuite.Bearer(await Issue("Fast")));
        var sending = Send();
        var receipts = 0;

        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            await foreach (var receipt in call.ResponseStream.ReadAllAsync())
                Assert.Equal(++receipts, receipt.Sequence);
        });
        await sending;

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        // The call itself counts as well.
        Assert.InRange(receipts, 19, 199);
        Assert.Equal(receipts, (await Stored()).Count);

        async Task Send()
        {
            try
            {
                for (var i = 1; i <= 200; i++)
                    await call.RequestStream.WriteAsync(Cases.Batch(i, Cases.Referral($"R{i}", "2010-08-02")));
            }
            catch (Exception closed) when (closed is RpcException or InvalidOperationException)
            {
                // The suite has closed the stream; why is told to whoever reads.
            }
        }
    }

    [Fact]
    public async Task The_json_twin_says_429_with_retry_after()
    {
        var secret = await Issue("Fast");
        await Flood(RunningSuite.Bearer(secret), 200);

        // A fifth of a second after the flood one more call is taken.
        var answer = await Get(Checkpoint, secret);
        for (var more = 0; answer.IsSuccessStatusCode && more < 100; more++)
            answer = await Get(Checkpoint, secret);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.StartsWith("Fast sends more than 5 calls", await Message(answer));
    }

    [Fact]
    public async Task Whoever_guesses_is_made_to_wait_and_whoever_is_known_is_not()
    {
        var (known, unused) = (RunningSuite.Bearer(await Issue("Known")), RunningSuite.Bearer(await Issue("Unused")));
        await _suite.CaseFeed.GetCheckpointAsync(new CheckpointRequest { Stream = "s" }, known);

        var answers = new List<StatusCode>();
        for (var i = 0; i < 12; i++)
            answers.Add((await Refused(RunningSuite.Bearer($"feed_guess{i}"))).StatusCode);

        Assert.Equal([.. Enumerable.Repeat(StatusCode.Unauthenticated, 5), .. Enumerable.Repeat(StatusCode.ResourceExhausted, 7)], answers);
        // The right key would not be found out by guessing on.
        var waiting = await Refused(unused);
        Assert.Equal(StatusCode.ResourceExhausted, waiting.StatusCode);
        Assert.True(waiting.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan() > TimeSpan.Zero);
        using var json = await Get(Checkpoint, "feed_guess");
        Assert.Equal(HttpStatusCode.TooManyRequests, json.StatusCode);
        Assert.NotNull(json.Headers.RetryAfter);
        await _suite.CaseFeed.GetCheckpointAsync(new CheckpointRequest { Stream = "s" }, known);
    }

    [Fact]
    public async Task The_json_twins_take_feed_keys_alone_and_say_so()
    {
        using var administrator = await Visitor.SignIn(_suite, "demo-administrator");
        Assert.Equal(HttpStatusCode.Unauthorized, await administrator.Status(Checkpoint));
        Assert.Equal(HttpStatusCode.Unauthorized, await administrator.Status("/plan/v1/lines"));

        using var none = await Get(Checkpoint, null);
        using var unknown = await Get(Checkpoint, "feed_none");
        using var otherFeed = await Get("/plan/v1/lines", await Issue("Case system"));

        Assert.Equal((HttpStatusCode.Unauthorized, "Send a feed key with the call, as \"authorization: Bearer <feed key>\"."), (none.StatusCode, await Message(none)));
        Assert.Equal((HttpStatusCode.Unauthorized, "This feed key is not known here. Check that it was copied whole, or ask the suite's administrator for another."), (unknown.StatusCode, await Message(unknown)));
        Assert.Equal((HttpStatusCode.Forbidden, "This key is for the feed socialcare, and what was called belongs to another."), (otherFeed.StatusCode, await Message(otherFeed)));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("0")]
    public void A_limit_that_is_none_is_told_at_start(string typed)
    {
        var options = new ImprovementSuite.Host.Hosting.SuiteOptions(null, [], false, _suite.Folder, 0, 0, [$"--Feeds:BatchesPerSecond={typed}"]);

        var reason = Assert.Throws<CannotStartException>(() => SuiteApp.Build(options));

        Assert.Equal($"The setting Feeds:BatchesPerSecond is \"{typed}\": give a number of 1 or more, or leave it out for 500.", reason.Message);
    }

    private BusinessClock Clock => _suite.Services.GetRequiredService<BusinessClock>();

    private Task<string> Issue(string name, DateOnly? lastDay = null, string feed = "socialcare") =>
        Accounts(db => db.IssueFeedKey(name, feed, ["case-system"], Actor.Suite, Clock.Now, lastDay));

    private Task Change(string name, string column, long value)
    {
        _suite.Services.GetRequiredService<ModuleDatabase<AccountsDb>>().Write(connection => connection.Execute($"UPDATE feed_key SET {column} = $2 WHERE Name = $1", name, value));
        return Task.CompletedTask;
    }

    private async Task<(int Taken, RpcException? Refused)> Flood(Metadata key, int calls)
    {
        for (var taken = 0; taken < calls; taken++)
        {
            try
            {
                await _suite.CaseFeed.GetCheckpointAsync(new CheckpointRequest { Stream = "s" }, key);
            }
            catch (RpcException refused)
            {
                return (taken, refused);
            }
        }
        return (calls, null);
    }

    private async Task<RpcException> Refused(Metadata key) =>
        await Assert.ThrowsAsync<RpcException>(async () => await _suite.CaseFeed.GetCheckpointAsync(new CheckpointRequest { Stream = "s" }, key));

    private async Task<HttpResponseMessage> Get(string path, string? secret)
    {
        using var http = new HttpClient { BaseAddress = _suite.Pages };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (secret is not null)
            request.Headers.Add("Authorization", $"Bearer {secret}");
        return await http.SendAsync(request);
    }

    private static async Task<string> Message(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("message").GetString()!;

    private async Task<List<string>> Stored()
    {
        using var scope = _suite.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<SocialCareDb>().Referrals.Select(referral => referral.RecordId).ToListAsync();
    }

    private async Task<T> Accounts<T>(Func<AccountsDb, Task<T>> ask)
    {
        using var scope = _suite.Services.CreateScope();
        return await ask(scope.ServiceProvider.GetRequiredService<AccountsDb>());
    }
}

using System.IO.Compression;
using System.Net;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace ImprovementSuite.EndToEnd.UnderFire;

/// <summary>What senders can do to the feeds, by mistake or not. An honest one gets its receipts meanwhile.</summary>
[Collection(UnderFireCollection.Name)]
public sealed class FeedsUnderFireTests(HostUnderFire host, ITestOutputHelper output) : IDisposable
{
    private readonly RawFeed _feed = new(host.Feeds);

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task What_is_no_message_is_refused_in_a_sentence_and_is_no_failure_of_the_suite()
    {
        var random = new Random(1);
        var batch = Cases.Batch(2, Cases.Referral("R2", "2010-08-02")).ToByteArray();
        // Groups in groups: a reader that follows them falls off its stack.
        var deep = Enumerable.Repeat((byte)0x0B, 200_000).ToArray();

        output.WriteLine(await Watch.During(host, async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                var noise = new byte[random.Next(1, 2_000)];
                random.NextBytes(noise);
                // Field 1, 100 bytes long, and nothing of them: no noise that happens to be a message.
                (noise[0], noise[^1]) = (0x0A, 0x0A);
                foreach (var method in (string[])[RawFeed.SubmitBatch, RawFeed.StreamBatches, RawFeed.SendAnnexA])
                    await IsNoMessage(method, RawFeed.Framed([0x0A, 100, .. noise.AsSpan(0, Math.Min(noise.Length, 40))]));
            }
            foreach (var method in (string[])[RawFeed.SubmitBatch, RawFeed.StreamBatches])
            {
                await IsNoMessage(method, RawFeed.Framed(deep));
                // Less than it says, a mark that there is none of, and something folded that is not.
                await IsNoMessage(method, RawFeed.Framed(batch, says: (uint)batch.Length + 1));
                await IsNoMessage(method, [7, .. RawFeed.Framed(batch).AsSpan(1)]);
                await IsNoMessage(method, RawFeed.Framed(batch, folded: true), "gzip");
            }
            await IsNoMessage(RawFeed.SubmitBatch, [.. RawFeed.Framed(batch), .. RawFeed.Framed(batch)]);
            await IsNoMessage(RawFeed.HealthCheck, RawFeed.Framed(deep.AsSpan(0, 50_000)), key: null);
            await host.SendHonestly();
        }));

        await host.LogSays("Sender 1 sends to /improvement.socialcare.v1.CaseFeed/SubmitBatch what cannot be read as its messages");

        async Task IsNoMessage(string method, byte[] body, string? encoding = null, string? key = "")
        {
            var (status, sentence) = await _feed.Call(method, key == "" ? host.Keys[0] : key, body, encoding);
            Assert.Equal((StatusCode.InvalidArgument, true), (status, sentence.Contains("cannot be read as what this method takes. Send it as the suite's .proto files say", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task What_is_too_large_is_refused_before_it_takes_memory()
    {
        var records = new CaseBatch { Header = Cases.Batch(3).Header };
        records.Records.AddRange(Enumerable.Range(0, 400).Select(i => Cases.Referral($"R{i}", "2010-08-02", team: new string('T', 2_000))));
        var large = records.ToByteArray();
        var vast = new byte[3 << 20];
        var bomb = Folded(1L << 29);
        Assert.InRange(large.Length, 1 << 20, 2 << 20);
        Assert.InRange(bomb.Length, 1, 2 << 20);

        output.WriteLine(await Watch.During(host, async () =>
        {
            foreach (var method in (string[])[RawFeed.SubmitBatch, RawFeed.StreamBatches])
            {
                await IsTooLarge(method, RawFeed.Framed(large), "The batch has ");
                await IsTooLarge(method, RawFeed.Framed(vast), " is far larger than a call may send, or unfolds to that, and was not read. Send fewer records in a batch.");
                // The length alone.
                await IsTooLarge(method, RawFeed.Framed([], says: int.MaxValue), " is far larger than a call may send");
                for (var i = 0; i < 5; i++)
                    await IsTooLarge(method, RawFeed.Framed(bomb, folded: true), " or unfolds to that, and was not read", "gzip");
            }
            await IsTooLarge(RawFeed.SendAnnexA, RawFeed.Framed(new AnnexAChunk { Header = new() { SourceSystem = "annex-a", Name = "a.xlsx", Size = 60L << 20 } }.ToByteArray()), "The workbook has ");

            using var json = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Pages, "/feeds/social-care/v1/batches")) { Content = new StringContent(new string(' ', 5 << 20), Encoding.UTF8, "application/json") };
            json.Headers.Authorization = new("Bearer", host.Keys[1]);
            json.Headers.ExpectContinue = true;
            using var refused = await host.Browser.SendAsync(json);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
            await host.SendHonestly();
        }));

        await host.LogSays("Sender 2 sends to /improvement.socialcare.v1.CaseFeed/SubmitBatch what cannot be read as its messages, or is too large");

        async Task IsTooLarge(string method, byte[] body, string words, string? encoding = null)
        {
            var (status, sentence) = await _feed.Call(method, host.Keys[1], body, encoding);
            Assert.Equal((StatusCode.ResourceExhausted, true), (status, sentence.Contains(words, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_thousand_streams_that_send_nothing_are_borne_and_ended()
    {
        using var until = new CancellationTokenSource();
        output.WriteLine(await Watch.During(host, async () =>
        {
            var idle = host.Keys.SelectMany(key => Enumerable.Range(0, HostUnderFire.CallsAtOnce).Select(_ => Stream(key, [], until.Token))).ToList();
            // A place is taken when the call has come, and it gives no sign of it.
            await Full(host.Keys);
            var (status, sentence) = await _feed.Call(RawFeed.StreamBatches, host.Keys[2], RawFeed.Framed([]));
            Assert.Equal(
                (StatusCode.ResourceExhausted, $"Sender 3 has {HostUnderFire.CallsAtOnce} calls open, which is the most at once. End one, or send over one stream, and call again."), (status, sentence));
            await host.SendHonestly();

            foreach (var ended in await Task.WhenAll(idle))
                Assert.Equal(
                    (StatusCode.DeadlineExceeded, $"No whole message came on this stream for {HostUnderFire.IdleSeconds} seconds, so it was ended; the receipts before stand. Open another when there is something to send."), ended);
            Assert.Equal(HostUnderFire.Senders * HostUnderFire.CallsAtOnce, idle.Count);
        }));
        await until.CancelAsync();

        await host.LogSays($"Sender 3 has {HostUnderFire.CallsAtOnce} calls to the feeds open; more are refused.");
        await host.LogSays($"Sender 3 held a stream open and sent nothing whole for {HostUnderFire.IdleSeconds} seconds; it was ended.");
    }

    [Fact]
    public async Task Messages_that_nearly_come_take_no_more_memory_than_a_sender_may_hold()
    {
        using var until = new CancellationTokenSource();
        // All but its last byte, in every call that a sender may have open; and as many again that are refused.
        var nearly = RawFeed.Framed(new byte[2 << 20])[..^1];

        output.WriteLine(await Watch.During(host, async () =>
        {
            var streams = Enumerable.Range(0, 2 * HostUnderFire.CallsAtOnce).Select(_ => Stream(host.Keys[3], nearly, until.Token)).ToList();
            await Full([host.Keys[3]]);
            await host.SendHonestly();
            var ended = (await Task.WhenAll(streams)).CountBy(end => end.Status).ToDictionary();
            Assert.Equal(HostUnderFire.CallsAtOnce, ended[StatusCode.DeadlineExceeded]);
            Assert.Equal(HostUnderFire.CallsAtOnce, ended.Where(end => end.Key != StatusCode.DeadlineExceeded).Sum(end => end.Value));
        }));
        await until.CancelAsync();

        await host.LogSays("Sender 4 held a stream open and sent nothing whole");
    }

    [Fact]
    public async Task A_thousand_watches_of_nobody_in_particular_are_borne()
    {
        using var until = new CancellationTokenSource();
        output.WriteLine(await Watch.During(host, async () =>
        {
            var watches = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => _feed.Begin(RawFeed.HealthWatch, null, new ByteArrayContent(RawFeed.Framed([])))));
            Assert.Equal(1_000 - HostUnderFire.CallsAtOnce, watches.Count(watch => RawFeed.Of(watch).Status == StatusCode.ResourceExhausted));
            await host.SendHonestly();
            foreach (var watch in watches)
                watch.Dispose();
        }));

        await host.LogSays($"calls to the feeds open; more are refused.");
    }

    [Fact]
    public async Task A_flood_is_told_to_wait_and_others_are_not()
    {
        output.WriteLine(await Watch.During(host, async () =>
        {
            using var over = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            var floods = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Flood(host.Keys[4], over.Token)).Concat(Enumerable.Range(0, 20).Select(_ => Flood("feed_guess", over.Token)))
                .Append(Honest(over.Token)));
            Assert.True(floods.Take(20).Sum(flood => flood.Refused) > 100, "The flood was not made to wait.");
            Assert.True(floods.Skip(20).Sum(flood => flood.Refused) > 100, "Whoever guesses was not made to wait.");
        }));

        await host.LogSays($"Sender 5 sends more than {HostUnderFire.BatchesPerSecond} calls or batches a second; it is made to wait.");
        await host.LogSays("calls the feeds again and again without a key that is taken; it is made to wait.");

        async Task<(int Sent, int Refused)> Flood(string key, CancellationToken over)
        {
            var (sent, refused) = (0, 0);
            for (; !over.IsCancellationRequested; sent++)
                refused += (await _feed.Call(RawFeed.GetCheckpoint, key, RawFeed.Framed([0x0A, 11, .. "case-system"u8]))).Status == StatusCode.ResourceExhausted ? 1 : 0;
            return (sent, refused);
        }

        async Task<(int Sent, int Refused)> Honest(CancellationToken over)
        {
            while (!over.IsCancellationRequested)
                await host.SendHonestly();
            return (0, 0);
        }
    }

    /// <summary>A stream that begins so and is then silent; how it ends.</summary>
    private Task<(StatusCode Status, string Sentence)> Stream(string key, byte[] begins, CancellationToken until) => _feed.Call(RawFeed.StreamBatches, key, new OpenContent(begins, until));

    /// <summary>Until each of the senders is refused another call.</summary>
    private async Task Full(IReadOnlyList<string> keys)
    {
        var asked = 0;
        foreach (var key in keys)
            while (!(await _feed.Call(RawFeed.StreamBatches, key, RawFeed.Framed([]))).Sentence.Contains("calls open", StringComparison.Ordinal))
            {
                Assert.True(++asked < 200, "The streams did not open.");
                await Task.Delay(50);
            }
    }

    private static byte[] Folded(long size)
    {
        using var folded = new MemoryStream();
        using (var gzip = new GZipStream(folded, CompressionLevel.Optimal))
        {
            var zeros = new byte[1 << 20];
            for (var left = size; left > 0; left -= zeros.Length)
                gzip.Write(zeros);
        }
        return folded.ToArray();
    }
}

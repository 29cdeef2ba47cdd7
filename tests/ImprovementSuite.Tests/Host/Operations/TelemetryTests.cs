using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Tests.Host.Operations;

/// <summary>What a council's own monitoring is sent, by a real exporter to a real receiver: the suite's figures, and nothing of a record.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Figures_and_traces_go_to_the_receiver_that_is_named_and_hold_nothing_of_a_record()
    {
        await using var receiver = await Receiver.Start();
        await using var suite = await RunningSuite.Start(
            null, $"--OpenTelemetry:Endpoint={receiver.Address}", "--OpenTelemetry:Protocol=http/protobuf", "--OTEL_METRIC_EXPORT_INTERVAL=300", "--OTEL_BSP_SCHEDULE_DELAY=200");
        using var visitor = await Visitor.SignIn(suite, "demo-practice-improvement-manager");

        await suite.CaseFeed.SubmitBatchAsync(
            Cases.Batch(1, Cases.Referral("SECRET-RECORD", "2010-08-02", child: "SECRET-CHILD"), Cases.Referral("SECRET-WRONG", "2010-02-30", child: "SECRET-CHILD")), await suite.Key());
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status("/plan/lines/SECRET-PATH?child=SECRET-QUERY"));

        await receiver.Has("/v1/metrics", "suite.feed.records", "suite.feed.batch.duration", "suite.recalculation.duration", "suite.recalculation.lag", "suite.courier.backlog", "accepted", "rejected");
        await receiver.Has("/v1/metrics", "dotnet.gc.collections", "improvementsuite");
        await receiver.Has("/v1/traces", "feed batch", "recalculation", "ModuleWork.Run", "/improvement.socialcare.v1.CaseFeed/SubmitBatch", "{*path}");
        Assert.All(receiver.Received, sent => Assert.DoesNotContain("SECRET", sent.Body));
    }

    [Theory]
    [InlineData("--OpenTelemetry:Endpoint=collector", "OpenTelemetry:Endpoint is \"collector\": give the address of an OTLP receiver, such as http://localhost:4317, or leave it out.")]
    [InlineData("--OpenTelemetry:Protocol=udp", "OpenTelemetry:Protocol is \"udp\": give grpc or http/protobuf.")]
    public void A_setting_that_cannot_be_is_told_at_start(string setting, string sentence)
    {
        using var folder = new TemporaryFolder();
        string[] settings = setting.Contains("Protocol") ? ["--OpenTelemetry:Endpoint=http://localhost:4317", setting] : [setting];

        Assert.Equal(sentence, Assert.Throws<CannotStartException>(() => SuiteApp.Build(new SuiteOptions(null, [], false, folder.Path, 0, 0, settings))).Message);
    }

    /// <summary>Takes OTLP over HTTP. Names and tags are plain UTF-8 in its messages.</summary>
    private sealed class Receiver(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> _received = new();

        public IEnumerable<(string Path, string Body)> Received => _received;

        public string Address => app.Urls.Single();

        public static async Task<Receiver> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
            var app = builder.Build();
            var receiver = new Receiver(app);
            app.MapPost("/v1/{signal}", receiver.Take);
            await app.StartAsync();
            return receiver;
        }

        private async Task Take(HttpContext http)
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            _received.Enqueue((http.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
            http.Response.ContentType = "application/x-protobuf";
        }

        /// <summary>Waits until all of these words have come there.</summary>
        public async Task Has(string path, params string[] words)
        {
            string[] missing = [];
            for (var waited = 0; waited < 300; waited++)
            {
                missing = [.. words.Where(word => !_received.Any(sent => sent.Path == path && sent.Body.Contains(word, StringComparison.Ordinal)))];
                if (missing.Length == 0)
                    return;
                await Task.Delay(100);
            }
            Assert.Fail($"{path} was not sent {string.Join(", ", missing)}.");
        }

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }
}

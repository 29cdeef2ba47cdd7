using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;

namespace ImprovementSuite.EndToEnd.UnderFire;

/// <summary>A caller of the feeds that knows how a call is framed and keeps to nothing else.</summary>
internal sealed class RawFeed(Uri feeds) : IDisposable
{
    public const string SubmitBatch = "/improvement.socialcare.v1.CaseFeed/SubmitBatch";
    public const string StreamBatches = "/improvement.socialcare.v1.CaseFeed/StreamBatches";
    public const string SendAnnexA = "/improvement.socialcare.v1.CaseFeed/SendAnnexA";
    public const string GetCheckpoint = "/improvement.socialcare.v1.CaseFeed/GetCheckpoint";
    public const string HealthCheck = "/grpc.health.v1.Health/Check";
    public const string HealthWatch = "/grpc.health.v1.Health/Watch";

    private readonly HttpClient _http = new(new SocketsHttpHandler { EnableMultipleHttp2Connections = true }) { Timeout = TimeSpan.FromSeconds(90) };

    /// <summary>A message with the five bytes before it.</summary>
    public static byte[] Framed(ReadOnlySpan<byte> message, bool folded = false, uint? says = null)
    {
        var framed = new byte[5 + message.Length];
        framed[0] = folded ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(framed.AsSpan(1), says ?? (uint)message.Length);
        message.CopyTo(framed.AsSpan(5));
        return framed;
    }

    /// <summary>Makes a call to its end.</summary>
    public async Task<(StatusCode Status, string Sentence)> Call(string method, string? key, HttpContent body, string? encoding = null)
    {
        try
        {
            using var answer = await Begin(method, key, body, encoding);
            await answer.Content.ReadAsByteArrayAsync();
            return Of(answer);
        }
        catch (HttpRequestException cut)
        {
            return (StatusCode.Unavailable, cut.Message);
        }
    }

    public Task<(StatusCode Status, string Sentence)> Call(string method, string? key, byte[] body, string? encoding = null) => Call(method, key, new ByteArrayContent(body), encoding);

    /// <summary>Begins a call and returns when its headers have come.</summary>
    public Task<HttpResponseMessage> Begin(string method, string? key, HttpContent body, string? encoding = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(feeds, method)) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = body };
        body.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new("trailers"));
        if (encoding is not null)
            request.Headers.Add("grpc-encoding", encoding);
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static (StatusCode Status, string Sentence) Of(HttpResponseMessage answer) => (
        (StatusCode)int.Parse(Header(answer, "grpc-status") ?? "-1", System.Globalization.CultureInfo.InvariantCulture), Uri.UnescapeDataString(Header(answer, "grpc-message") ?? ""));

    public void Dispose() => _http.Dispose();

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.TrailingHeaders.TryGetValues(name, out var trailer) ? trailer.Single() : answer.Headers.TryGetValues(name, out var header) ? header.Single() : null;
}

/// <summary>A request that does not say how long it is, as gRPC's own do not.</summary>
internal sealed class LengthlessContent(byte[] content) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(content).AsTask();

    protected override bool TryComputeLength(out long length) => (length = 0) != 0;
}

/// <summary>A request that says so much and no more, and then stays open.</summary>
internal sealed class OpenContent(byte[] begins, CancellationToken until) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(begins, until);
        await stream.FlushAsync(until);
        await Task.Delay(Timeout.Infinite, until);
    }

    protected override bool TryComputeLength(out long length) => (length = 0) != 0;
}

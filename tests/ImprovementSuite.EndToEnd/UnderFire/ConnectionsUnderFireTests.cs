using System.Net.Sockets;
using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace ImprovementSuite.EndToEnd.UnderFire;

/// <summary>What anybody can do to the pages' port without having signed in: connections that send slowly, or much, or nothing.</summary>
[Collection(UnderFireCollection.Name)]
public sealed class ConnectionsUnderFireTests(HostUnderFire host, ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task Whoever_sends_a_byte_at_a_time_is_cut_off()
    {
        using var patience = new CancellationTokenSource(Patience);
        output.WriteLine(await Watch.During(host, async () =>
        {
            var headers = await Open(500, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            var bodies = await Open(300, "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\nEmail=");
            var cut = await Task.WhenAll(bodies.Select(body => Drip(body, patience.Token)));
            Assert.All(cut, answer => Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), answer));
            foreach (var connection in headers.Concat(bodies))
                connection.Dispose();
        }));
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_sends_no_more_than_a_password()
    {
        using var patience = new CancellationTokenSource(Patience);
        output.WriteLine(await Watch.During(host, async () =>
        {
            // Each says that four megabytes come, and sends all but the last byte.
            var posts = await Open(200, "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000000\r\n\r\n");
            var large = new byte[4_000_000 - 1];
            Array.Fill(large, (byte)'a');
            var answers = await Task.WhenAll(posts.Select(async post =>
            {
                var sending = Send(post, large, patience.Token);
                var answer = await Answer(post, patience.Token);
                post.Dispose();
                await sending;
                return answer;
            }));
            // Where much was still on its way the connection is cut before the answer is read.
            Assert.All(answers, answer => Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 413", StringComparison.Ordinal), answer));
            Assert.Contains(answers, answer => answer.Length > 0);
        }));
    }

    private async Task<List<TcpClient>> Open(int connections, string begins)
    {
        var open = new List<TcpClient>();
        for (var i = 0; i < connections; i++)
        {
            var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", host.Pages.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begins));
            open.Add(client);
        }
        return open;
    }

    /// <summary>Two bytes a second until the suite has enough of it; what it says then.</summary>
    private static async Task<string> Drip(TcpClient client, CancellationToken patience)
    {
        var answer = Answer(client, patience);
        while (!answer.IsCompleted)
        {
            try
            {
                await client.GetStream().WriteAsync("a"u8.ToArray(), patience);
                await Task.Delay(500, patience);
            }
            catch (Exception cut) when (cut is IOException or InvalidOperationException)
            {
                break;
            }
        }
        return await answer;
    }

    private static async Task Send(TcpClient client, byte[] content, CancellationToken patience)
    {
        try
        {
            await client.GetStream().WriteAsync(content, patience);
        }
        catch (Exception cut) when (cut is IOException or InvalidOperationException)
        {
            // The suite has read enough.
        }
    }

    /// <summary>The first line of the answer; nothing where the connection is closed without one.</summary>
    private static async Task<string> Answer(TcpClient client, CancellationToken patience)
    {
        var buffer = new byte[20];
        try
        {
            var read = await client.GetStream().ReadAsync(buffer, patience);
            return Encoding.ASCII.GetString(buffer, 0, read);
        }
        catch (Exception cut) when (cut is IOException or InvalidOperationException)
        {
            return "";
        }
    }
}

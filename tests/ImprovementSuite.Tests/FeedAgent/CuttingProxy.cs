using System.Net;
using System.Net.Sockets;

namespace ImprovementSuite.Tests.FeedAgent;

/// <summary>Stands between a sender and the suite and breaks the connection each time so many bytes have come back, a few times over.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _suite;
    private readonly int _bytesToEachCut;
    private readonly Task _accepting;
    private int _cutsLeft;

    public CuttingProxy(Uri suite, int cuts, int bytesToEachCut)
    {
        (_suite, _cutsLeft, _bytesToEachCut) = (suite, cuts, bytesToEachCut);
        _listener.Start();
        _accepting = Accept();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public int CutsLeft => _cutsLeft;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Join(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task Join(TcpClient sender)
    {
        using var suite = new TcpClient();
        using (sender)
        {
            try
            {
                await suite.ConnectAsync(_suite.Host, _suite.Port);
                await Task.WhenAny(sender.GetStream().CopyToAsync(suite.GetStream(), _stop.Token), Answer(suite.GetStream(), sender.GetStream()));
            }
            catch (Exception broken) when (broken is IOException or SocketException)
            {
            }
        }
    }

    private async Task Answer(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64];
        var passed = 0;
        while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var read)
        {
            if ((passed += read) > _bytesToEachCut && Interlocked.Decrement(ref _cutsLeft) >= 0)
                return;
            await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }
}

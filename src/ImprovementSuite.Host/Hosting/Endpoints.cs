using System.Net;
using Google.Protobuf.Reflection;
using System.Net.Sockets;
using ImprovementSuite.Platform.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ImprovementSuite.Host.Hosting;

/// <summary>Pages speak HTTP/1.1 and feeds HTTP/2: in clear text the two cannot share a port. Until real accounts exist only this machine is listened to.</summary>
internal static class Endpoints
{
    private const int LargestMessage = 4 << 20;

    public static void AddEndpoints(this WebApplicationBuilder builder, SuiteOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.PagesPort, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, options.FeedsPort, listen => listen.Protocols = HttpProtocols.Http2);
        });
        // The feed's own limit of 1 MiB is told in a sentence; this one stops what is far beyond it.
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = LargestMessage).AddJsonTranscoding(json =>
            // The details of a refusal: without them a JSON sender would be told nothing.
            json.TypeRegistry = TypeRegistry.FromFiles(Google.Rpc.ErrorDetailsReflection.Descriptor));
        builder.Services.AddSingleton<SuiteHealth>().AddSingleton<DatabasesReady>();
        builder.Services.AddGrpcHealthChecks().AddCheck<SuiteHealth>("suite").AddCheck<DatabasesReady>("databases", tags: [HealthAddresses.Ready]);
        if (builder.Environment.IsDevelopment())
            builder.Services.AddGrpcReflection();
    }

    /// <summary>A port that is taken is the commonest reason not to start: it is told in a sentence, where Kestrel would write a page.</summary>
    /// <exception cref="CannotStartException">Another program listens there.</exception>
    public static void RequireFreePorts(SuiteOptions options)
    {
        foreach (var port in new[] { options.PagesPort, options.FeedsPort })
        {
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
            }
            catch (SocketException)
            {
                throw new CannotStartException($"Port {port} is taken by another program. Stop that, or choose other ports with --pages-port and --feeds-port.");
            }
        }
    }

    /// <summary>Where the started host listens.</summary>
    public static (Uri Pages, Uri Feeds) Addresses(this WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return (Local(addresses.First()), Local(addresses.Last()));

        static Uri Local(string address) => new UriBuilder(address) { Host = "localhost" }.Uri;
    }
}

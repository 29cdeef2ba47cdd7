using System.Net;
using Google.Protobuf.Reflection;
using System.Net.Sockets;
using ImprovementSuite.Platform.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ImprovementSuite.Host.Hosting;

/// <summary>Pages speak HTTP/1.1 and feeds HTTP/2: in clear text the two cannot share a port, with TLS they can.</summary>
internal static class Endpoints
{
    /// <summary>The feed's own limit of 1 MiB is told in a sentence with what to do; this one stops what is far beyond it. Each open call may hold one.</summary>
    private const int LargestMessage = 2 << 20;

    /// <summary>Of a form. A page that takes files says its own limit; a feed's stream has that of each message.</summary>
    private const int LargestRequest = 4 << 20;

    /// <summary>Of whoever has not signed in: a password and the like. Many may come at once, and nobody knows them.</summary>
    private const int LargestOfStrangers = 64 << 10;

    /// <summary>Of each port. An idle connection holds little, so that nobody is kept out by a few hundred of them; without any limit they could fill the memory.</summary>
    private const int MostConnections = 5_000;

    public static void AddEndpoints(this WebApplicationBuilder builder, SuiteOptions options)
    {
        var listening = Listening.Of(builder.Configuration, options.IsDemo);
        builder.Services.AddSingleton(listening);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            Listen(kestrel, options.PagesPort, HttpProtocols.Http1);
            if (listening.Certificate is null || options.FeedsPort != options.PagesPort || options.FeedsPort == 0)
                Listen(kestrel, options.FeedsPort, HttpProtocols.Http2);
        });
        if (listening.Proxy is { } proxy)
            builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
            {
                forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
                forwarded.KnownProxies.Clear();
                forwarded.KnownIPNetworks.Clear();
                forwarded.KnownProxies.Add(proxy);
            });
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = LargestMessage;
            // gRPC's own would unfold a message to whatever size.
            grpc.CompressionProviders.Clear();
            grpc.CompressionProviders.Add(new BoundedGzip(LargestMessage));
        }).AddJsonTranscoding(json =>
            // The details of a refusal: without them a JSON sender would be told nothing.
            json.TypeRegistry = TypeRegistry.FromFiles(Google.Rpc.ErrorDetailsReflection.Descriptor));
        builder.Services.AddSingleton<SuiteHealth>().AddSingleton<DatabasesReady>();
        builder.Services.AddGrpcHealthChecks().AddCheck<SuiteHealth>("suite").AddCheck<DatabasesReady>("databases", tags: [HealthAddresses.Ready]);
        if (builder.Environment.IsDevelopment())
            builder.Services.AddGrpcReflection();

        void Listen(KestrelServerOptions kestrel, int port, HttpProtocols inClearText) => kestrel.Listen(listening.Address, port, listen =>
        {
            listen.Protocols = listening.Certificate is null ? inClearText : HttpProtocols.Http1AndHttp2;
            if (listening.Certificate is { } certificate)
                listen.UseHttps(certificate);
        });
    }

    /// <summary>First of all: what comes after knows where a call comes from, and whether it came by TLS.</summary>
    public static void UseForwarding(this WebApplication app)
    {
        if (app.Services.GetRequiredService<Listening>().Proxy is not null)
            app.UseForwardedHeaders();
    }

    /// <summary>Goes after routing, which knows what the page takes: the check of a form's token would call one that is too large incomplete.</summary>
    public static void UseRequestLimits(this WebApplication app) => app.Use((http, next) =>
    {
        var size = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (size is { IsReadOnly: false } && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            size.MaxRequestBodySize = LargestOfStrangers;
        if (size?.MaxRequestBodySize is not { } most || !(http.Request.ContentLength > most))
            return next(http);
        // The page that says so is asked for without what was too large.
        (http.Request.Method, http.Request.ContentLength, http.Request.ContentType, http.Request.Body) = (HttpMethods.Get, 0, null, Stream.Null);
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });

    /// <summary>A port that is taken is the commonest reason not to start: it is told in a sentence, where Kestrel would write a page.</summary>
    /// <exception cref="CannotStartException">Another program listens there.</exception>
    public static void RequireFreePorts(SuiteOptions options, Listening listening)
    {
        foreach (var port in new[] { options.PagesPort, options.FeedsPort }.Distinct())
        {
            try
            {
                using var probe = new TcpListener(listening.Address, port);
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

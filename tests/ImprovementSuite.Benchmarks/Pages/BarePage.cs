using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Benchmarks.Pages;

/// <summary>A process that serves one Razor page of 50 rows and nothing else: no sign-in, no layout, no tag helpers, no data; Kestrel as the host has it.</summary>
internal static class BarePage
{
    public const string Command = "bare-page";

    public static async Task<int> Serve()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(OwnPagesOnly);
        await using var app = builder.Build();
        app.MapRazorPages();
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await app.WaitForShutdownAsync();
        return 0;
    }

    // The suite's own pages come along by reference.
    private static void OwnPagesOnly(ApplicationPartManager parts)
    {
        var own = typeof(BarePage).Assembly.GetName().Name;
        foreach (var other in parts.ApplicationParts.Where(part => part.Name != own).ToList())
            parts.ApplicationParts.Remove(other);
    }
}

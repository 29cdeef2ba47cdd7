using System.Net;
using System.Security.Cryptography.X509Certificates;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Hosting;

/// <summary>To whom the suite listens, from the section "Listen" of the settings; this machine alone where it says nothing, and in the demo always.</summary>
/// <param name="Address">Such as 0.0.0.0.</param>
/// <param name="Certificate">With one, pages and feeds speak TLS, on one port or two.</param>
/// <param name="Proxy">A reverse proxy that speaks TLS in its place and whose word is taken for where a call comes from.</param>
internal sealed record Listening(IPAddress Address, X509Certificate2? Certificate, IPAddress? Proxy)
{
    public static Listening Of(IConfiguration settings, bool demo)
    {
        var listen = settings.GetSection("Listen");
        if (demo)
            return new(IPAddress.Loopback, null, null);
        var (address, proxy) = (Ip(listen, "Address") ?? IPAddress.Loopback, Ip(listen, "Proxy"));
        var certificate = CertificateFile.Read(listen, "Certificate");
        return IPAddress.IsLoopback(address) || certificate is not null || proxy is not null
            ? new(address, certificate, proxy)
            : throw new CannotStartException(
                $"Listen:Address {address} lets other machines in, and in clear text everybody on the way could read. Give Listen:Certificate (a PEM or PFX file), or name the reverse proxy that speaks TLS as Listen:Proxy.");
    }

    /// <summary>Whoever may let others in comes before the others.</summary>
    /// <exception cref="CannotStartException">Others could reach the suite and nobody is an administrator.</exception>
    public async Task RequireAdministrator(IServiceProvider services)
    {
        if (IPAddress.IsLoopback(Address))
            return;
        using var scope = services.CreateScope();
        if (!await scope.ServiceProvider.GetRequiredService<AccountsDb>().Accounts.AnyAsync(Administrators.May))
            throw new CannotStartException(
                "Nobody is an administrator yet, so the suite does not listen to other machines. Make one first: start it without Listen:Address and open the link that it prints, or run: administrator <name> <e-mail address>.");
    }

    private static IPAddress? Ip(IConfigurationSection listen, string name) =>
        listen[name] is not { } text ? null
        : IPAddress.TryParse(text, out var address) ? address
        : throw new CannotStartException($"Listen:{name} is \"{text}\": give an IP address, such as 0.0.0.0 for every one of this machine.");
}

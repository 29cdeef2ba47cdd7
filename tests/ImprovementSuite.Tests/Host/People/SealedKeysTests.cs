using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Host.People;

/// <summary>The keys of a data folder under a certificate, and without the one that they are under.</summary>
public sealed class SealedKeysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task With_a_certificate_nobody_reads_the_keys_without_it()
    {
        var (first, second) = (Certificate("first"), Certificate("second"));
        var data = Path.Combine(_folder.Path, "data");

        var pseudonym = await PseudonymIn(data, $"--Keys:Certificate={first}", "--Keys:CertificatePassword=x");
        var keys = string.Concat(Directory.EnumerateFiles(Path.Combine(data, "keys"), "*.xml").Select(File.ReadAllText));
        Assert.Contains("<encryptedSecret", keys);
        Assert.DoesNotContain("<masterKey", keys);
        Assert.Equal(pseudonym, await PseudonymIn(data, $"--Keys:Certificate={first}", "--Keys:CertificatePassword=x"));

        // Another certificate takes over; what the first had sealed is read by the first.
        Assert.Equal(pseudonym, await PseudonymIn(data, $"--Keys:Certificate={second}", "--Keys:CertificatePassword=x", $"--Keys:EarlierCertificate={first}", "--Keys:EarlierCertificatePassword=x"));
        var refused = await Assert.ThrowsAsync<CannotStartException>(() => PseudonymIn(data, $"--Keys:Certificate={second}", "--Keys:CertificatePassword=x"));
        Assert.Contains("Give the certificate that they were sealed with as Keys:Certificate, or as Keys:EarlierCertificate beside the one that takes over from it.", refused.Message);
        await Assert.ThrowsAsync<CannotStartException>(() => PseudonymIn(data));
    }

    [Fact]
    public async Task Keys_of_before_there_was_a_certificate_are_still_read()
    {
        var data = Path.Combine(_folder.Path, "data");

        Assert.Equal(await PseudonymIn(data), await PseudonymIn(data, $"--Keys:Certificate={Certificate("first")}", "--Keys:CertificatePassword=x"));
    }

    [Fact]
    public async Task A_certificate_that_could_not_open_what_it_seals_is_refused()
    {
        var path = Path.Combine(_folder.Path, "elliptic.pfx");
        using var key = ECDsa.Create();
        File.WriteAllBytes(path, new CertificateRequest("CN=elliptic", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1)).Export(X509ContentType.Pfx, "x"));

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => PseudonymIn(Path.Combine(_folder.Path, "data"), $"--Keys:Certificate={path}", "--Keys:CertificatePassword=x"));

        Assert.StartsWith($"Keys:Certificate {path} has no private RSA key", refused.Message);
    }

    private static async Task<string> PseudonymIn(string data, params string[] settings)
    {
        Directory.CreateDirectory(data);
        await using var app = SuiteApp.Build(new SuiteOptions(null, [], false, data, 0, 0, settings));
        return app.Services.GetRequiredService<Pseudonyms>().Of("C1");
    }

    private string Certificate(string name)
    {
        var path = Path.Combine(_folder.Path, $"{name}.pfx");
        using var key = RSA.Create(2048);
        File.WriteAllBytes(path, new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1)).Export(X509ContentType.Pfx, "x"));
        return path;
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;

namespace ImprovementSuite.Host.Hosting;

/// <summary>
/// What a data folder seals and marks with, in its <c>keys</c>: cookies and forms, and the pseudonyms of references. With <c>Keys:Certificate</c> they are
/// readable only with that certificate, so that a stolen copy of the folder opens nobody's session and no pseudonym.
/// </summary>
internal static class Keys
{
    private const string OfPseudonyms = "pseudonyms";

    /// <summary>
    /// Who signed in to the demo has not signed in to another suite of the machine. Each request opens two seals; this algorithm does it in one pass.
    /// </summary>
    public static void AddKeys(this WebApplicationBuilder builder, DataFolder folder)
    {
        var keys = builder.Services.AddDataProtection().SetApplicationName("ImprovementSuite").PersistKeysToFileSystem(new DirectoryInfo(folder.Of("keys")))
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        var settings = builder.Configuration.GetSection("Keys");
        if (CertificateFile.Read(settings, "Certificate") is { } certificate)
            keys.ProtectKeysWithCertificate(WithItsKey(certificate, settings)).UnprotectKeysWithAnyCertificate(certificate);
        // While a certificate takes over from another, keys of both are read.
        if (CertificateFile.Read(settings, "EarlierCertificate") is { } earlier)
            keys.UnprotectKeysWithAnyCertificate(earlier);
        builder.Services.AddSingleton(services => new Pseudonyms(KeyOfPseudonyms(folder, services.GetDataProtector("ImprovementSuite.Pseudonyms"))));
    }

    /// <summary>Opens what is sealed, so that a certificate that is missing is known at the start and not at somebody's first page.</summary>
    /// <exception cref="CannotStartException">It is missing, or another.</exception>
    public static void RequireKeys(this IServiceProvider services) => services.GetRequiredService<Pseudonyms>();

    private static byte[] KeyOfPseudonyms(DataFolder folder, IDataProtector protector)
    {
        var path = Path.Combine(folder.Of("keys"), OfPseudonyms);
        try
        {
            if (File.Exists(path))
                return protector.Unprotect(File.ReadAllBytes(path));
            var key = RandomNumberGenerator.GetBytes(Pseudonyms.KeyLength);
            Directory.CreateDirectory(folder.Of("keys"));
            // Whole or not at all: a half of it would lock the folder.
            File.WriteAllBytes(path + ".part", protector.Protect(key));
            File.Move(path + ".part", path);
            return key;
        }
        catch (CryptographicException sealedOff)
        {
            throw new CannotStartException(
                $"The keys in {folder.Of("keys")} cannot be opened: {sealedOff.Message.TrimEnd('.')}. Give the certificate that they were sealed with as Keys:Certificate, or as Keys:EarlierCertificate beside the one that takes over from it.");
        }
    }

    private static X509Certificate2 WithItsKey(X509Certificate2 certificate, IConfigurationSection settings) => certificate.GetRSAPrivateKey() is not null
        ? certificate
        : throw new CannotStartException($"Keys:Certificate {settings["Certificate"]} has no private RSA key, so what it seals could never be opened. Give a PFX file, or a PEM file with Keys:CertificateKey, of an RSA certificate.");
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Host.Hosting;

/// <summary>A certificate that a setting names, with its private key: a PFX file with <c>…Password</c>, or a PEM file with <c>…Key</c>.</summary>
internal static class CertificateFile
{
    /// <summary>Null where the setting is not given.</summary>
    /// <exception cref="CannotStartException">The file cannot be used.</exception>
    public static X509Certificate2? Read(IConfigurationSection section, string name)
    {
        if (section[name] is not { } file)
            return null;
        try
        {
            return Path.GetExtension(file) is ".pfx" or ".p12"
                ? X509CertificateLoader.LoadPkcs12FromFile(file, section[$"{name}Password"])
                : X509Certificate2.CreateFromPemFile(file, section[$"{name}Key"]);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotStartException(
                $"{section.Key}:{name} {file} cannot be used: {unreadable.Message.TrimEnd('.')}. Give a PEM file with {section.Key}:{name}Key, or a PFX file with {section.Key}:{name}Password, that this account may read.");
        }
    }
}

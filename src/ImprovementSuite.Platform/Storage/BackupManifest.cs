using System.Security.Cryptography;
using System.Text.Json;
using ImprovementSuite.Platform.ChangeLog;

namespace ImprovementSuite.Platform.Storage;

/// <summary>What a backup holds, so that each part of it can be checked before it is trusted.</summary>
/// <param name="Suite">The version of the suite that made it.</param>
/// <param name="Taken">The moment of the cut, UTC, in business time.</param>
/// <param name="Databases">The databases of the cut.</param>
/// <param name="Files">Every file of the backup but this manifest.</param>
public sealed record BackupManifest(string Suite, DateTime Taken, IReadOnlyList<BackedUpDatabase> Databases, IReadOnlyList<BackedUpFile> Files)
{
    /// <summary>Its name in the backup's folder.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions ForReaders = new() { WriteIndented = true };

    /// <summary>
    /// SHA-256 of what the manifest says. It stands in the file, and in the change log of the suite that made the backup: whoever changes
    /// both the manifest and its seal is found out there.
    /// </summary>
    public string Seal() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)));

    internal string ToJson() => JsonSerializer.Serialize(new Sealed(this, Seal()), ForReaders);

    /// <returns>Null where the text is no manifest, or not what was sealed.</returns>
    internal static BackupManifest? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Sealed>(json) is { Manifest: { Databases: not null, Files: not null } manifest } read && read.Seal == manifest.Seal() ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Sealed(BackupManifest Manifest, string Seal);
}

/// <summary>A database of a backup.</summary>
/// <param name="Name">As in messages, such as "plan".</param>
/// <param name="File">Its file in the backup.</param>
/// <param name="Schema">The last migration that was applied to it.</param>
/// <param name="Head">The last entry of its change log.</param>
public sealed record BackedUpDatabase(string Name, string File, string Schema, ChainHead Head);

/// <summary>A file of a backup.</summary>
/// <param name="Name">Its path in the backup and in the data folder, with forward slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
public sealed record BackedUpFile(string Name, long Size, string Sha256);

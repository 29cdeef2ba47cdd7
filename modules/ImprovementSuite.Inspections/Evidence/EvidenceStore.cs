using System.Security.Cryptography;
using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Inspections.Evidence;

/// <summary>A file that is kept.</summary>
/// <param name="FileName">The name under which it came, without a folder.</param>
/// <param name="IsNew">No file with this content was kept before.</param>
internal sealed record KeptFile(string FileName, string MediaType, long Bytes, string Sha256, bool IsNew);

/// <summary>
/// Files that show something, in the data folder and never where pages are served from. Each is kept under the hash of its content, so that what is opened is what was
/// brought in; a backup takes the folder along.
/// </summary>
internal sealed class EvidenceStore(DataFolder folder)
{
    public const int LargestMegabytes = 20;

    /// <summary>What a form says of the files that it takes.</summary>
    public const string Hint = "A PDF, Word, Excel or PowerPoint file, a PNG or JPEG picture, an e-mail (.eml or .msg), CSV or plain text, of 20 MB at most. It must name no child";

    private const long LargestBytes = (long)LargestMegabytes << 20;
    private const int LongestName = 200;

    private static readonly TimeSpan LeftBehind = TimeSpan.FromDays(1);

    private string Folder => folder.Of("evidence");

    /// <summary>Keeps a file whose content is what its name says.</summary>
    /// <exception cref="EvidenceFileException">It is not taken, and nothing of it is left.</exception>
    public async Task<KeptFile> Keep(Stream content, string name, CancellationToken cancel)
    {
        name = Path.GetFileName(name.Replace('\\', '/')).Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            throw new EvidenceFileException($"The file's name is empty, holds line breaks or has more than {LongestName} characters: rename the file, and choose it again");
        if (EvidenceType.Named(name) is not { } claimed)
            throw new EvidenceFileException($"“{name}” is of a type that is not taken: choose a PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), PNG, JPEG, e-mail (.eml, .msg), CSV or text file");

        Directory.CreateDirectory(Folder);
        ClearLeftBehind();
        var part = Path.Combine(Folder, $"{Guid.NewGuid():N}.part");
        try
        {
            var (bytes, hash) = await Write(content, part, name, cancel);
            Check(part, name, claimed);
            var isNew = !File.Exists(PathOf(hash));
            // Under its name only when it is whole.
            File.Move(part, PathOf(hash), overwrite: true);
            return new(name, claimed.MediaType, bytes, hash, isNew);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>The content of a file; null where it is gone, or is not what was brought in.</summary>
    public async Task<FileStream?> Open(string hash, CancellationToken cancel)
    {
        if (!File.Exists(PathOf(hash)))
            return null;
        var content = File.OpenRead(PathOf(hash));
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) == hash)
        {
            content.Position = 0;
            return content;
        }
        await content.DisposeAsync();
        return null;
    }

    /// <summary>Takes a file away that nothing names any more.</summary>
    public void Discard(string hash) => File.Delete(PathOf(hash));

    private static async Task<(long Bytes, string Hash)> Write(Stream content, string part, string name, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write);
        var some = new byte[81_920];
        while (await content.ReadAsync(some, cancel) is > 0 and var read)
        {
            if (file.Length + read > LargestBytes)
                throw new EvidenceFileException($"“{name}” has more than {LargestMegabytes} MB: send a part or a smaller copy of it, or give a link to where it is");
            hash.AppendData(some, 0, read);
            await file.WriteAsync(some.AsMemory(0, read), cancel);
        }
        if (file.Length == 0)
            throw new EvidenceFileException($"“{name}” is empty: choose another file");
        // A row that names it is not on disk before it is.
        file.Flush(flushToDisk: true);
        return (file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void Check(string part, string name, EvidenceType claimed)
    {
        using var written = File.OpenRead(part);
        if (claimed.Holds(written))
            return;
        throw new EvidenceFileException(EvidenceType.Of(written) is { } found
            ? $"“{name}” is named as {claimed.Words}, and its content is {found.Words}: choose the right file, or give it the ending {found.Extension}"
            : $"“{name}” is named as {claimed.Words}, and its content is not: open it to see what it is, save it without macros or a password, and choose it again");
    }

    /// <summary>Halves that a process left when it was stopped.</summary>
    private void ClearLeftBehind()
    {
        foreach (var old in Directory.EnumerateFiles(Folder, "*.part").Where(file => File.GetLastWriteTimeUtc(file) < TimeProvider.System.GetUtcNow().UtcDateTime - LeftBehind))
            File.Delete(old);
    }

    /// <exception cref="ArgumentException">It is no hash: nothing leads out of the folder.</exception>
    private string PathOf(string hash) =>
        hash.Length == 2 * SHA256.HashSizeInBytes && hash.All(char.IsAsciiHexDigitLower) ? Path.Combine(Folder, hash) : throw new ArgumentException("A file is kept under a hash.", nameof(hash));
}

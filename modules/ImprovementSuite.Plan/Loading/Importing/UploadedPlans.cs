using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Plan.Loading.Importing;

/// <summary>
/// Files between their preview and their confirmation, in the data folder under the hash of their content: what is confirmed is what was seen.
/// Those that nobody confirmed are taken away after a day.
/// </summary>
internal sealed partial class UploadedPlans(DataFolder folder)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private string Folder => folder.Of("plan-uploads");

    /// <summary>The name under which it is found again.</summary>
    public async Task<string> Keep(byte[] content, CancellationToken cancel)
    {
        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.EnumerateFiles(Folder).Where(file => File.GetLastWriteTimeUtc(file) < TimeProvider.System.GetUtcNow().UtcDateTime - Kept))
            File.Delete(old);
        var id = Convert.ToHexStringLower(SHA256.HashData(content));
        // Under its name only when it is whole.
        var part = Path.Combine(Folder, $"{Guid.NewGuid():N}.part");
        await File.WriteAllBytesAsync(part, content, cancel);
        File.Move(part, Path.Combine(Folder, id), overwrite: true);
        return id;
    }

    /// <summary>Null where it was never brought in, or not in the last day.</summary>
    public async Task<byte[]?> Find(string? id, CancellationToken cancel)
    {
        if (id is null || !Id().IsMatch(id) || Path.Combine(Folder, id) is var file && !File.Exists(file))
            return null;
        var content = await File.ReadAllBytesAsync(Path.Combine(Folder, id), cancel);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == id ? content : null;
    }

    public void Discard(string id)
    {
        if (Id().IsMatch(id))
            File.Delete(Path.Combine(Folder, id));
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Id();
}

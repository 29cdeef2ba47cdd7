using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ImprovementSuite.Plan.Packs;

/// <summary>What a panel was given, word for word, kept at its freeze. Every form of its pack is written from this and from nothing else.</summary>
internal sealed class FrozenPack
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public DateOnly Panel { get; init; }

    /// <summary>A <see cref="PackContent"/> as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>SHA-256 of <see cref="Body"/>, in lower-case hexadecimal; the change log keeps it too.</summary>
    public required string Hash { get; init; }

    public PackContent Content => JsonSerializer.Deserialize<PackContent>(Body, Json)!;

    /// <summary>Whether it is still what was frozen.</summary>
    public bool IsWhole => Hash == HashOf(Body);

    public static FrozenPack Of(PackContent content)
    {
        var body = JsonSerializer.Serialize(content, Json);
        return new() { Panel = content.Panel, Body = body, Hash = HashOf(body) };
    }

    private static string HashOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}

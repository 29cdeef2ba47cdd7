using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ImprovementSuite.Tests.Support;

/// <summary>What an authenticator app on a phone does: RFC 6238, six digits, thirty seconds, SHA-1.</summary>
internal static class AuthenticatorApp
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The code of this moment, from the key as a page shows it.</summary>
    public static string Code(string key)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(FromBase32(key), counter);
        var offset = hash[^1] & 0xf;
        return $"{(BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue) % 1_000_000:000000}";
    }

    private static byte[] FromBase32(string text)
    {
        var (bits, held, bytes) = (0, 0, new List<byte>());
        foreach (var letter in text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant))
        {
            (bits, held) = (bits << 5 | Alphabet.IndexOf(letter), held + 5);
            if (held < 8)
                continue;
            bytes.Add((byte)(bits >> (held - 8)));
            (bits, held) = (bits & (1 << (held - 8)) - 1, held - 8);
        }
        return [.. bytes];
    }
}

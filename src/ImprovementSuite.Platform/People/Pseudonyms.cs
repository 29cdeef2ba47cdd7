using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;

namespace ImprovementSuite.Platform.People;

/// <summary>
/// Stands in for references of source systems: the same reference has always the same pseudonym in this data folder, and nobody without the
/// folder's key can tell which reference it is, not even by trying all that there are. Change logs hold pseudonyms alone, because what is in
/// them can never be removed.
/// </summary>
/// <param name="key">Kept in the data folder; another key gives other pseudonyms.</param>
public sealed class Pseudonyms(byte[] key)
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyLength = 32;

    // Without I, L, O and U, which are misread or make words.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;

    /// <summary>Such as <c>P-7K3M-Q9TX-2B4D</c>: 60 bits of an HMAC-SHA-256 of the reference as it was sent.</summary>
    public string Of(string reference)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(reference), hash);
        var bits = BitConverter.ToUInt64(hash);
        var pseudonym = new StringBuilder("P");
        for (var i = 0; i < Length; i++, bits >>= 5)
            pseudonym.Append(i % 4 == 0 ? "-" : "").Append(Letters[(int)(bits & 31)]);
        return pseudonym.ToString();
    }

    /// <summary>Whether a text could be a pseudonym, however it is cased.</summary>
    public static bool IsOne(string text) =>
        text.Length == Length + 4 && text.StartsWith("P-", StringComparison.OrdinalIgnoreCase)
        && text.AsSpan(1).ToString().ToUpperInvariant().Where(letter => letter != '-').All(Letters.Contains);

    /// <summary>Stands in the change log for what somebody wrote about a person: its length, and a mark by which the text, where it is still kept, can be known again.</summary>
    public string Mark(string text) => text.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{text.Length:N0} characters, {Of(text)}");

    /// <summary>How a person is shown references.</summary>
    public async Task<References> For(ClaimsPrincipal person, IAuthorizationService authorization) =>
        (await authorization.AuthorizeAsync(person, Tasks.SeeReferences)).Succeeded ? References.AsSent : new References(this);
}

/// <summary>References as one person is shown them: as the source system has them, or as pseudonyms.</summary>
public sealed class References
{
    /// <summary>As the source systems have them.</summary>
    public static readonly References AsSent = new(null);

    /// <summary>What a list of pseudonyms says of them.</summary>
    public const string Note = "Pseudonyms stand for the references of the source system; a team's manager finds the record by one.";

    private readonly Pseudonyms? _pseudonyms;

    internal References(Pseudonyms? pseudonyms) => _pseudonyms = pseudonyms;

    /// <summary>Whether the person sees pseudonyms.</summary>
    public bool ArePseudonyms => _pseudonyms is not null;

    /// <summary>The reference, or its pseudonym.</summary>
    public string Of(string reference) => _pseudonyms?.Of(reference) ?? reference;

    /// <summary>As the other; null, which stands for a restricted case, stays null.</summary>
    public string? OfKnown(string? reference) => reference is null ? null : Of(reference);
}

using System.Security.Cryptography;
using System.Text;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Identity;

namespace ImprovementSuite.Host.People;

/// <summary>
/// A long password is a good one, whatever it is made of, unless others know it: from a list of breached ones, or because it says who and where they are
/// (OWASP ASVS 5.0, 6.2; NCSC's advice on three random words).
/// </summary>
internal sealed class PasswordChecks(SignInSettings settings, Council council) : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    public const int Longest = 128;
    private const int DifferentCharacters = 5;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> accounts, Account account, string? password) => Task.FromResult(
        Refusal(account, password ?? "") is { } why ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordChecks), Description = why }) : IdentityResult.Success);

    private string? Refusal(Account account, string password)
    {
        if (password.Length < Shortest)
            return $"The password needs {Shortest} characters or more, such as three random words; this one has {password.Length}";
        if (password.Length > Longest)
            return $"The password has {Longest} characters at most; this one has {password.Length}";
        if (password.Distinct().Count() < DifferentCharacters)
            return $"The password needs {DifferentCharacters} different characters or more";
        if (TellTale(account).FirstOrDefault(word => password.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } word)
            return $"Leave out \"{word}\", which others would try first";
        return settings.BreachedPasswords is { } list && BreachedPasswords.Knows(list, password)
            ? "This password is on a list of breached ones, so others try it. Choose another"
            : null;
    }

    private IEnumerable<string> TellTale(Account account) =>
        new[] { "ImprovementSuite", "password" }.Concat($"{account.Name} {account.Email?.Split('@')[0]} {council.Name}".Split(' ', '.', '-', '_')).Where(word => word.Length >= 5);
}

/// <summary>
/// A file of breached passwords: one SHA-1 sum in hexadecimal a line, in order, whatever follows a colon left out, as the list of Have I Been Pwned comes.
/// It may have a billion lines, so a sum is found by halving the file.
/// </summary>
internal static class BreachedPasswords
{
    private const int LongestLine = 128;

    public static bool Knows(string file, string password)
    {
        var wanted = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
        using var list = File.OpenRead(file);
        var (low, high) = (0L, list.Length);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            var (start, line) = LineAt(list, middle);
            var compared = string.CompareOrdinal(wanted, line);
            if (compared == 0)
                return true;
            if (compared < 0)
                high = start;
            else
                low = AfterLine(list, middle);
        }
        return false;
    }

    /// <summary>The line that a byte stands in, and where it begins.</summary>
    private static (long Start, string Sum) LineAt(FileStream list, long at)
    {
        var from = Math.Max(0, at - LongestLine);
        var before = Bytes(list, from, (int)(at - from));
        var start = from + Array.LastIndexOf(before, (byte)'\n') + 1;
        var text = Encoding.ASCII.GetString(Bytes(list, start, LongestLine));
        return (start, text.Split('\n')[0].Split(':')[0].Trim().ToUpperInvariant());
    }

    private static long AfterLine(FileStream list, long at)
    {
        var end = Array.IndexOf(Bytes(list, at, LongestLine), (byte)'\n');
        return end < 0 ? list.Length : at + end + 1;
    }

    private static byte[] Bytes(FileStream list, long at, int count)
    {
        list.Position = at;
        var bytes = new byte[count];
        return bytes[..list.ReadAtLeast(bytes, count, throwOnEndOfStream: false)];
    }
}

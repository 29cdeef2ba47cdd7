using System.Security.Cryptography;
using System.Text;
using CsCheck;
using ImprovementSuite.Host.People;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.Host.People;

public sealed class BreachedPasswordTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Lists of every length, with and without counts, line ends of either kind.</summary>
    [Fact]
    public void A_password_is_found_where_it_stands_in_the_list_and_nowhere_else() => Gen.Select(Gen.Int[0, 40], Gen.Bool, Gen.Bool).Sample((known, counts, windows) =>
    {
        var file = Path.Combine(_folder.Path, $"{Guid.NewGuid():N}");
        var lines = Enumerable.Range(0, known).Select(i => Sum($"known {i}") + (counts ? $":{i * 997}" : "")).Order(StringComparer.Ordinal);
        File.WriteAllText(file, string.Concat(lines.Select(line => line + (windows ? "\r\n" : "\n"))));

        Assert.All(Enumerable.Range(0, known), i => Assert.True(BreachedPasswords.Knows(file, $"known {i}")));
        Assert.All(Enumerable.Range(0, 20), i => Assert.False(BreachedPasswords.Knows(file, $"unknown {i}")));
    }, iter: 60);

    private static string Sum(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
}

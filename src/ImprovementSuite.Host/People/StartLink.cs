using System.Security.Cryptography;
using System.Text;

namespace ImprovementSuite.Host.People;

/// <summary>
/// The way in until the council's own accounts are set up: a link with a random token, printed where the host was started, good for one
/// sign-in from the machine itself.
/// </summary>
internal sealed class StartLink
{
    private readonly string _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    private int _used;

    /// <summary>Path and query, to be put after the address that the pages are served at.</summary>
    public string Path => $"/start?token={_token}";

    /// <summary>Whether this token opens the door. The first that does closes it.</summary>
    public bool TryUse(string? token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(_token))
        && Interlocked.Exchange(ref _used, 1) == 0;
}

using System.Security.Cryptography;
using System.Text;

namespace ImprovementSuite.Host.People;

/// <summary>
/// The way in while nobody may manage people yet: a link with a random token, printed where the host was started, which makes the first administrator
/// once, from the machine itself.
/// </summary>
internal sealed class StartLink
{
    private readonly string _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    private int _used;

    /// <summary>Path and query, to be put after the address that the pages are served at.</summary>
    public string Path => $"/start?token={_token}";

    /// <summary>Whether this token would open the door.</summary>
    public bool Opens(string? token) => _used == 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(_token));

    /// <summary>Opens the door; the first that does closes it.</summary>
    public bool TryUse(string? token) => Opens(token) && Interlocked.Exchange(ref _used, 1) == 0;
}

namespace ImprovementSuite.Host.Accounts;

/// <summary>One sign-in of a person, from its beginning until it is ended or too old. Its cookie opens nothing once this row is closed.</summary>
internal sealed class SignedIn
{
    /// <summary>However long somebody works, after this they prove again who they are.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How long a row is kept for people to look at.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private const int LongestBrowser = 200;

    /// <summary>128 random bits.</summary>
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    /// <summary>How they proved who they are: "password and code".</summary>
    public required string How { get; init; }

    /// <summary>What their browser calls itself.</summary>
    public required string Browser { get; init; }

    public DateTime StartedAt { get; init; }

    /// <summary>Known to five minutes.</summary>
    public DateTime SeenAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public static SignedIn Of(string person, string how, string browser, DateTime now) => new()
    {
        Id = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)), PersonId = person, How = how,
        Browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser, StartedAt = now, SeenAt = now,
    };

    public void End(DateTime now) => EndedAt ??= now;
}

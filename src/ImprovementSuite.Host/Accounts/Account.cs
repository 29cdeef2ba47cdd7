using Microsoft.AspNetCore.Identity;

namespace ImprovementSuite.Host.Accounts;

/// <summary>
/// Somebody who may sign in. The id is the e-mail address that the account was made with, in lower case: it is what people enter where a person is
/// named, so it stays when the address changes.
/// </summary>
internal sealed class Account : IdentityUser
{
    public const int LongestName = 100;
    /// <summary>What a passkey can hold of whom it belongs to.</summary>
    public const int LongestEmail = 64;

    private Account()
    {
    }

    /// <summary>What people call them.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Names of roles, one a line.</summary>
    public string Roles { get; private set; } = "";

    /// <summary>The workstreams that they lead, one a line.</summary>
    public string Workstreams { get; private set; } = "";

    /// <summary>Codes of the teams that they manage, one a line.</summary>
    public string Teams { get; private set; } = "";

    public DateTime MadeAt { get; private init; }

    /// <summary>Since when nobody can sign in with it; null while it is open.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Counts the changes of what it may do, so that open sign-ins notice.</summary>
    public int AccessVersion { get; private set; }

    public IReadOnlyList<string> RoleList => Lines(Roles);

    public IReadOnlyList<string> WorkstreamList => Lines(Workstreams);

    public IReadOnlyList<string> TeamList => Lines(Teams);

    public static string IdOf(string email) => email.Trim().ToLowerInvariant();

    public static Account Make(string email, DateTime now) => new() { Id = IdOf(email), UserName = IdOf(email), Email = IdOf(email), MadeAt = now };

    /// <summary>Says who it is and what they may do.</summary>
    public void Allow(string name, string email, IEnumerable<string> roles, IEnumerable<string> workstreams, IEnumerable<string> teams)
    {
        (Name, Email, UserName) = (name.Trim(), IdOf(email), IdOf(email));
        (Roles, Workstreams, Teams) = (string.Join('\n', roles), string.Join('\n', workstreams), string.Join('\n', teams));
        AccessVersion++;
    }

    public void Close(DateTime now)
    {
        ClosedAt ??= now;
        AccessVersion++;
    }

    public void Reopen()
    {
        ClosedAt = null;
        AccessVersion++;
    }

    /// <summary>What it may do, as the change log keeps it.</summary>
    public string InWords() => string.Join('\n',
    [
        $"{Name}, {Email}", $"Roles: {(RoleList.Count == 0 ? "none" : string.Join(", ", RoleList))}",
        .. WorkstreamList.Count == 0 ? Array.Empty<string>() : [$"Workstreams: {string.Join(", ", WorkstreamList)}"],
        .. TeamList.Count == 0 ? Array.Empty<string>() : [$"Teams: {string.Join(", ", TeamList)}"],
    ]);

    private static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

using System.Security.Claims;

namespace ImprovementSuite.Platform.People;

/// <summary>Who does a thing. It is handed to every verb that changes something; nothing reads it from a static.</summary>
/// <param name="Id">Stable identifier of the account, or of the feed client or job.</param>
/// <param name="Name">What people call them.</param>
public sealed record Actor(string Id, string Name)
{
    /// <summary>The suite itself: start-up, jobs.</summary>
    public static readonly Actor Suite = new("suite", "ImprovementSuite");

    /// <summary>The signed-in person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static Actor Of(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new Actor(id, user.Identity?.Name ?? id)
            : throw new InvalidOperationException("An actor was asked for where nobody is signed in.");
}

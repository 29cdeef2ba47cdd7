using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace ImprovementSuite.Platform.People;

/// <summary>The signed-in person as lists of work need them: who it is, what they may do, which workstreams they lead.</summary>
/// <param name="Id">As <see cref="Actor.Id"/>.</param>
/// <param name="Tasks">Those of <see cref="People.Tasks"/> that the person has.</param>
/// <param name="Workstreams">The workstreams of the plan that the person leads.</param>
public sealed record Person(string Id, IReadOnlySet<string> Tasks, IReadOnlyList<string> Workstreams)
{
    /// <summary>As <see cref="Actor.Name"/>: what records name the person by.</summary>
    public string Name { get; init; } = "";

    /// <summary>The teams that the person manages, by the code that records name them by.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>Whether the person has this task, and so may open the pages that ask for it.</summary>
    public bool May(string task) => Tasks.Contains(task);

    /// <summary>Asks the authorisation policies about every task.</summary>
    public static async Task<Person> Of(ClaimsPrincipal user, IAuthorizationService authorization)
    {
        var tasks = new HashSet<string>();
        foreach (var task in People.Tasks.All)
            if ((await authorization.AuthorizeAsync(user, task)).Succeeded)
                tasks.Add(task);
        var actor = Actor.Of(user);
        return new(actor.Id, tasks, People.Workstreams.Of(user)) { Name = actor.Name, Teams = People.Teams.Of(user) };
    }
}

using System.Security.Claims;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;

namespace ImprovementSuite.SocialCare.Restricted;

/// <summary>Whose records a person may open: of which teams, and which restricted cases; and whether under their references.</summary>
/// <param name="PersonId">The signed-in person.</param>
/// <param name="Teams">The person's own teams by their present codes; null where every team's records are open.</param>
/// <param name="References">How lists name the records.</param>
internal sealed record RecordAccess(string PersonId, IReadOnlyList<string>? Teams, References References)
{
    public static async Task<RecordAccess> Of(ClaimsPrincipal person, IAuthorizationService authorization, Pseudonyms pseudonyms) => new(
        Actor.Of(person).Id, (await authorization.AuthorizeAsync(person, Tasks.ReadEveryTeam)).Succeeded ? null : Platform.People.Teams.Of(person),
        await pseudonyms.For(person, authorization));

    /// <summary>Whether records of a team are open.</summary>
    public bool Opens(string team) => Teams is null || Teams.Contains(team, StringComparer.OrdinalIgnoreCase);

    /// <summary>1 where the case of the child in a column is closed to this person; <paramref name="person"/> is the parameter of <see cref="PersonId"/>.</summary>
    public static string IsClosed(string child, string person) =>
        $"""
         (EXISTS (SELECT 1 FROM child closed WHERE closed.RecordId = {child} AND closed.Restricted = 1 AND closed.Deleted = 0)
          AND NOT EXISTS (SELECT 1 FROM named_reader named WHERE named.Child = {child} AND named.PersonId = {person}))
         """;
}

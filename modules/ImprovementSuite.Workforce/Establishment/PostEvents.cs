using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;

namespace ImprovementSuite.Workforce.Establishment;

/// <summary>Something that changed a post, from the start of its day.</summary>
/// <param name="What">In words.</param>
/// <param name="Who">The reference of whom it is about; null where it is about nobody, or where it may not be seen.</param>
/// <param name="State">How the post stood at the end of the day.</param>
internal sealed record PostEvent(DateOnly Day, string What, string? Who, PostState State);

/// <summary>Every change of a post in the order of days.</summary>
internal static class PostEvents
{
    public static IReadOnlyList<PostEvent> Of(IReadOnlyList<PostTerm> terms, IReadOnlyList<TimeInPost> people, IReadOnlyDictionary<int, Team> teams, bool withPeople)
    {
        var events = new List<(DateOnly Day, string What, string? Who)>();
        PostTerm? before = null;
        foreach (var term in terms)
        {
            if (before is null)
                events.Add((term.StartsOn, $"Created: {term.Role.Words().ToLowerInvariant()}, {teams[term.TeamId].Name}, {Say.Posts(term.Fte)} full time{(term.FixedTerm ? ", fixed term" : "")}", null));
            else if (before.LastOn.AddDays(1) < term.StartsOn)
                events.Add((term.StartsOn, "Opened again", null));
            if (before is not null && Changes(before, term, teams) is { Length: > 0 } changes)
                events.Add((term.StartsOn, changes, null));
            if (term.LastOn < DateOnly.MaxValue && !terms.Any(next => next.StartsOn == term.LastOn.AddDays(1)))
                events.Add((term.LastOn.AddDays(1), "Ended", null));
            before = term;
        }
        foreach (var one in people)
        {
            var who = one.Agency.Length > 0 ? $"An agency worker of {one.Agency}" : "Somebody";
            events.Add((one.StartsOn, $"{who} came, {Say.Posts(one.Fte)} full time", one.Reference));
            if (one.EndsOn is { } last && last < DateOnly.MaxValue)
                events.Add((last.AddDays(1), $"{who} {one.Ended switch { PostEnd.Left => "had left the council", PostEnd.Moved => "had moved to another post", _ => "had gone" }}, {Say.Posts(one.Fte)} full time", one.Reference));
        }
        return [.. events.OrderBy(one => one.Day).Select(one => new PostEvent(one.Day, one.What, withPeople ? one.Who : null, StateOn(one.Day, terms, people)))];
    }

    public static PostState StateOn(DateOnly day, IReadOnlyList<PostTerm> terms, IReadOnlyList<TimeInPost> people)
    {
        var term = terms.LastOrDefault(term => term.StartsOn <= day && day <= term.LastOn);
        return new(
            term?.Role ?? default, term?.TeamId ?? 0, term?.Fte ?? 0, people.Where(one => one.Agency.Length == 0 && one.HoldsOn(day)).Sum(one => one.Fte),
            people.Where(one => one.Agency.Length > 0 && one.HoldsOn(day)).Sum(one => one.Fte));
    }

    private static string Changes(PostTerm before, PostTerm now, IReadOnlyDictionary<int, Team> teams) => string.Join(". ", new[]
    {
        Change("Role", before.Role.Words(), now.Role.Words()), Change("Title", before.Title, now.Title), Change("Team", teams[before.TeamId].Name, teams[now.TeamId].Name),
        Change("Grade", before.Grade, now.Grade), Change("Hours, full time", Say.Posts(before.Fte), Say.Posts(now.Fte)),
        Change("Contract", before.FixedTerm ? "fixed term" : "permanent", now.FixedTerm ? "fixed term" : "permanent"),
    }.Where(change => change.Length > 0));

    private static string Change(string what, string before, string now) =>
        before == now ? "" : $"{what}: {(before.Length > 0 ? before : "none")}, then {(now.Length > 0 ? now : "none")}";
}

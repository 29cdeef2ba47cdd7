namespace ImprovementSuite.Platform.People;

/// <summary>Somebody who can sign in.</summary>
/// <param name="Id">As <see cref="Actor.Id"/>.</param>
/// <param name="Name">As <see cref="Actor.Name"/>.</param>
/// <param name="Email">What they sign in with today; the identifier stays when it changes.</param>
public sealed record KnownPerson(string Id, string Name, string Email);

/// <summary>Everybody who can sign in, for forms on which somebody is named; whoever keeps the accounts registers it.</summary>
public sealed record KnownPeople(Func<IReadOnlyList<KnownPerson>> Read)
{
    private const int LongestShown = 100;

    /// <summary>Who is meant by a name, an e-mail address or an identifier; or what whoever typed it is told beside the field.</summary>
    public (KnownPerson? Person, string? Error) Find(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return (null, "Enter the name of the person, or the e-mail address with which they sign in");
        var (people, by) = (Read(), typed.Trim());
        if (people.FirstOrDefault(person => Same(person.Id, by) || Same(person.Email, by)) is { } one)
            return (one, null);
        return people.Where(person => Same(person.Name, by)).ToList() switch
        {
            [] => (null, $"Nobody can sign in as “{(by.Length > LongestShown ? by[..LongestShown] + "..." : by)}”: choose one of those who are offered, or ask an administrator to make an account for them"),
            [var named] => (named, null),
            var several => (null, $"{several.Count} people are called {several[0].Name}: enter the e-mail address, {string.Join(" or ", several.Select(person => person.Email))}"),
        };

        static bool Same(string known, string typed) => known.Equals(typed, StringComparison.OrdinalIgnoreCase);
    }
}

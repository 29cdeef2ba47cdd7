using ImprovementSuite.Inspections.Profile;

namespace ImprovementSuite.Inspections.Authorities;

/// <summary>An authority that is judged otherwise than before.</summary>
/// <param name="Words">"Overall: good, was requires improvement".</param>
internal sealed record ChangedAuthority(OverviewAuthority Before, OverviewAuthority Now, IReadOnlyList<string> Words);

/// <summary>What a file changes. It takes the place of the last one as a whole; an authority whose row is wrong keeps what is here of it.</summary>
internal sealed record OverviewChanges(
    IReadOnlyList<OverviewAuthority> New, IReadOnlyList<ChangedAuthority> Changed, IReadOnlyList<OverviewAuthority> Gone, IReadOnlyList<OverviewAuthority> Kept, int Same)
{
    public bool IsNone => New.Count + Changed.Count + Gone.Count == 0;

    public static OverviewChanges Of(IReadOnlyCollection<OverviewAuthority> here, OverviewRead file)
    {
        var before = here.ToDictionary(authority => authority.Code);
        var faulty = file.Faults.Select(fault => fault.Code).ToHashSet();
        var now = file.Authorities.Select(authority => authority.Code).ToHashSet();
        var both = file.Authorities.Where(authority => before.ContainsKey(authority.Code)).Select(authority => new ChangedAuthority(before[authority.Code], authority, [.. Words(before[authority.Code], authority)])).ToList();
        var absent = here.Where(authority => !now.Contains(authority.Code)).OrderBy(authority => authority.Name).ToLookup(authority => faulty.Contains(authority.Code));
        return new(
            [.. file.Authorities.Where(authority => !before.ContainsKey(authority.Code)).OrderBy(authority => authority.Name)], [.. both.Where(one => one.Words.Count > 0).OrderBy(one => one.Now.Name)],
            [.. absent[false]], [.. absent[true]], both.Count(one => one.Words.Count == 0));
    }

    private static IEnumerable<string> Words(OverviewAuthority before, OverviewAuthority now)
    {
        foreach (var (area, grade) in now.Grades)
            if (before.GradeOf(area) is var was && was != grade)
                yield return $"{ProfileWords.Area(area)}: {grade ?? "no grade"}, was {was ?? "no grade"}";
        if (before.On != now.On)
            yield return $"Inspected {Platform.Ui.Say.ShortDate(now.On)}, was {Platform.Ui.Say.ShortDate(before.On)}";
        if (before.Framework != now.Framework)
            yield return $"Framework: {now.Framework}, was {before.Framework}";
        if (before.Name != now.Name)
            yield return $"Name: was {before.Name}";
        if (!before.Neighbours.SequenceEqual(now.Neighbours))
            yield return "Other statistical neighbours";
    }
}

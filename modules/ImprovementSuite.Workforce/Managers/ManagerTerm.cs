using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Workforce.Establishment;

namespace ImprovementSuite.Workforce.Managers;

/// <summary>A manager's post as it stood from a day to a day.</summary>
internal sealed record StandingPost(string Number, PostRole Role, Place Place, DateOnly From, DateOnly Last);

/// <summary>Somebody in a post, employed or of an agency, from a day to a day.</summary>
/// <param name="Fte">In hundredths of a full-time post.</param>
internal sealed record Holder(string Number, string Person, bool Agency, int Fte, DateOnly From, DateOnly Last)
{
    public bool IsThere(DateOnly day) => From <= day && day <= Last;
}

/// <summary>The days on which one person answers for a manager's post.</summary>
/// <param name="Until">The last day; null while no end is known.</param>
internal sealed record ManagerTerm(string Number, PostRole Role, Place Place, string Person, bool Agency, DateOnly From, DateOnly? Until)
{
    public bool Touches(DateOnly from, DateOnly to) => From <= to && (Until is null || Until >= from);

    public PostedManager InMessage() => new(Number, RoleInMessage, Place.Team, Place.Locality, From, Until, Agency, Person);

    private ManagerRole RoleInMessage => Role switch
    {
        PostRole.TeamManager => ManagerRole.TeamManager,
        PostRole.LocalityManager => ManagerRole.LocalityManager,
        PostRole.ServiceManager => ManagerRole.ServiceManager,
        _ => ManagerRole.PracticeImprovementManager,
    };

    /// <summary>
    /// Who answers for each post, one at a time, so that a post is never expected to do twice what it is expected to do: somebody employed before an agency
    /// worker, then the one with more of the post's hours, then who came first.
    /// </summary>
    public static IEnumerable<ManagerTerm> Of(IEnumerable<StandingPost> posts, IEnumerable<Holder> holders)
    {
        var byPost = holders.ToLookup(holder => holder.Number);
        foreach (var post in posts.GroupBy(post => post.Number).OrderBy(post => post.Key, StringComparer.Ordinal))
        {
            ManagerTerm? open = null;
            foreach (var (from, last) in Spans([.. post.Select(term => (term.From, term.Last)), .. byPost[post.Key].Select(holder => (holder.From, holder.Last))]))
            {
                var standing = post.FirstOrDefault(term => term.From <= from && from <= term.Last);
                var holder = standing is null ? null : byPost[post.Key].Where(holder => holder.IsThere(from))
                    .OrderBy(holder => holder.Agency).ThenByDescending(holder => holder.Fte).ThenBy(holder => holder.From).ThenBy(holder => holder.Person, StringComparer.Ordinal).FirstOrDefault();
                DateOnly? until = last == DateOnly.MaxValue ? null : last;
                if (open is not null && holder is not null && (open.Role, open.Place, open.Person, open.Agency) == (standing!.Role, standing.Place, holder.Person, holder.Agency))
                {
                    open = open with { Until = until };
                    continue;
                }
                if (open is not null)
                    yield return open;
                open = holder is null ? null : new(post.Key, standing!.Role, standing.Place, holder.Person, holder.Agency, from, until);
            }
            if (open is not null)
                yield return open;
        }
    }

    /// <summary>The runs of days between which nothing changes, without a gap from the first day to the last.</summary>
    private static IEnumerable<(DateOnly From, DateOnly Last)> Spans(IReadOnlyList<(DateOnly From, DateOnly Last)> times)
    {
        var starts = times.Select(time => time.From).Concat(times.Where(time => time.Last < DateOnly.MaxValue).Select(time => time.Last.AddDays(1))).Distinct().Order().ToList();
        for (var i = 0; i < starts.Count; i++)
            yield return (starts[i], i + 1 < starts.Count ? starts[i + 1].AddDays(-1) : DateOnly.MaxValue);
    }
}

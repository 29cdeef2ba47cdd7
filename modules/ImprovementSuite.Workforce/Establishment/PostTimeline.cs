namespace ImprovementSuite.Workforce.Establishment;

/// <summary>What changes a post. On one day a post ends before it stands anew.</summary>
internal enum PostChangeKind
{
    /// <summary>The post ends.</summary>
    Ends = 0,

    /// <summary>It stands with a role, a team and hours.</summary>
    Stands = 1,

    /// <summary>Somebody employed comes, or under 0 goes.</summary>
    Employed = 2,

    /// <summary>An agency worker comes, or under 0 goes.</summary>
    Agency = 3,
}

/// <summary>One change of one post, from the start of its day.</summary>
/// <param name="Fte">In hundredths of a full-time post.</param>
internal readonly record struct PostChange(string Number, DateOnly Day, PostChangeKind Kind, int Fte, PostRole Role, int TeamId);

/// <summary>
/// How a post stands: its hours, and who has them. The two definitions of a vacancy come from here and from nowhere else: hours that nobody employed has, and
/// of those the ones that no agency worker covers either.
/// </summary>
/// <param name="Fte">The post's hours; 0 while it does not stand. All in hundredths of a full-time post.</param>
/// <param name="Employed">Of people whom the council employs.</param>
/// <param name="Agency">Of agency workers.</param>
internal readonly record struct PostState(PostRole Role, int TeamId, int Fte, int Employed, int Agency)
{
    /// <summary>Vacant, agency cover included: hours that nobody employed has.</summary>
    public int Vacant => Math.Max(0, Fte - Employed);

    /// <summary>Of the vacant hours, those that agency workers cover.</summary>
    public int Covered => Math.Min(Vacant, Agency);

    /// <summary>Vacant and not covered.</summary>
    public int Uncovered => Vacant - Covered;

    /// <summary>Employed people's hours within the post.</summary>
    public int InPost => Math.Min(Fte, Employed);

    /// <summary>Agency workers' hours while the post stands, whether they cover a vacancy or come beside somebody.</summary>
    public int AgencyInPost => Fte > 0 ? Agency : 0;
}

/// <summary>Walks the changes of posts and says how each state follows another.</summary>
internal static class PostTimeline
{
    /// <summary>Each state of each post that differs from the one before it, with the day from which it holds; <paramref name="changes"/> are by post and day.</summary>
    public static IEnumerable<(DateOnly Day, PostState Before, PostState After)> Walk(IEnumerable<PostChange> changes)
    {
        string? number = null;
        PostState before = default, state = default;
        var day = DateOnly.MinValue;
        foreach (var change in changes)
        {
            if (change.Number != number || change.Day != day)
            {
                if (state != before)
                    yield return (day, before, state);
                (before, day) = (state, change.Day);
                if (change.Number != number)
                    (number, before, state) = (change.Number, default, default);
            }
            state = change.Kind switch
            {
                PostChangeKind.Ends => state with { Fte = 0 },
                PostChangeKind.Stands => state with { Role = change.Role, TeamId = change.TeamId, Fte = change.Fte },
                PostChangeKind.Employed => state with { Employed = state.Employed + change.Fte },
                _ => state with { Agency = state.Agency + change.Fte },
            };
        }
        if (state != before)
            yield return (day, before, state);
    }
}

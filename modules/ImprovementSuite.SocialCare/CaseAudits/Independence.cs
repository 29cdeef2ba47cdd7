using ImprovementSuite.Platform.Recalculation;

namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>Which record a file is found by. A number is never reused.</summary>
internal enum FileType
{
    Contact = 1,
    Referral = 2,
    Assessment = 3,
}

/// <summary>A stored record that could be audited.</summary>
/// <param name="Row">Its row in the table of its type.</param>
/// <param name="Team">The team that had it on its day.</param>
/// <param name="Holder">The team that holds it now.</param>
/// <param name="Day">The day on which it was received or completed.</param>
internal sealed record PoolFile(FileType Type, long Row, int Source, string RecordId, string Child, int Team, int Holder, DateOnly Day)
{
    /// <summary>Where the case is restricted, those who are named for it; null where it is not.</summary>
    public IReadOnlySet<string>? OpenTo { get; init; }

    /// <summary>What tells it from every other file, in this database and in one that was filled again.</summary>
    public string Key => $"{Type}:{Source}:{RecordId}";
}

/// <summary>Why an auditor may not audit a file, in the order in which it is asked.</summary>
internal enum Bar
{
    /// <summary>They are or were the worker of this child; so it is with a decision of their own.</summary>
    Holds = 1,

    /// <summary>They answer for the team that holds it now.</summary>
    Supervises = 2,

    /// <summary>They answered for the team that had it on its day, and so signed it off.</summary>
    SignedOff = 3,

    /// <summary>The case is restricted, and they are not named for it.</summary>
    NotNamed = 4,
}

/// <summary>
/// Nobody audits a case of their own, nor a restricted one that they may not open. One rule for the draw, for handing a file over, for second auditors and for sending an audit in.
/// </summary>
/// <param name="auditor">The post that would audit.</param>
/// <param name="posts">Every post there is or was: the same person may have held another.</param>
/// <param name="worksWith">The children of whom the auditor is or was the worker.</param>
/// <param name="places">Where each team stands now.</param>
/// <param name="today">The day on which it is asked.</param>
internal sealed class Independence(
    ManagerInPost auditor, IEnumerable<ManagerInPost> posts, IReadOnlySet<string> worksWith, IReadOnlyDictionary<int, Place> places, DateOnly today)
{
    private readonly IReadOnlyList<ManagerInPost> _own = [.. posts.Where(post => post.IsSamePersonAs(auditor) || ReferenceEquals(post, auditor))];

    /// <summary>Why not; null where they may.</summary>
    public Bar? Against(PoolFile file)
    {
        if (worksWith.Contains(file.Child))
            return Bar.Holds;
        if (Answers(file.Holder, today))
            return Bar.Supervises;
        if (Answers(file.Team, file.Day))
            return Bar.SignedOff;
        return file.OpenTo is { } named && !named.Contains(auditor.SignIn) ? Bar.NotNamed : null;
    }

    /// <summary>Why not, as a sentence for people; null where they may.</summary>
    public string? Refusal(PoolFile file) => Against(file) switch
    {
        Bar.Holds => $"{auditor.Name} is or was the worker of this child. Choose an auditor who has had no part in the case",
        Bar.Supervises => $"{auditor.Name} answers for the team that holds this case. Choose an auditor from outside it",
        Bar.SignedOff => $"{auditor.Name} answered for the team on the day, and so signed it off. Choose an auditor from outside it",
        Bar.NotNamed => $"This case has been restricted, and {auditor.Name} is not named for it. Name them under restricted cases, or choose an auditor who is",
        _ => null,
    };

    private bool Answers(int team, DateOnly on) => places.TryGetValue(team, out var place) && _own.Any(post => post.InPostOn(on) && post.Supervises(place, places));
}

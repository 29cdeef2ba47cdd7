using ImprovementSuite.Contracts.SocialCare;

namespace ImprovementSuite.Workforce.Learning;

/// <summary>How often audits of a month found a practice issue in a team's files: the module's own copy of what SocialCare publishes.</summary>
internal sealed class LearningNeed
{
    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; init; }

    public required string Code { get; init; }

    public required string Issue { get; init; }

    public required string Locality { get; init; }

    public required string Team { get; init; }

    public long Found { get; init; }

    /// <summary>Audits completed.</summary>
    public long Completed { get; init; }

    public static LearningNeed Of(DateOnly month, PracticeIssueCount count) => new()
    {
        Month = month, Code = count.Code, Issue = count.Issue, Locality = count.Locality, Team = count.Team, Found = count.Found, Completed = count.Completed,
    };
}

/// <summary>Which statement of a month is kept; the highest revision wins.</summary>
internal sealed class NeedsMonth
{
    public DateOnly Month { get; init; }

    public long Revision { get; set; }
}

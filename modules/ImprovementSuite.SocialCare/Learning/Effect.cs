using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;

namespace ImprovementSuite.SocialCare.Learning;

/// <summary>One team before and after.</summary>
internal sealed record TeamChange(Place Team, Change Change);

/// <summary>
/// How often audits found an issue in the three months before a learning and in the three months after it: in the teams that had it and,
/// beside them, in those that had none on this issue in all that time. What changed in between may have many reasons; none is claimed.
/// </summary>
/// <param name="Before">Three months up to the day itself: an audit sent in on the day looked at work done before.</param>
/// <param name="After">Three months from the day after it, or up to today.</param>
/// <param name="Had">Each team that had it.</param>
/// <param name="HadNotTeams">The teams that had none on this issue.</param>
/// <param name="Others">Other learning on the same issue in these months. Teams that had one of these and not this one stand on neither side.</param>
internal sealed record Effect(
    LearningEvent Learning, Period Before, Period After, bool IsRunning, IReadOnlyList<TeamChange> Had, Change HadTogether, IReadOnlyList<Place> HadNotTeams, Change HadNot, IReadOnlyList<LearningEvent> Others)
{
    public static Period SpanBefore(DateOnly day) => new(PeriodKind.Span, day.AddMonths(-3).AddDays(1), day);

    public static Period SpanAfter(DateOnly day) => new(PeriodKind.Span, day.AddDays(1), day.AddMonths(3));

    /// <param name="issue">The number of the issue.</param>
    /// <param name="onIssue">All learning on it.</param>
    public static Effect Of(LearningEvent learning, int issue, IReadOnlyList<LearningEvent> onIssue, LearningTeams teams, AuditedPractice audits, DateOnly today)
    {
        var (before, after) = (SpanBefore(learning.On), SpanAfter(learning.On));
        var others = onIssue.Where(other => other != learning && (before.Contains(other.On) || after.Contains(other.On))).ToList();
        var had = teams.Had(learning.What);
        var learned = others.SelectMany(other => teams.Had(other.What)).Concat(had).ToHashSet();
        var hadNot = audits.Places(before with { To = after.To }).Where(place => place.Team.Length > 0 && !learned.Contains(place)).ToHashSet();
        return new(
            learning, before, after, after.To > today,
            [.. had.OrderBy(team => team.Locality, StringComparer.Ordinal).ThenBy(team => team.Team, StringComparer.Ordinal).Select(team => new TeamChange(team, Between(place => place == team)))],
            Between(had.Contains), [.. hadNot], Between(hadNot.Contains), others);

        Change Between(Func<Place, bool> where) => new(audits.Of(issue, before, where), audits.Of(issue, after, where));
    }
}

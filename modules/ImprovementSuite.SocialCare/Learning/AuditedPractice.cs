using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;

namespace ImprovementSuite.SocialCare.Learning;

/// <summary>Audits that were sent in on a day, of files that a team holds.</summary>
internal readonly record struct AuditCount(DateOnly Day, Place Place, long Audits);

/// <summary>
/// Completed audits by day and team, and those that found each practice issue. An audit counts on the day on which it was sent in, under the
/// team that held the file, as that team stands now. Each file counts once: second marks and re-audits look at a file again and are left out.
/// </summary>
/// <param name="completed">Every audit.</param>
/// <param name="found">Those that found an issue, by the number of the issue.</param>
internal sealed class AuditedPractice(IReadOnlyList<AuditCount> completed, ILookup<int, AuditCount> found)
{
    /// <summary>The teams of which any audit was completed in these days.</summary>
    public IReadOnlyList<Place> Places(Period days) =>
        [.. completed.Where(count => days.Contains(count.Day)).Select(count => count.Place).Distinct().OrderBy(place => place.Locality, StringComparer.Ordinal).ThenBy(place => place.Team, StringComparer.Ordinal)];

    /// <summary>The first days of the months in which any audit was completed.</summary>
    public IEnumerable<DateOnly> Months => completed.Select(count => Period.Month(count.Day).From).Distinct();

    /// <summary>Those of these days alone.</summary>
    public AuditedPractice Within(Period days) => new(
        [.. completed.Where(count => days.Contains(count.Day))],
        found.SelectMany(issue => issue.Where(count => days.Contains(count.Day)).Select(count => (issue.Key, Count: count))).ToLookup(row => row.Key, row => row.Count));

    public long Completed(Period days, Func<Place, bool> where) => Sum(completed, days, where);

    public Share Of(int issue, Period days, Func<Place, bool> where) => new(Sum(found[issue], days, where), Completed(days, where));

    private static long Sum(IEnumerable<AuditCount> counts, Period days, Func<Place, bool> where) =>
        counts.Where(count => days.Contains(count.Day) && where(count.Place)).Sum(count => count.Audits);
}

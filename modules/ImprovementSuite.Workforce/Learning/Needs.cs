namespace ImprovementSuite.Workforce.Learning;

/// <summary>An issue that audits found in a team lately, and the learning that is for it.</summary>
/// <param name="Found">Audits that found it.</param>
/// <param name="Completed">Audits of the team.</param>
/// <param name="Learning">What addresses it for this team: the next that is planned, else the last that was held lately; null where there is none.</param>
internal sealed record Need(string Code, string Issue, string Locality, string Team, long Found, long Completed, LearningEvent? Learning);

/// <summary>What audits of the last months found and learning answers, or does not yet.</summary>
internal static class Needs
{
    /// <summary>How many months are looked at, the running one among them. Learning held in them answers what was found in them.</summary>
    public const int Months = 3;

    public static DateOnly From(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);

    /// <summary>The needs of these months, the largest first.</summary>
    public static IReadOnlyList<Need> Of(IEnumerable<LearningNeed> found, IReadOnlyCollection<LearningEvent> learning, DateOnly today) =>
    [
        .. from need in found
           where need.Month >= From(today)
           group need by (need.Code, need.Locality, need.Team) into same
           let times = same.Sum(need => need.Found)
           where times > 0
           let answers = learning.Where(one => one.WithdrawnWhy is null && one.Issues.Contains(same.Key.Code) && one.IsFor(same.Key.Team, same.Key.Locality)).ToList()
           orderby times descending, same.Key.Locality, same.Key.Team, same.Key.Code
           select new Need(
               same.Key.Code, same.MaxBy(need => need.Month)!.Issue, same.Key.Locality, same.Key.Team, times, same.Sum(need => need.Completed),
               answers.Where(one => !one.IsHeld && one.On >= today).MinBy(one => one.On) ?? answers.Where(one => one.IsHeld && one.On >= From(today)).MaxBy(one => one.On)),
    ];
}

namespace ImprovementSuite.Inspections.Judgements;

/// <summary>A grade beside the one before it of the same area, on the same scale.</summary>
/// <param name="Before">The inspection that gave the one before; null where none did under this version of the framework.</param>
/// <param name="Change">Above 0 where it is better than that, below 0 where it is worse.</param>
internal sealed record GradeThen(AreaGrade Judged, JudgedReport? Before, int? Change)
{
    /// <summary>"Better than on 12 May 2010".</summary>
    public string? Words(Func<DateOnly, string> day) => (Before, Change) switch
    {
        ({ } before, > 0) => $"Better than on {day(before.On)}",
        ({ } before, < 0) => $"Worse than on {day(before.On)}",
        ({ } before, 0) => $"As on {day(before.On)}",
        _ => null,
    };
}

/// <summary>An inspection among a provider's.</summary>
/// <param name="Earlier">The framework of the inspection before it, where that is another version: nothing of the two is compared.</param>
internal sealed record HistoryRow(JudgedReport Report, IReadOnlyDictionary<string, GradeThen> Grades, Framework? Earlier);

/// <summary>A provider's judgements over time. Better and worse are said within one version of a framework and never across two.</summary>
internal static class JudgementHistory
{
    /// <param name="reports">Of one provider, oldest first.</param>
    /// <returns>The latest first.</returns>
    public static IReadOnlyList<HistoryRow> Of(IReadOnlyList<JudgedReport> reports) =>
    [
        .. reports.Index().Select(one =>
        {
            var (place, report) = one;
            var earlier = place > 0 ? reports[place - 1].Framework : null;
            return new HistoryRow(report, report.Grades.ToDictionary(grade => grade.Area, grade => Then(report, grade, reports.Take(place))), earlier?.Code == report.Framework.Code ? null : earlier);
        }).Reverse(),
    ];

    /// <summary>Every area that was graded, the overall grade first.</summary>
    public static IReadOnlyList<string> Areas(IEnumerable<JudgedReport> reports) =>
        [.. reports.SelectMany(report => report.Grades).Select(grade => grade.Area).Distinct().OrderBy(area => area != Judgement.Overall).ThenBy(area => area, StringComparer.Ordinal)];

    private static GradeThen Then(JudgedReport report, AreaGrade grade, IEnumerable<JudgedReport> earlier)
    {
        var before = earlier.LastOrDefault(one => one.Framework.Code == report.Framework.Code && one.GradeOf(grade.Area) is not null);
        return new(grade, before, before is null ? null : report.Framework.Compare(before.GradeOf(grade.Area)!, grade.Grade));
    }
}

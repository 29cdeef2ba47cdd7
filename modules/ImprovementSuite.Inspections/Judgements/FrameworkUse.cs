using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Readiness;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Judgements;

/// <summary>What hangs on a version of a framework, and so may not change under it.</summary>
/// <param name="Areas">Areas that were judged.</param>
/// <param name="FirstOn">The last day of the first inspection that names it; null where none does.</param>
/// <param name="Judged">Kinds of report and sorts of provider that it judged.</param>
/// <param name="Elsewhere">Somebody expects a grade of it, or another authority was judged by it.</param>
internal sealed record FrameworkUse(int Judgements, IReadOnlyList<string> Areas, DateOnly? FirstOn, DateOnly? LastOn, IReadOnlyList<(SourceKind Report, ProviderKind Provider)> Judged, bool Elsewhere)
{
    public static readonly FrameworkUse None = new(0, [], null, null, [], false);

    /// <summary>A grade's meaning never changes once somebody was given it.</summary>
    public bool FixesScale => Judgements > 0 || Elsewhere;

    /// <summary>Of each version that is used, by its code.</summary>
    public static async Task<IReadOnlyDictionary<string, FrameworkUse>> All(InspectionsDb db, CancellationToken cancel)
    {
        var reports = await db.Inspections.Where(report => report.Counts && report.Framework != "").GroupBy(report => report.Framework)
            .Select(group => new { Code = group.Key, First = group.Min(report => report.EndedOn), Last = group.Max(report => report.EndedOn) }).ToListAsync(cancel);
        var kinds = await db.Inspections.Where(report => report.Counts && report.Framework != "")
            .Join(db.Providers.Where(provider => provider.Counts), report => report.ProviderRef, provider => provider.Reference, (report, provider) => new { report.Framework, report.Kind, Of = provider.Kind })
            .Distinct().ToListAsync(cancel);
        var judged = await db.Judgements.Where(judgement => judgement.Counts)
            .Join(db.Inspections.Where(report => report.Counts), judgement => judgement.InspectionRef, report => report.Reference, (judgement, report) => new { report.Framework, judgement.Area })
            .GroupBy(one => one).Select(group => new { group.Key.Framework, group.Key.Area, Count = group.Count() }).ToListAsync(cancel);
        var expected = await db.Set<ProviderReadiness>().Where(one => one.Framework != null).Select(one => one.Framework!).Distinct().ToListAsync(cancel);
        var others = await db.Authorities.Select(authority => authority.Framework).Distinct().ToListAsync(cancel);
        return reports.Select(report => report.Code).Union(expected).Union(others).ToDictionary(code => code, code =>
        {
            var report = reports.Find(one => one.Code == code);
            var mine = judged.Where(one => one.Framework == code).ToList();
            return new FrameworkUse(mine.Sum(one => one.Count), [.. mine.Select(one => one.Area)], report?.First, report?.Last, [.. kinds.Where(one => one.Framework == code).Select(one => (one.Kind, one.Of))], expected.Contains(code) || others.Contains(code));
        });
    }
}

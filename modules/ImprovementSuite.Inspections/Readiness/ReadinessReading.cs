using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Evidence;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Readiness;

/// <summary>Reads how ready providers are.</summary>
internal static class ReadinessReading
{
    /// <summary>Those that are open, in a fixed number of queries: those whose window has begun or comes next first, those never assessed last.</summary>
    public static async Task<IReadOnlyList<ReadinessLine>> Lines(InspectionsDb db, ModuleDatabase<InspectionsDb> database, DateOnly today, CancellationToken cancel)
    {
        var (providers, frameworks) = database.Read(connection => (ProviderReading.Lines(connection, today), FrameworkReading.All(connection)));
        var said = await db.Set<ProviderReadiness>().AsNoTracking().ToDictionaryAsync(one => one.ProviderRef, cancel);
        var evidence = await db.Evidence.Where(item => item.Of == EvidenceOf.Readiness && item.RemovedAt == null).GroupBy(item => item.SubjectId).ToDictionaryAsync(items => items.Key, items => items.Count(), cancel);
        return
        [
            .. providers.Where(provider => provider.IsOpen(today))
                .Select(provider => (Provider: provider, Said: said.GetValueOrDefault(provider.Reference)))
                .Select(one => new ReadinessLine(one.Provider, one.Said, frameworks.GetValueOrDefault(one.Said?.Framework ?? ""), evidence.GetValueOrDefault(one.Provider.Id)))
                .OrderBy(line => line.Said is null).ThenBy(line => line.Said?.WindowFrom ?? DateOnly.MaxValue),
        ];
    }

    /// <summary>The version by which a provider's next inspection judges: that of its last one while it is in force, and else the newest that is.</summary>
    public static Framework? Usual(IEnumerable<Framework> frameworks, JudgedReport? last, DateOnly day) =>
        frameworks.Where(framework => framework.IsInForce(day)).OrderByDescending(framework => framework.Code == last?.Framework.Code).ThenByDescending(framework => framework.StartsOn).FirstOrDefault();
}

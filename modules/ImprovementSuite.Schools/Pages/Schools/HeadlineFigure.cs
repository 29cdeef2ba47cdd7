using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Measures;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>The authority's latest figure of another stage, as it was last counted.</summary>
internal sealed record HeadlineFigure(string Words, int Year, long Reached, long Cohort)
{
    private static readonly Dictionary<string, string> Stages = new() { [GoodDevelopment.Code] = new GoodDevelopment().Definition.Title, [GcseFive.Code] = new GcseFive().Definition.Title };

    public static async Task<IReadOnlyList<HeadlineFigure>> Read(SchoolsDb db, CancellationToken cancel) =>
    [
        .. (await db.Set<StoredValue>().AsNoTracking()
                .Where(value => Stages.Keys.Contains(value.Measure) && value.ScopeKind == ScopeKind.Authority && value.PeriodKind == PeriodKind.Round && value.Denominator > 0).ToListAsync(cancel))
            .GroupBy(value => value.Measure).OrderBy(measure => measure.Key)
            .Select(measure => measure.MaxBy(value => value.To)!)
            .Select(value => new HeadlineFigure(Stages[value.Measure], value.To.Year, value.Numerator, value.Denominator)),
    ];
}

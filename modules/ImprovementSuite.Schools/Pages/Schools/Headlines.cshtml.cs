using ImprovementSuite.Platform.People;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>Headline values of other stages as they were fed, school by school.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class HeadlinesModel(SchoolsDb db) : PageModel
{
    /// <summary>The value and the school's name; null for the whole authority.</summary>
    public IReadOnlyList<(Headline Value, string? School)> Values { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var values = await db.Set<Headline>().AsNoTracking().Where(value => value.Counts).OrderBy(value => value.Stage).ThenByDescending(value => value.Year).ThenByDescending(value => value.Status).ToListAsync(cancel);
        var names = (await db.Schools.AsNoTracking().Where(school => school.Counts).Select(school => new { school.Urn, school.Name }).ToListAsync(cancel)).DistinctBy(school => school.Urn).ToDictionary(school => school.Urn, school => school.Name);
        Values = [.. values.Select(value => (value, value.Urn == 0 ? null : names.GetValueOrDefault(value.Urn, $"URN {value.Urn}"))).OrderBy(one => one.value.Stage).ThenByDescending(one => one.value.Year).ThenByDescending(one => one.value.Status).ThenBy(one => one.Item2, StringComparer.OrdinalIgnoreCase)];
    }
}

using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Workforce.Pages.Workforce;

/// <summary>Which source counts for each type of record, and how many records of others are kept beside them.</summary>
[Authorize(Tasks.ReadFeeds)]
internal sealed class SourcesModel(ModuleDatabase<WorkforceDb> database) : PageModel
{
    public IReadOnlyList<(SourcedType Type, SourceInForce InForce, long Counted, long Beside)> Sources { get; private set; } = [];

    public void OnGet() => Sources = database.Read(connection =>
    {
        var inForce = SourcesOfRecord.Read(connection).ToLookup(source => source.RecordType);
        var counts = connection.Query(
                string.Join(" UNION ALL ", WorkforceTypes.All.Select((type, i) => $"SELECT {i}, TOTAL(Counts), TOTAL(NOT Counts AND NOT Deleted) FROM {type.Table} WHERE {type.Where}")),
                row => (Type: row.GetInt32(0), Counted: (long)row.GetDouble(1), Beside: (long)row.GetDouble(2)))
            .ToDictionary(count => WorkforceTypes.All[count.Type]);
        return (IReadOnlyList<(SourcedType, SourceInForce, long, long)>)
            [.. WorkforceTypes.All.SelectMany(type => inForce[type.Name].Select(source => (type, source, counts[type].Counted, counts[type].Beside)))];
    });
}

using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>Which source counts for each type of record, and which results other sources say otherwise.</summary>
[Authorize(Tasks.ReadFeeds)]
internal sealed class SourcesModel(ModuleDatabase<SchoolsDb> database) : PageModel
{
    public const int Most = 200;

    public IReadOnlyList<(SourcedType Type, SourceInForce InForce)> Sources { get; private set; } = [];

    public IReadOnlyList<ResultDifference> Differences { get; private set; } = [];

    public void OnGet() => (Sources, Differences) = database.Read(connection =>
    {
        var inForce = SourcesOfRecord.Read(connection).ToLookup(source => source.RecordType);
        return ((IReadOnlyList<(SourcedType, SourceInForce)>)[.. SchoolTypes.All.SelectMany(type => inForce[type.Name].Select(source => (type, source)))],
            (IReadOnlyList<ResultDifference>)ResultDifferences.Read(connection, Most));
    });
}

using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Data;
using Microsoft.AspNetCore.Authorization;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>Another source becomes the source of record of schools or results.</summary>
[Authorize(Tasks.ManageFeeds)]
internal sealed class ChangeSourceModel(SchoolsDb db, ModuleDatabase<SchoolsDb> database, Doorbell doorbell)
    : ChangeSourcePage(db, database, doorbell, SchoolTypes.All, "school records", "/schools/sources")
{
    public override string TypeHint => "\"council\" is what people have imported or typed here; provisional, revised and final results may come from different sources";
}

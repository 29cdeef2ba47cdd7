using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Data;
using Microsoft.AspNetCore.Authorization;

namespace ImprovementSuite.Workforce.Pages.Workforce;

/// <summary>Another source becomes the source of record of some records of the workforce.</summary>
[Authorize(Tasks.ManageFeeds)]
internal sealed class ChangeSourceModel(WorkforceDb db, ModuleDatabase<WorkforceDb> database, Doorbell doorbell)
    : ChangeSourcePage(db, database, doorbell, WorkforceTypes.All, "records of the workforce", "/workforce/sources")
{
    public override string TypeHint => "\"council\" is what people have imported here; posts may come from one system and appraisals from another";
}

using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>Another source becomes the source of record of case records.</summary>
[Authorize(Tasks.ManageFeeds)]
internal sealed class ChangeSourceModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, Doorbell doorbell)
    : ChangeSourcePage(db, database, doorbell, RecordType.Sourced, "social care records", "/social-care/sources")
{
    public override string TypeHint => "Change all together unless they really come from different systems: NI 68 compares assessments with referrals";
}

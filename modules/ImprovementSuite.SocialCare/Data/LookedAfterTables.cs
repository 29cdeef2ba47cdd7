using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Feed;
using Microsoft.Data.Sqlite;
using CareLeaver = ImprovementSuite.SocialCare.Feed.V1.CareLeaver;
using LookedAfterPeriod = ImprovementSuite.SocialCare.Feed.V1.LookedAfterPeriod;
using LookedAfterReview = ImprovementSuite.SocialCare.Feed.V1.LookedAfterReview;

namespace ImprovementSuite.SocialCare.Data;

internal sealed class LookedAfterTable(SqliteConnection connection, CaseLookups lookups)
    : CaseTable<LookedAfterPeriod>(connection, RecordType.LookedAfter, ["Child", "StartedOn", "CeasedOn", "TeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    protected override DateOnly DayOf(RecordKey key, LookedAfterPeriod period) => Day(period.StartedOn)!.Value;

    protected override object?[] Facts(LookedAfterPeriod period, IntakeTransaction transaction)
    {
        var started = Day(period.StartedOn);
        return
        [
            period.Child, started, Day(period.CeasedOn),
            lookups.TeamOn(period.Allocations, started), lookups.Holder(period.Allocations), lookups.WorkerId(period.Worker), Day(period.RecordedOn),
        ];
    }
}

internal sealed class LookedAfterReviewTable(SqliteConnection connection, CaseLookups lookups)
    : CaseTable<LookedAfterReview>(connection, RecordType.LookedAfterReview, ["Child", "HeldOn", "TeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    protected override DateOnly DayOf(RecordKey key, LookedAfterReview review) => Day(review.HeldOn)!.Value;

    protected override object?[] Facts(LookedAfterReview review, IntakeTransaction transaction)
    {
        var held = Day(review.HeldOn);
        return [review.Child, held, lookups.TeamOn(review.Allocations, held), lookups.Holder(review.Allocations), lookups.WorkerId(review.Worker), Day(review.RecordedOn)];
    }
}

internal sealed class CareLeaverTable(SqliteConnection connection, CaseLookups lookups)
    : CaseTable<CareLeaver>(connection, RecordType.CareLeaver, ["Child", "BirthdayOn", "InEducationOrWork", "LeftOut", "TeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    protected override DateOnly DayOf(RecordKey key, CareLeaver leaver) => Day(leaver.BirthdayOn)!.Value;

    protected override object?[] Facts(CareLeaver leaver, IntakeTransaction transaction)
    {
        var birthday = Day(leaver.BirthdayOn);
        return
        [
            leaver.Child, birthday, CaseCodes.IsInEducationOrWork(leaver.Activity), leaver.LeftOut,
            lookups.TeamOn(leaver.Allocations, birthday), lookups.Holder(leaver.Allocations), lookups.WorkerId(leaver.Worker), Day(leaver.RecordedOn),
        ];
    }
}

using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Feed;
using Microsoft.Data.Sqlite;
using DataQualityCheck = ImprovementSuite.SocialCare.Feed.V1.DataQualityCheck;
using Supervision = ImprovementSuite.SocialCare.Feed.V1.Supervision;

namespace ImprovementSuite.SocialCare.Data;

internal sealed class SupervisionTable(SqliteConnection connection, CaseLookups lookups)
    : CaseTable<Supervision>(connection, RecordType.Supervision, ["DueOn", "HeldOn", "SupervisorId", "TeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    protected override DateOnly DayOf(RecordKey key, Supervision supervision) => Day(supervision.DueOn)!.Value;

    protected override object?[] Facts(Supervision supervision, IntakeTransaction transaction)
    {
        var due = Day(supervision.DueOn);
        return
        [
            due, Day(supervision.HeldOn), lookups.WorkerId(supervision.Supervisor),
            lookups.TeamOn(supervision.Allocations, due), lookups.Holder(supervision.Allocations), lookups.WorkerId(supervision.Worker), Day(supervision.RecordedOn),
        ];
    }
}

internal sealed class DataQualityCheckTable(SqliteConnection connection, CaseLookups lookups)
    : CaseTable<DataQualityCheck>(connection, RecordType.DataQualityCheck, ["DueOn", "DoneOn", "Adequate", "TeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    protected override DateOnly DayOf(RecordKey key, DataQualityCheck check) => Day(check.DueOn)!.Value;

    protected override object?[] Facts(DataQualityCheck check, IntakeTransaction transaction)
    {
        var due = Day(check.DueOn);
        return
        [
            due, Day(check.DoneOn), check.Adequate,
            lookups.TeamOn(check.Allocations, due), lookups.Holder(check.Allocations), lookups.WorkerId(check.Worker), Day(check.RecordedOn),
        ];
    }
}

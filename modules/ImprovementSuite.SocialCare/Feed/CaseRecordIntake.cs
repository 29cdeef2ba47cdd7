using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.SocialCare.Feed;

/// <summary>The one writer of case records.</summary>
internal sealed class CaseRecordIntake(ModuleDatabase<SocialCareDb> database, BusinessClock clock, Doorbell doorbell, ILogger<CaseRecordIntake> log)
    : Intake<CaseRecord>(database, clock, doorbell, log)
{
    protected override (string Type, RecordKey? Key) Identify(CaseRecord record) => (record.RecordCase switch
    {
        CaseRecord.RecordOneofCase.Contact => "contact",
        CaseRecord.RecordOneofCase.Referral => "referral",
        CaseRecord.RecordOneofCase.Assessment => "assessment",
        _ => "",
    }, record.Key);

    protected override void Check(CaseRecord record, RecordCheck check) => CaseRecordCheck.Check(record, check);

    protected override IRecordStore<CaseRecord> Prepare(SqliteConnection connection) => new CaseStore(connection);
}

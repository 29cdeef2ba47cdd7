using System.Collections.Frozen;
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
    /// <summary>A type of record is called as its field in the proto; the field's number is the case's.</summary>
    private static readonly FrozenDictionary<CaseRecord.RecordOneofCase, string> Names =
        CaseRecord.Descriptor.Oneofs.Single().Fields.ToFrozenDictionary(field => (CaseRecord.RecordOneofCase)field.FieldNumber, field => field.Name);

    protected override (string Type, RecordKey? Key) Identify(CaseRecord record) => (Names.GetValueOrDefault(record.RecordCase, ""), record.Key);

    protected override void Check(CaseRecord record, RecordCheck check) => CaseRecordCheck.Check(record, check);

    protected override IRecordStore<CaseRecord> Prepare(SqliteConnection connection) => new CaseStore(connection);
}

using System.Collections.Frozen;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed.V1;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Workforce.Feed;

/// <summary>The one writer of records of the workforce, whether they were sent or imported.</summary>
internal sealed class WorkforceRecordIntake(ModuleDatabase<WorkforceDb> database, BusinessClock clock, Doorbell doorbell, ILogger<WorkforceRecordIntake> log)
    : Intake<WorkforceRecord>(database, clock, doorbell, log)
{
    /// <summary>A type of record is called as its field in the proto; the field's number is the case's.</summary>
    private static readonly FrozenDictionary<WorkforceRecord.RecordOneofCase, string> Names =
        WorkforceRecord.Descriptor.Oneofs.Single().Fields.ToFrozenDictionary(field => (WorkforceRecord.RecordOneofCase)field.FieldNumber, field => field.Name);

    /// <summary>The type's name, such as "person_in_post"; empty for a record that holds nothing.</summary>
    public static string TypeOf(WorkforceRecord record) => Names.GetValueOrDefault(record.RecordCase, "");

    protected override (string Type, RecordKey? Key) Identify(WorkforceRecord record) => (TypeOf(record), record.Key);

    protected override void Check(WorkforceRecord record, RecordCheck check) => WorkforceRecordCheck.Check(record, check);

    protected override IRecordStore<WorkforceRecord> Prepare(SqliteConnection connection) => new WorkforceStore(connection);
}

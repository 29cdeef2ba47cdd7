using System.Collections.Frozen;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Feed.V1;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Schools.Feed;

/// <summary>The one writer of records of schools, whether they were sent, imported or typed.</summary>
internal sealed class SchoolRecordIntake(ModuleDatabase<SchoolsDb> database, BusinessClock clock, Doorbell doorbell, ILogger<SchoolRecordIntake> log)
    : Intake<SchoolRecord>(database, clock, doorbell, log)
{
    /// <summary>A type of record is called as its field in the proto; the field's number is the case's.</summary>
    private static readonly FrozenDictionary<SchoolRecord.RecordOneofCase, string> Names =
        SchoolRecord.Descriptor.Oneofs.Single().Fields.ToFrozenDictionary(field => (SchoolRecord.RecordOneofCase)field.FieldNumber, field => field.Name);

    /// <summary>The type's name, such as "result"; empty for a record that holds nothing.</summary>
    public static string TypeOf(SchoolRecord record) => Names.GetValueOrDefault(record.RecordCase, "");

    protected override (string Type, RecordKey? Key) Identify(SchoolRecord record) => (TypeOf(record), record.Key);

    protected override void Check(SchoolRecord record, RecordCheck check) => SchoolRecordCheck.Check(record, check);

    protected override IRecordStore<SchoolRecord> Prepare(SqliteConnection connection) => new SchoolStore(connection);
}

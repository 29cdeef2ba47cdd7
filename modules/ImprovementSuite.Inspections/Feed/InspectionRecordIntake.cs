using System.Collections.Frozen;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Inspections.Feed;

/// <summary>The one writer of records of inspections, whether they were sent, imported or typed.</summary>
internal sealed class InspectionRecordIntake(ModuleDatabase<InspectionsDb> database, BusinessClock clock, Doorbell doorbell, ILogger<InspectionRecordIntake> log)
    : Intake<InspectionRecord>(database, clock, doorbell, log)
{
    /// <summary>A type of record is called as its field in the proto; the field's number is the case's.</summary>
    private static readonly FrozenDictionary<InspectionRecord.RecordOneofCase, string> Names =
        InspectionRecord.Descriptor.Oneofs.Single().Fields.ToFrozenDictionary(field => (InspectionRecord.RecordOneofCase)field.FieldNumber, field => field.Name);

    /// <summary>The type's name, such as "home_visit"; empty for a record that holds nothing.</summary>
    public static string TypeOf(InspectionRecord record) => Names.GetValueOrDefault(record.RecordCase, "");

    protected override (string Type, RecordKey? Key) Identify(InspectionRecord record) => (TypeOf(record), record.Key);

    protected override void Check(InspectionRecord record, RecordCheck check) => InspectionRecordCheck.Check(record, check);

    protected override IRecordStore<InspectionRecord> Prepare(SqliteConnection connection) => new InspectionStore(connection);
}

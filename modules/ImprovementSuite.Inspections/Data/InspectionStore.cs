using Google.Protobuf;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Platform.Feeds;
using Microsoft.Data.Sqlite;
using Kind = ImprovementSuite.Inspections.Feed.V1.InspectionRecord.RecordOneofCase;

namespace ImprovementSuite.Inspections.Data;

/// <summary>The writer's prepared statements: one table class for each type of record.</summary>
internal sealed class InspectionStore : IRecordStore<InspectionRecord>
{
    private readonly Conflicts _conflicts;
    private readonly Dictionary<Kind, FactTable> _tables;

    public InspectionStore(SqliteConnection connection)
    {
        var touches = new Touches(connection);
        _conflicts = new(connection);
        _tables = new()
        {
            [Kind.Provider] = new ProviderTable(connection, touches),
            [Kind.Inspection] = new InspectionTable(connection, touches),
            [Kind.Judgement] = new JudgementTable(connection),
            [Kind.Recommendation] = new RecommendationTable(connection, touches),
            [Kind.HomeVisit] = new HomeVisitTable(connection),
        };
    }

    public Problem? Conflict(InspectionRecord record, IntakeTransaction transaction) => _conflicts.Of(record, transaction);

    public Outcome Apply(InspectionRecord record, IntakeTransaction transaction) => _tables[record.RecordCase].Apply(record.Key, Message(record), transaction);

    public void Forget()
    {
    }

    public void Dispose()
    {
        foreach (var table in _tables.Values)
            table.Dispose();
    }

    private static IMessage Message(InspectionRecord record) => record.RecordCase switch
    {
        Kind.Provider => record.Provider,
        Kind.Inspection => record.Inspection,
        Kind.Judgement => record.Judgement,
        Kind.Recommendation => record.Recommendation,
        Kind.HomeVisit => record.HomeVisit,
        _ => throw new InvalidOperationException($"A record of {record.RecordCase} has no table."),
    };
}

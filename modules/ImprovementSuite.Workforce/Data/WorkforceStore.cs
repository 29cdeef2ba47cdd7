using Google.Protobuf;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Workforce.Feed.V1;
using Microsoft.Data.Sqlite;
using Kind = ImprovementSuite.Workforce.Feed.V1.WorkforceRecord.RecordOneofCase;

namespace ImprovementSuite.Workforce.Data;

/// <summary>The writer's prepared statements: one table class for each type of record.</summary>
internal sealed class WorkforceStore : IRecordStore<WorkforceRecord>
{
    private readonly TeamLookup _teams;
    private readonly Conflicts _conflicts;
    private readonly Dictionary<Kind, FactTable> _tables;

    public WorkforceStore(SqliteConnection connection)
    {
        _teams = new(connection);
        _conflicts = new(connection);
        _tables = new()
        {
            [Kind.Post] = new PostTable(connection, _teams),
            [Kind.PersonInPost] = new PersonInPostTable(connection),
            [Kind.AgencyCover] = new AgencyCoverTable(connection, _teams),
            [Kind.Invoice] = new InvoiceTable(connection, _teams),
            [Kind.Campaign] = new CampaignTable(connection),
            [Kind.Candidate] = new CandidateTable(connection),
            [Kind.FosterHousehold] = new FosterHouseholdTable(connection, _teams),
            [Kind.Appraisal] = new AppraisalTable(connection, _teams),
            [Kind.CensusReturn] = new CensusReturnTable(connection),
            [Kind.CensusWorker] = new CensusWorkerTable(connection),
        };
    }

    public Problem? Conflict(WorkforceRecord record, IntakeTransaction transaction) => _conflicts.Of(record, transaction);

    public Outcome Apply(WorkforceRecord record, IntakeTransaction transaction) => _tables[record.RecordCase].Apply(record.Key, Message(record), transaction);

    public void Forget() => _teams.Forget();

    public void Dispose()
    {
        foreach (var table in _tables.Values)
            table.Dispose();
    }

    private static IMessage Message(WorkforceRecord record) => record.RecordCase switch
    {
        Kind.Post => record.Post,
        Kind.PersonInPost => record.PersonInPost,
        Kind.AgencyCover => record.AgencyCover,
        Kind.Invoice => record.Invoice,
        Kind.Campaign => record.Campaign,
        Kind.Candidate => record.Candidate,
        Kind.FosterHousehold => record.FosterHousehold,
        Kind.Appraisal => record.Appraisal,
        Kind.CensusReturn => record.CensusReturn,
        Kind.CensusWorker => record.CensusWorker,
        _ => throw new InvalidOperationException($"A record of {record.RecordCase} has no table."),
    };
}

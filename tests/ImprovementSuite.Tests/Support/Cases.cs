using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.Tests.Support;

/// <summary>Records as a case system would send them.</summary>
internal static class Cases
{
    public static CaseBatch Batch(long sequence, params IEnumerable<CaseRecord> records)
    {
        var batch = new CaseBatch { Header = new BatchHeader { Stream = "test", Sequence = sequence, SchemaVersion = 1 } };
        batch.Records.AddRange(records);
        return batch;
    }

    public static CaseRecord Referral(string id, string receivedOn, string team = "North 1", long version = 1, string child = "C1") => new()
    {
        Key = Key(id, version),
        Referral = new Referral { Child = child, ReceivedOn = receivedOn, Source = "1A", Outcome = "initial_assessment", Worker = "A. Rahman", Allocations = { In(team) } },
    };

    public static CaseRecord Initial(string id, string referral, string completedOn, string startedOn = "", string team = "North 1", long version = 1, string child = "C1") =>
        Assessment("initial", id, referral, startedOn, completedOn, team, version, child);

    public static CaseRecord Core(string id, string startedOn, string completedOn, string team = "North 1", long version = 1, string child = "C1") =>
        Assessment("core", id, "", startedOn, completedOn, team, version, child);

    public static CaseRecord Contact(string id, string receivedOn, long version = 1) => new()
    {
        Key = Key(id, version), Contact = new Contact { Child = "C1", ReceivedOn = receivedOn, Source = "6", Outcome = "nfa", Allocations = { In("North 1") } },
    };

    public static CaseRecord Withdrawn(CaseRecord record, long version)
    {
        var withdrawn = record.Clone();
        withdrawn.Key = new RecordKey { RecordId = record.Key.RecordId, Version = version, Deleted = true };
        return withdrawn;
    }

    public static CaseRecord Assessment(string kind, string id, string referral, string startedOn, string completedOn, string team, long version, string child) => new()
    {
        Key = Key(id, version),
        Assessment = new Assessment { Child = child, Kind = kind, ReferralId = referral, StartedOn = startedOn, CompletedOn = completedOn, Worker = "C. Okafor", Allocations = { In(team) } },
    };

    public static RecordKey Key(string id, long version) => new() { RecordId = id, Version = version };

    /// <summary>"North 1" is of the locality North.</summary>
    public static Allocation In(string team, string since = "") => new() { Team = team, Locality = team.Split(' ')[0], Since = since };
}

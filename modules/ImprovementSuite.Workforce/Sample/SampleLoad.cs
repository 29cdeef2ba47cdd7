using Google.Protobuf;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Feed.V1;

namespace ImprovementSuite.Workforce.Sample;

/// <summary>Puts the demo's workforce together: what an HR system would send, and what people have typed.</summary>
internal static class SampleLoad
{
    /// <summary>The source system that the records are sent as.</summary>
    public const string Source = "demo-hr";

    private static IEnumerable<WorkforceRecord> Records() => [];

    /// <summary>The records as bodies of batches in JSON.</summary>
    public static IEnumerable<string> Batches() => Records().Chunk(WorkforceRecordIntake.MostRecords).Select((records, i) => JsonFormatter.Default.Format(new WorkforceBatch
    {
        Header = new BatchHeader { SourceSystem = Source, Stream = "sample-workforce", Sequence = i + 1, SchemaVersion = WorkforceRecordIntake.SchemaVersion }, Records = { records },
    }));
}

using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;
using ImprovementSuite.FeedAgent.Sending;
using ImprovementSuite.Platform.Feeds.V1;

namespace ImprovementSuite.FeedAgent.Sending
{
    /// <summary>A record of a feed: a key, and one of its kinds.</summary>
    internal interface IFeedRecord : IMessage
    {
        RecordKey Key { get; set; }
    }

    /// <summary>A batch of a feed's records.</summary>
    internal interface IFeedBatch<TRecord> : IMessage
    {
        BatchHeader Header { get; set; }

        RepeatedField<TRecord> Records { get; }
    }

    internal static class FeedRecords
    {
        /// <summary>Such as contact or person_in_post, as the suite's receipts name them; empty where the record says nothing.</summary>
        public static string TypeName(this IFeedRecord record) => record.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(record)?.Name ?? "";

        /// <summary>The kinds of record of a feed.</summary>
        public static IReadOnlyList<FieldDescriptor> Types(this MessageDescriptor record) => [.. record.Oneofs.Single().Fields];
    }
}

namespace ImprovementSuite.SocialCare.Feed.V1
{
    internal sealed partial class CaseRecord : IFeedRecord;

    internal sealed partial class CaseBatch : IFeedBatch<CaseRecord>;
}

namespace ImprovementSuite.Workforce.Feed.V1
{
    internal sealed partial class WorkforceRecord : IFeedRecord;

    internal sealed partial class WorkforceBatch : IFeedBatch<WorkforceRecord>;
}

namespace ImprovementSuite.Inspections.Feed.V1
{
    internal sealed partial class InspectionRecord : IFeedRecord;

    internal sealed partial class InspectionBatch : IFeedBatch<InspectionRecord>;
}

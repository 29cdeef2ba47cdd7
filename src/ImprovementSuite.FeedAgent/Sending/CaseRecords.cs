using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.FeedAgent.Sending;

internal static class CaseRecords
{
    /// <summary>Such as contact or protection_plan, as the suite's receipts name them; empty where the record says nothing.</summary>
    public static string TypeName(this CaseRecord record) => CaseRecord.Descriptor.FindFieldByNumber((int)record.RecordCase)?.Name ?? "";
}

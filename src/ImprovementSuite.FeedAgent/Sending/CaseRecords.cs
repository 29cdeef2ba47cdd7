using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.FeedAgent.Sending;

internal static class CaseRecords
{
    /// <summary>contact, referral or assessment, as the suite's receipts name them.</summary>
    public static string TypeName(this CaseRecord record) => record.RecordCase.ToString().ToLowerInvariant();
}

using Google.Protobuf;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Feed.V1;

namespace ImprovementSuite.Workforce.Importing;

/// <summary>What a file of the workforce came to. A social worker's registration number is kept nowhere: a mark stands for it, the same in every file, however the number is cased.</summary>
internal sealed class WorkforceDraft(Pseudonyms pseudonyms, DateOnly today) : ImportDraft(today)
{
    protected override void Settle(IMessage record)
    {
        if (((WorkforceRecord)record).CensusWorker is { Worker.Length: > 0 } worker)
            worker.Worker = pseudonyms.Of($"social worker {worker.Worker.Trim().ToUpperInvariant()}");
    }

    protected override void Check(IMessage record, RecordCheck check) => WorkforceRecordCheck.Check((WorkforceRecord)record, check);
}

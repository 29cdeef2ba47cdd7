using Google.Protobuf;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Importing;

namespace ImprovementSuite.Inspections.Importing;

/// <summary>What a file or a form of inspections came to, beside what stands.</summary>
internal sealed class InspectionDraft(Standing standing, DateOnly today) : ImportDraft(today)
{
    protected override void Settle(IMessage record) => standing.Settle((InspectionRecord)record);

    protected override void Check(IMessage record, RecordCheck check) => InspectionRecordCheck.Check((InspectionRecord)record, check);

    protected override string? Standing(RecordForm form, IMessage record) => standing.IdentifierOf(form.KeyOf(record));
}

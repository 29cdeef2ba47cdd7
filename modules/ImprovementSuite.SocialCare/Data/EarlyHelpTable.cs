using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Feed;
using Microsoft.Data.Sqlite;
using EarlyHelpAssessment = ImprovementSuite.SocialCare.Feed.V1.EarlyHelpAssessment;

namespace ImprovementSuite.SocialCare.Data;

internal sealed class EarlyHelpTable(SqliteConnection connection, CaseLookups lookups)
    : CaseTable<EarlyHelpAssessment>(connection, RecordType.EarlyHelp,
        ["Child", "StartedOn", "CompletedOn", "Organisation", "Outcome", "InsteadOfAssessment", "TeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    protected override DateOnly DayOf(RecordKey key, EarlyHelpAssessment assessment) => (Day(assessment.CompletedOn) ?? Day(assessment.StartedOn))!.Value;

    protected override object?[] Facts(EarlyHelpAssessment assessment, IntakeTransaction transaction)
    {
        var completed = Day(assessment.CompletedOn);
        return
        [
            assessment.Child, Day(assessment.StartedOn), completed, assessment.Organisation, CaseCodes.EarlyHelpOutcomes[assessment.Outcome], assessment.InsteadOfAssessment,
            lookups.TeamOn(assessment.Allocations, completed), lookups.Holder(assessment.Allocations), lookups.WorkerId(assessment.Worker), Day(assessment.RecordedOn),
        ];
    }

    protected override bool Adds(string measure, IReadOnlyList<object?> facts) =>
        measure == Measures.EarlyHelpCompleted.Code || Convert.ToBoolean(facts[5]);
}

using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Feed;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;
using Conference = ImprovementSuite.SocialCare.Feed.V1.Conference;
using ProtectionPlan = ImprovementSuite.SocialCare.Feed.V1.ProtectionPlan;
using Section47Enquiry = ImprovementSuite.SocialCare.Feed.V1.Section47Enquiry;

namespace ImprovementSuite.SocialCare.Data;

internal sealed class EnquiryTable(SqliteConnection connection, CaseLookups lookups)
    : CaseTable<Section47Enquiry>(connection, RecordType.Enquiry, ["Child", "StrategyDiscussionOn", "ConcludedOn", "Outcome", "TeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    private readonly SqliteCommand _ledTo = connection.Prepared("SELECT HeldOn FROM conference WHERE SourceId = $1 AND EnquiryId = $2 AND Counts = 1", 2);

    protected override DateOnly DayOf(RecordKey key, Section47Enquiry enquiry) => Day(enquiry.StrategyDiscussionOn)!.Value;

    protected override object?[] Facts(Section47Enquiry enquiry, IntakeTransaction transaction)
    {
        var began = Day(enquiry.StrategyDiscussionOn);
        return
        [
            enquiry.Child, began, Day(enquiry.ConcludedOn), CaseCodes.EnquiryOutcomes[enquiry.Outcome],
            lookups.TeamOn(enquiry.Allocations, began), lookups.Holder(enquiry.Allocations), lookups.WorkerId(enquiry.Worker), Day(enquiry.RecordedOn),
        ];
    }

    /// <summary>The clock of a conference runs from its enquiry.</summary>
    protected override void TouchOthers(IntakeTransaction transaction, string recordId, IReadOnlyList<object?> facts)
    {
        using var row = _ledTo.With(transaction.SourceId, recordId).ExecuteReader();
        while (row.Read())
            transaction.Touch(ConferencesInTime.Code, row.GetDay(0));
    }

    public override void Dispose()
    {
        _ledTo.Dispose();
        base.Dispose();
    }
}

internal sealed class ConferenceTable(SqliteConnection connection, CaseLookups lookups)
    : CaseTable<Conference>(connection, RecordType.Conference, ["Child", "Kind", "HeldOn", "EnquiryId", "Outcome", "TeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    protected override Conference Nothing { get; } = new() { Kind = "initial" };

    protected override DateOnly DayOf(RecordKey key, Conference conference) => Day(conference.HeldOn)!.Value;

    protected override object?[] Facts(Conference conference, IntakeTransaction transaction)
    {
        var held = Day(conference.HeldOn);
        return
        [
            conference.Child, CaseCodes.ConferenceKinds[conference.Kind], held, conference.EnquiryId, CaseCodes.ConferenceOutcomes[conference.Outcome],
            lookups.TeamOn(conference.Allocations, held), lookups.Holder(conference.Allocations), lookups.WorkerId(conference.Worker), Day(conference.RecordedOn),
        ];
    }

    protected override bool Adds(string measure, IReadOnlyList<object?> facts) =>
        measure == (Convert.ToInt32(facts[1]) == (int)ConferenceKind.Initial ? ConferencesInTime.Code : PlanReviewsInTime.Code);
}

internal sealed class PlanTable(SqliteConnection connection, CaseLookups lookups)
    : CaseTable<ProtectionPlan>(connection, RecordType.Plan,
        ["Child", "StartedOn", "EndedOn", "Category", "ReviewsFrom", "PreviousPlans", "TeamId", "EndTeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    private readonly SqliteCommand _later = connection.Prepared("SELECT StartedOn FROM protection_plan WHERE Child = $1 AND StartedOn > $2 AND Counts = 1", 2);

    protected override DateOnly DayOf(RecordKey key, ProtectionPlan plan) => Day(plan.StartedOn)!.Value;

    protected override object?[] Facts(ProtectionPlan plan, IntakeTransaction transaction)
    {
        var (started, ended) = (Day(plan.StartedOn), Day(plan.EndedOn));
        return
        [
            plan.Child, started, ended, CaseCodes.Categories[plan.Category], Day(plan.ConferenceOn) ?? started, plan.PreviousPlans,
            lookups.TeamOn(plan.Allocations, started), lookups.TeamOn(plan.Allocations, ended), lookups.Holder(plan.Allocations), lookups.WorkerId(plan.Worker), Day(plan.RecordedOn),
        ];
    }

    /// <summary>A plan makes every later one of the same child a second or later plan.</summary>
    protected override void TouchOthers(IntakeTransaction transaction, string recordId, IReadOnlyList<object?> facts)
    {
        using var row = _later.With(facts[0], facts[1]).ExecuteReader();
        while (row.Read())
            transaction.Touch(SecondPlans.Code, row.GetDay(0));
    }

    public override void Dispose()
    {
        _later.Dispose();
        base.Dispose();
    }
}

using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Feed;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;
using Referral = ImprovementSuite.SocialCare.Feed.V1.Referral;

namespace ImprovementSuite.SocialCare.Data;

internal sealed class ReferralTable(SqliteConnection connection, CaseLookups lookups, AssessmentTable assessments)
    : CaseTable<Referral>(connection, RecordType.Referral, ["Child", "ReceivedOn", "ClosedOn", "Origin", "Outcome", "TeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    private readonly SqliteCommand _followedBy = connection.Prepared("SELECT ReceivedOn FROM referral WHERE Child = $1 AND ReceivedOn > $2 AND ReceivedOn <= $3 AND Counts = 1", 3);

    protected override DateOnly DayOf(RecordKey key, Referral referral) => Day(referral.ReceivedOn)!.Value;

    protected override object?[] Facts(Referral referral, IntakeTransaction transaction)
    {
        var received = Day(referral.ReceivedOn);
        return
        [
            referral.Child, received, Day(referral.ClosedOn), CaseCodes.Origins[referral.Source], CaseCodes.ReferralOutcomes[referral.Outcome],
            lookups.TeamOn(referral.Allocations, received), lookups.Holder(referral.Allocations), lookups.WorkerId(referral.Worker), Day(referral.RecordedOn),
        ];
    }

    /// <summary>A referral makes those of the same child in the next 12 months re-referrals.</summary>
    protected override void TouchOthers(IntakeTransaction transaction, string recordId, IReadOnlyList<object?> facts)
    {
        var (child, received) = (facts[0], (DateOnly)facts[1]!);
        using var row = _followedBy.With(child, received, received.DayNumber + ReReferrals.LongestYear).ExecuteReader();
        while (row.Read())
            transaction.Touch(ReReferrals.Code, row.GetDay(0));
    }

    /// <summary>No assessment can hang on a row that was not there: one that came first has made a row for its referral.</summary>
    protected override void Replaced(IntakeTransaction transaction, RecordKey key, Referral referral) =>
        assessments.StartClocks(transaction, key.RecordId, key.Deleted ? null : Day(referral.ReceivedOn));

    public override void Dispose()
    {
        _followedBy.Dispose();
        base.Dispose();
    }
}

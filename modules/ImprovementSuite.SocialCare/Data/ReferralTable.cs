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
    : CaseTable<Referral>(connection, "referral", ["Child", "ReceivedOn", "ClosedOn", "Origin", "Outcome", "TeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    private readonly SqliteCommand _stored = connection.Prepared("SELECT ReceivedOn, Counts FROM referral WHERE SourceId = $1 AND RecordId = $2", 2);

    protected override string Type => "referral";

    protected override object?[] WithdrawnUnseen { get; } = ["", null, null, 0, 0, Team.NotRecorded, Team.NotRecorded, Worker.NotRecorded, null];

    protected override DateOnly DayOf(Referral referral) => IsoDay.Read(referral.ReceivedOn)!.Value;

    protected override object?[] Facts(Referral referral, IntakeTransaction transaction)
    {
        var received = IsoDay.Read(referral.ReceivedOn);
        return
        [
            referral.Child, received, IsoDay.Read(referral.ClosedOn), CaseCodes.Origins[referral.Source], CaseCodes.ReferralOutcomes[referral.Outcome],
            lookups.TeamOn(referral.Allocations, received), lookups.Holder(referral.Allocations), lookups.WorkerId(referral.Worker), IsoDay.Read(referral.RecordedOn),
        ];
    }

    protected override void Replaced(IntakeTransaction transaction, string recordId)
    {
        using var row = _stored.With(transaction.SourceId, recordId).ExecuteReader();
        if (row.Read() && row.GetBoolean(1))
            transaction.Touch(Ni68.Code, row.GetDay(0));
    }

    protected override void Kept(IntakeTransaction transaction, RecordKey key, Referral referral, bool counts, bool isNew)
    {
        var received = key.Deleted ? null : IsoDay.Read(referral.ReceivedOn);
        if (counts)
            transaction.Touch(Ni68.Code, received);
        // No assessment can hang on a row that was not there: one that came first has made a row for its referral.
        if (!isNew)
            assessments.StartClocks(transaction, key.RecordId, received);
    }

    public override void Dispose()
    {
        _stored.Dispose();
        base.Dispose();
    }
}

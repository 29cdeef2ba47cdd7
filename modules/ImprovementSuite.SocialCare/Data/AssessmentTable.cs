using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Feed;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;
using Assessment = ImprovementSuite.SocialCare.Feed.V1.Assessment;

namespace ImprovementSuite.SocialCare.Data;

internal sealed class AssessmentTable(SqliteConnection connection, CaseLookups lookups)
    : CaseTable<Assessment>(connection, RecordType.Assessment,
        ["Child", "Kind", "ReferralId", "ClockFrom", "StartedOn", "CompletedOn", "Outcome", "TeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    private readonly SqliteCommand _referral = connection.Prepared("SELECT Id, ReceivedOn, Deleted FROM referral WHERE SourceId = $1 AND RecordId = $2", 2);

    /// <summary>A referral that is named before it comes is a row already, of version 0 and withdrawn, so that the link is an id from the start.</summary>
    private readonly SqliteCommand _announce = connection.Prepared(
        """
        INSERT INTO referral (SourceId, RecordId, Version, Deleted, Counts, Child, Origin, Outcome, TeamId, HolderId, WorkerId)
        VALUES ($1, $2, 0, 1, 0, '', 0, 0, 0, 0, 0) RETURNING Id
        """, 2);

    private readonly SqliteCommand _completedOf = connection.Prepared(
        """
        SELECT a.Kind, a.CompletedOn FROM assessment a JOIN referral r ON r.Id = a.ReferralId
        WHERE r.SourceId = $1 AND r.RecordId = $2 AND a.Kind <> $3 AND a.Counts = 1 AND a.CompletedOn IS NOT NULL
        """, 3);

    private readonly SqliteCommand _startClocks = connection.Prepared(
        "UPDATE assessment SET ClockFrom = $4 WHERE ReferralId = (SELECT Id FROM referral WHERE SourceId = $1 AND RecordId = $2) AND Kind <> $3", 4);

    protected override Assessment Nothing { get; } = new() { Kind = "initial" };

    /// <summary>The referral of these assessments was received, changed or withdrawn: their clock runs from its day, or from no day.</summary>
    public void StartClocks(IntakeTransaction transaction, string referralRecordId, DateOnly? receivedOn)
    {
        using (var row = _completedOf.With(transaction.SourceId, referralRecordId, (int)AssessmentKind.Core).ExecuteReader())
            while (row.Read())
                Touch(transaction, (AssessmentKind)row.GetInt32(0), row.GetDay(1));
        _startClocks.With(transaction.SourceId, referralRecordId, (int)AssessmentKind.Core, receivedOn).ExecuteNonQuery();
    }

    protected override DateOnly DayOf(RecordKey key, Assessment assessment) => Day(assessment.CompletedOn) ?? Day(assessment.StartedOn) ?? DateOnly.MaxValue;

    protected override object?[] Facts(Assessment assessment, IntakeTransaction transaction)
    {
        var kind = (AssessmentKind)CaseCodes.AssessmentKinds[assessment.Kind];
        var (started, completed) = (Day(assessment.StartedOn), Day(assessment.CompletedOn));
        var (referralId, received) = Referral(assessment.ReferralId, transaction);
        var clockFrom = kind == AssessmentKind.Core || referralId is null ? started : received;
        return
        [
            assessment.Child, (int)kind, referralId, clockFrom, started, completed, CaseCodes.AssessmentOutcomes[assessment.Outcome],
            lookups.TeamOn(assessment.Allocations, completed), lookups.Holder(assessment.Allocations), lookups.WorkerId(assessment.Worker), Day(assessment.RecordedOn),
        ];
    }

    protected override bool Adds(string measure, IReadOnlyList<object?> facts) =>
        SocialCareCounting.TouchedBy((AssessmentKind)Convert.ToInt32(facts[1])).Contains(measure);

    public override void Dispose()
    {
        _referral.Dispose();
        _announce.Dispose();
        _completedOf.Dispose();
        _startClocks.Dispose();
        base.Dispose();
    }

    private static void Touch(IntakeTransaction transaction, AssessmentKind kind, DateOnly completed)
    {
        foreach (var measure in SocialCareCounting.TouchedBy(kind))
            transaction.Touch(measure, completed);
    }

    private (long? Id, DateOnly? ReceivedOn) Referral(string recordId, IntakeTransaction transaction)
    {
        if (recordId.Length == 0)
            return (null, null);
        using (var row = _referral.With(transaction.SourceId, recordId).ExecuteReader())
            if (row.Read())
                return (row.GetInt64(0), row.GetBoolean(2) ? null : row.GetDay(1));
        return ((long)_announce.With(transaction.SourceId, recordId).ExecuteScalar()!, null);
    }
}

using Google.Protobuf;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.SocialCare.Feed;
using ImprovementSuite.SocialCare.Feed.V1;
using Microsoft.Data.Sqlite;
using Kind = ImprovementSuite.SocialCare.Feed.V1.CaseRecord.RecordOneofCase;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>The writer's prepared statements: one table class for each type of record.</summary>
internal sealed class CaseStore : IRecordStore<CaseRecord>
{
    private readonly CaseLookups _lookups;
    private readonly AssessmentTable _assessments;
    private readonly ReferralTable _referrals;
    private readonly ContactTable _contacts;
    private readonly ChildTable _children;
    private readonly EnquiryTable _enquiries;
    private readonly ConferenceTable _conferences;
    private readonly PlanTable _plans;
    private readonly LookedAfterTable _lookedAfter;
    private readonly LookedAfterReviewTable _reviews;
    private readonly EarlyHelpTable _earlyHelp;
    private readonly CareLeaverTable _careLeavers;
    private readonly SupervisionTable _supervisions;
    private readonly DataQualityCheckTable _checks;

    public CaseStore(SqliteConnection connection)
    {
        _lookups = new CaseLookups(connection);
        _assessments = new AssessmentTable(connection, _lookups);
        _referrals = new ReferralTable(connection, _lookups, _assessments);
        _contacts = new ContactTable(connection, _lookups);
        _children = new ChildTable(connection);
        _enquiries = new EnquiryTable(connection, _lookups);
        _conferences = new ConferenceTable(connection, _lookups);
        _plans = new PlanTable(connection, _lookups);
        _lookedAfter = new LookedAfterTable(connection, _lookups);
        _reviews = new LookedAfterReviewTable(connection, _lookups);
        _earlyHelp = new EarlyHelpTable(connection, _lookups);
        _careLeavers = new CareLeaverTable(connection, _lookups);
        _supervisions = new SupervisionTable(connection, _lookups);
        _checks = new DataQualityCheckTable(connection, _lookups);
    }

    public Outcome Apply(CaseRecord record, IntakeTransaction transaction)
    {
        (FactTable table, IMessage message) = record.RecordCase switch
        {
            Kind.Contact => ((FactTable)_contacts, (IMessage)record.Contact),
            Kind.Referral => (_referrals, record.Referral),
            Kind.Assessment => (_assessments, record.Assessment),
            Kind.Child => (_children, record.Child),
            Kind.Section47Enquiry => (_enquiries, record.Section47Enquiry),
            Kind.Conference => (_conferences, record.Conference),
            Kind.ProtectionPlan => (_plans, record.ProtectionPlan),
            Kind.LookedAfterPeriod => (_lookedAfter, record.LookedAfterPeriod),
            Kind.LookedAfterReview => (_reviews, record.LookedAfterReview),
            Kind.EarlyHelpAssessment => (_earlyHelp, record.EarlyHelpAssessment),
            Kind.CareLeaver => (_careLeavers, record.CareLeaver),
            Kind.Supervision => (_supervisions, record.Supervision),
            Kind.DataQualityCheck => (_checks, record.DataQualityCheck),
            _ => throw new InvalidOperationException($"A record of {record.RecordCase} has no table."),
        };
        return table.Apply(record.Key, message, transaction);
    }

    public void Forget() => _lookups.Forget();

    public void Dispose()
    {
        foreach (var table in new FactTable[]
                 {
                     _assessments, _referrals, _contacts, _children, _enquiries, _conferences, _plans, _lookedAfter, _reviews, _earlyHelp, _careLeavers, _supervisions, _checks,
                 })
            table.Dispose();
    }
}

using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.SocialCare.Feed;
using ImprovementSuite.SocialCare.Feed.V1;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>The writer's prepared statements: one table class for each type of record.</summary>
internal sealed class CaseStore : IRecordStore<CaseRecord>
{
    private readonly CaseLookups _lookups;
    private readonly ContactTable _contacts;
    private readonly ReferralTable _referrals;
    private readonly AssessmentTable _assessments;

    public CaseStore(SqliteConnection connection)
    {
        _lookups = new CaseLookups(connection);
        _assessments = new AssessmentTable(connection, _lookups);
        _referrals = new ReferralTable(connection, _lookups, _assessments);
        _contacts = new ContactTable(connection, _lookups);
    }

    public Outcome Apply(CaseRecord record, IntakeTransaction transaction) => record.RecordCase switch
    {
        CaseRecord.RecordOneofCase.Contact => _contacts.Apply(record.Key, record.Contact, transaction),
        CaseRecord.RecordOneofCase.Referral => _referrals.Apply(record.Key, record.Referral, transaction),
        _ => _assessments.Apply(record.Key, record.Assessment, transaction),
    };

    public void Forget() => _lookups.Forget();

    public void Dispose()
    {
        _contacts.Dispose();
        _referrals.Dispose();
        _assessments.Dispose();
    }
}

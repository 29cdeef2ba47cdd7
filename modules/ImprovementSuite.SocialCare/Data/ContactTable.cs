using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Feed;
using Microsoft.Data.Sqlite;
using Contact = ImprovementSuite.SocialCare.Feed.V1.Contact;

namespace ImprovementSuite.SocialCare.Data;

internal sealed class ContactTable(SqliteConnection connection, CaseLookups lookups)
    : CaseTable<Contact>(connection, RecordType.Contact, ["Child", "ReceivedOn", "Origin", "Outcome", "TeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    protected override DateOnly DayOf(RecordKey key, Contact contact) => Day(contact.ReceivedOn)!.Value;

    protected override object?[] Facts(Contact contact, IntakeTransaction transaction)
    {
        var received = Day(contact.ReceivedOn);
        return
        [
            contact.Child, received, CaseCodes.Origins[contact.Source], CaseCodes.ContactOutcomes[contact.Outcome],
            lookups.TeamOn(contact.Allocations, received), lookups.Holder(contact.Allocations), lookups.WorkerId(contact.Worker), Day(contact.RecordedOn),
        ];
    }
}

using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Feed;
using Microsoft.Data.Sqlite;
using Contact = ImprovementSuite.SocialCare.Feed.V1.Contact;

namespace ImprovementSuite.SocialCare.Data;

internal sealed class ContactTable(SqliteConnection connection, CaseLookups lookups)
    : CaseTable<Contact>(connection, "contact", ["Child", "ReceivedOn", "Origin", "Outcome", "TeamId", "HolderId", "WorkerId", "RecordedOn"])
{
    protected override string Type => "contact";

    protected override object?[] WithdrawnUnseen { get; } = ["", null, 0, 0, Team.NotRecorded, Team.NotRecorded, Worker.NotRecorded, null];

    protected override DateOnly DayOf(Contact contact) => IsoDay.Read(contact.ReceivedOn)!.Value;

    protected override object?[] Facts(Contact contact, IntakeTransaction transaction)
    {
        var received = IsoDay.Read(contact.ReceivedOn);
        return
        [
            contact.Child, received, CaseCodes.Origins[contact.Source], CaseCodes.ContactOutcomes[contact.Outcome],
            lookups.TeamOn(contact.Allocations, received), lookups.Holder(contact.Allocations), lookups.WorkerId(contact.Worker), IsoDay.Read(contact.RecordedOn),
        ];
    }
}

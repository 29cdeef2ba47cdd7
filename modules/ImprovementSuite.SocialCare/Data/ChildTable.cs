using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using Microsoft.Data.Sqlite;
using Child = ImprovementSuite.SocialCare.Feed.V1.Child;

namespace ImprovementSuite.SocialCare.Data;

internal sealed class ChildTable(SqliteConnection connection) : CaseTable<Child>(connection, RecordType.Child, ["BornOn", "Unborn", "Restricted"])
{
    protected override DateOnly DayOf(RecordKey key, Child child) => DateOnly.MaxValue;

    protected override object?[] Facts(Child child, IntakeTransaction transaction) => [Day(child.BornOn), child.Unborn, child.Restricted];
}

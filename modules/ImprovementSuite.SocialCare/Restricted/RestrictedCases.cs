using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Restricted;

/// <summary>A child whose case the source system opens to named people only, and who is named here.</summary>
internal sealed record RestrictedCase(string Child, IReadOnlyList<(int Id, string PersonId, DateTime Since)> Readers);

/// <summary>The restricted cases.</summary>
internal static class RestrictedCases
{
    public static IReadOnlyList<RestrictedCase> Read(SqliteConnection connection)
    {
        var readers = connection.Query(
                "SELECT Id, Child, PersonId, Since FROM named_reader ORDER BY PersonId",
                row => (Id: row.GetInt32(0), Child: row.GetString(1), PersonId: row.GetString(2), Since: SqliteCommands.FromMilliseconds(row.GetInt64(3))))
            .ToLookup(reader => reader.Child, reader => (reader.Id, reader.PersonId, reader.Since));
        return [.. connection.Query("SELECT DISTINCT RecordId FROM child WHERE Restricted = 1 AND Deleted = 0 ORDER BY RecordId", row => row.GetString(0)).Select(child => new RestrictedCase(child, [.. readers[child]]))];
    }

    /// <summary>Who may open a child's case: null where it is not restricted.</summary>
    public static IReadOnlySet<string>? OpenTo(SqliteConnection connection, string child) =>
        connection.Scalar<long>("SELECT EXISTS (SELECT 1 FROM child WHERE RecordId = $1 AND Restricted = 1 AND Deleted = 0)", child) == 0 ? null
        : connection.Query("SELECT PersonId FROM named_reader WHERE Child = $1", row => row.GetString(0), child).ToHashSet();

    public static void AddNamedReaders(this ModelBuilder model) => model.Entity<NamedReader>(e =>
    {
        e.ToTable("named_reader");
        e.HasIndex(r => new { r.Child, r.PersonId }).IsUnique();
    });
}

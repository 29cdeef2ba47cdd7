using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Importing;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Schools.Register;

/// <summary>Something that an import of the register changed of a school.</summary>
/// <param name="At">When it was taken, UTC.</param>
internal sealed record RegisterChange(DateTime At, string What, string Before, string After);

/// <summary>What the register said of a school from import to import.</summary>
internal static class RegisterHistory
{
    /// <summary>The changes, newest first; the first import that has a school changes nothing.</summary>
    public static IReadOnlyList<RegisterChange> Of(SqliteConnection connection, int urn)
    {
        var versions = connection.Query(
            $"""
             SELECT i.TakenAt, r.Body FROM import_record r JOIN import i ON i.Id = r.ImportId
             WHERE r.Urn = $1 AND r.Type = '{Tables.School}' AND i.State = {(int)ImportState.Done} ORDER BY i.TakenAt, i.Id
             """,
            row => (At: SqliteCommands.FromMilliseconds(row.GetInt64(0)), SchoolRecord.Parser.ParseFrom((byte[])row.GetValue(1)).School), urn);
        return [.. versions.Zip(versions.Skip(1), (before, after) => Changes(after.At, before.School, after.School)).SelectMany(changes => changes).Reverse()];
    }

    /// <summary>What differs between two versions of a school.</summary>
    public static IEnumerable<RegisterChange> Changes(DateTime at, Feed.V1.School before, Feed.V1.School after) =>
        Facts(before).Zip(Facts(after)).Where(pair => pair.First.Value != pair.Second.Value).Select(pair => new RegisterChange(at, pair.First.What, pair.First.Value, pair.Second.Value))
            // Who the head is stays with the register: the mark says only that it is another one.
            .Concat(before.HeadMark.Length > 0 && after.HeadMark.Length > 0 && before.HeadMark != after.HeadMark ? [new RegisterChange(at, "Head", "The one before", "A new head")] : []);

    private static IEnumerable<(string What, string Value)> Facts(Feed.V1.School school) =>
    [
        ("Name", school.Name), ("Authority", school.LocalAuthority), ("Number in the authority", school.EstablishmentNumber), ("Type", school.Type), ("Group", school.TypeGroup), ("Status", school.Status),
        ("Opened", school.OpenedOn), ("Closed", school.ClosedOn), ("Why it closed", school.ClosedWhy), ("Carried on by", string.Join(", ", school.Successors)), ("Phase", school.Phase),
        ("Ages", school is { HasLowestAge: true, HasHighestAge: true } ? $"{school.LowestAge} to {school.HighestAge}" : ""), ("Places", school.HasCapacity ? $"{school.Capacity}" : ""),
        ("Pupils on roll", school.HasPupils ? $"{school.Pupils}" : ""), ("Free school meals", school.FreeSchoolMeals.Length > 0 ? $"{school.FreeSchoolMeals}%" : ""), ("Trust", school.Trust),
        ("Postcode", school.Postcode), ("District", school.District), ("Inspection grade", school.InspectionGrade), ("Inspected", school.InspectedOn),
    ];
}

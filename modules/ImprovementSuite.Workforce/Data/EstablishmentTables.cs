using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Measures;
using Microsoft.Data.Sqlite;
using V1 = ImprovementSuite.Workforce.Feed.V1;

namespace ImprovementSuite.Workforce.Data;

internal sealed class PostTable(SqliteConnection connection, TeamLookup teams) : FactTable<V1.Post>(
    connection, Tables.Post, ["Number", "Title", "Role", "TeamId", "Grade", "Fte", "FixedTerm", "StartsOn", "EndsOn"], StocksOfPosts.Days)
{
    protected override V1.Post Nothing { get; } = new() { Role = "other", Fte = "0", Contract = "permanent", StartsOn = "1990-01-01" };

    protected override DateOnly DayOf(RecordKey key, V1.Post post) => Day(post.StartsOn)!.Value;

    protected override object?[] Facts(V1.Post post, IntakeTransaction transaction) =>
    [
        post.Post_.Trim(), post.Title.Trim(), PostRoles.Codes[post.Role], teams.Of(post.Team, post.Locality), post.Grade.Trim(), NumberText.Hundredths(post.Fte) ?? 0,
        WorkforceCodes.Contracts[post.Contract] == 1, Day(post.StartsOn), Day(post.EndsOn),
    ];
}

internal sealed class PersonInPostTable(SqliteConnection connection) : FactTable<V1.PersonInPost>(
    connection, Tables.PersonInPost, ["Number", "Person", "Fte", "StartsOn", "EndsOn", "Ended"], StocksOfPosts.Days)
{
    protected override V1.PersonInPost Nothing { get; } = new() { Fte = "0", StartsOn = "1990-01-01" };

    protected override DateOnly DayOf(RecordKey key, V1.PersonInPost person) => Day(person.StartsOn)!.Value;

    protected override object?[] Facts(V1.PersonInPost person, IntakeTransaction transaction) =>
    [
        person.Post.Trim(), person.Person.Trim(), NumberText.Hundredths(person.Fte) ?? 0, Day(person.StartsOn), Day(person.EndsOn), WorkforceCodes.PostEnds.GetValueOrDefault(person.Ended),
    ];
}

internal sealed class AgencyCoverTable(SqliteConnection connection, TeamLookup teams) : FactTable<V1.AgencyCover>(
    connection, Tables.AgencyCover, ["Number", "Worker", "Agency", "Role", "TeamId", "Fte", "StartsOn", "EndsOn", "HourlyCharge"], StocksOfPosts.Days)
{
    protected override V1.AgencyCover Nothing { get; } = new() { Fte = "0", StartsOn = "1990-01-01" };

    protected override DateOnly DayOf(RecordKey key, V1.AgencyCover cover) => Day(cover.StartsOn)!.Value;

    protected override object?[] Facts(V1.AgencyCover cover, IntakeTransaction transaction) =>
    [
        cover.Post.Trim(), cover.Worker.Trim(), cover.Agency.Trim(), PostRoles.Codes.TryGetValue(cover.Role, out var role) ? role : null, teams.Of(cover.Team, cover.Locality),
        NumberText.Hundredths(cover.Fte) ?? 0, Day(cover.StartsOn), Day(cover.EndsOn), cover.HourlyCharge.Length > 0 ? NumberText.Hundredths(cover.HourlyCharge) : null,
    ];
}

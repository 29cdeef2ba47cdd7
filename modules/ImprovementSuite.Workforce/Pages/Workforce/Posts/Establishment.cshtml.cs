using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.PersonalData;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Workforce.Pages.Workforce.Posts;

/// <summary>The establishment as it stood on any day, by role and by team.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class EstablishmentModel(ModuleDatabase<WorkforceDb> database, BusinessClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    public DateOnly Day { get; private set; }

    public bool IsToday => Day == clock.Today;

    public PostTotals All { get; private set; }

    public IReadOnlyList<(PostRole Role, PostTotals Posts)> Roles { get; private set; } = [];

    /// <summary>Teams as they were called on the day, by locality.</summary>
    public IReadOnlyList<(string Locality, PostTotals Posts, IReadOnlyList<(Team Team, PostTotals Posts)> Teams)> Localities { get; private set; } = [];

    /// <summary>Agency workers who are in no post of the establishment.</summary>
    public (int Workers, long Fte) Beyond { get; private set; }

    /// <summary>Before which day not all of those in posts are kept, where the day lies before it.</summary>
    public DateOnly? Removed { get; private set; }

    public void OnGet()
    {
        Day = DayAsked.Read(On, nameof(On), clock.Today, ModelState);
        var (posts, teams) = database.Read(connection =>
        {
            Beyond = EstablishmentOn.Beyond(connection, Day);
            Removed = Keeping.HoldersRemovedBefore(connection) is { } before && Day < before ? before : null;
            return (EstablishmentOn.Read(connection, Day), TeamsKnown.Read(connection));
        });
        All = PostTotals.Of(posts);
        Roles = [.. posts.GroupBy(post => post.State.Role).OrderBy(role => role.Key).Select(role => (role.Key, PostTotals.Of(role)))];
        Localities =
        [
            .. posts.GroupBy(post => teams[post.State.TeamId].Locality).OrderBy(locality => locality.Key.Length == 0).ThenBy(locality => locality.Key, StringComparer.OrdinalIgnoreCase)
                .Select(locality => (locality.Key, PostTotals.Of(locality), (IReadOnlyList<(Team, PostTotals)>)
                [
                    .. locality.GroupBy(post => post.State.TeamId).Select(team => (Team: teams[team.Key], PostTotals.Of(team)))
                        .OrderBy(team => team.Team.Code.Length == 0).ThenBy(team => team.Team.Code, StringComparer.OrdinalIgnoreCase),
                ])),
        ];
    }

    public IActionResult OnGetCsv()
    {
        OnGet();
        return !ModelState.IsValid ? BadRequest() : CsvDownload.Of(
            $"establishment-{Day:yyyy-MM-dd}.csv",
            ["By", "Locality", "Name", "Posts", "Posts FTE", "People in post", "In post FTE", "Agency workers in posts", "Agency FTE", "Vacant FTE, agency cover included", "Vacant FTE, not covered"],
            [
                .. Roles.Select(role => Row("Role", "", role.Role.Words(), role.Posts)),
                .. Localities.SelectMany(locality => locality.Teams.Select(team => Row("Team", locality.Locality, team.Team.Code.Length > 0 ? team.Team.Code : "No team recorded", team.Posts))),
                Row("All", "", "All posts", All),
            ]);
    }

    public string PostsAddress(PostRole? role = null, Team? team = null) =>
        Url.Page("/Workforce/Posts/Posts", new { on = Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), role = role is { } of ? (int?)of : null, team = team?.Id })!;

    private static string[] Row(string by, string locality, string name, PostTotals posts) =>
    [
        by, locality, name, $"{posts.Posts}", Say.Posts(posts.Fte), $"{posts.People}", Say.Posts(posts.InPost), $"{posts.Workers}", Say.Posts(posts.Agency), Say.Posts(posts.Vacant),
        Say.Posts(posts.Uncovered),
    ];
}

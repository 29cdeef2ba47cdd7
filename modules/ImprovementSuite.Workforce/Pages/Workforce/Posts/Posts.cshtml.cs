using System.Globalization;
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

/// <summary>The posts behind a figure of the establishment. Who may read staff sees who is in each, and that view is kept in the change log.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class PostsModel(WorkforceDb db, ModuleDatabase<WorkforceDb> database, BusinessClock clock, IAuthorizationService authorization) : PageModel
{
    public const int PageSize = 100;

    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public PostRole? OfRole { get; set; }

    /// <summary>Roles that are counted together, by the group's name: "social-workers".</summary>
    [BindProperty(SupportsGet = true, Name = "group")]
    public string? OfGroup { get; set; }

    /// <summary>The team's look-up id.</summary>
    [BindProperty(SupportsGet = true, Name = "team")]
    public int? OfTeam { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Vacant { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public DateOnly Day { get; private set; }

    public bool SeesPeople { get; private set; }

    public Dictionary<int, Team> Teams { get; private set; } = [];

    public IReadOnlyList<PostOn> Posts { get; private set; } = [];

    public IReadOnlyList<PostOn> Shown => [.. Posts.Skip((Number - 1) * PageSize).Take(PageSize)];

    public ILookup<string, InPost> Holders { get; private set; } = null!;

    /// <summary>Before which day not all of those in posts are kept, where the day lies before it.</summary>
    public DateOnly? Removed { get; private set; }

    public PostTotals Sum { get; private set; }

    public IEnumerable<(string, string)> RoleChoices => Enum.GetValues<PostRole>().Select(role => ($"{(int)role}", role.Words())).Prepend(("", "Every role"));

    public IEnumerable<(string, string)> TeamChoices => Teams.Values.OrderBy(team => team.Id == Team.NotRecorded).ThenBy(team => team.Locality).ThenBy(team => team.Code).Select(team => ($"{team.Id}", team.Name)).Prepend(("", "Every team"));

    /// <summary>"social workers of Central 2, Central".</summary>
    public string What => string.Join(", ", new[] { RoleGroup.Named(OfGroup)?.Words, OfRole?.Words(), OfTeam is { } team ? Teams[team].Name : null, Vacant ? "wholly or partly vacant" : null }.Where(part => part is not null)) is { Length: > 0 } what
        ? what
        : "all roles and teams";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Read())
            return NotFound();
        Number = Math.Clamp(Number, 1, Math.Max(1, (Posts.Count + PageSize - 1) / PageSize));
        await Keep("viewed who is in posts", Shown.Count);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        if (!await Read())
            return NotFound();
        if (!ModelState.IsValid)
            return BadRequest();
        await Keep("downloaded who is in posts", Posts.Count);
        string[] headings = ["Post", "Title", "Role", "Team", "Locality", "Grade", "Contract", "FTE", "In post FTE", "Agency FTE", "Vacant FTE, agency cover included", "Vacant FTE, not covered"];
        return CsvDownload.Of(
            $"posts-{Day:yyyy-MM-dd}.csv", SeesPeople ? [.. headings, "Who is in it"] : headings,
            Posts.Select(post => (string[])
            [
                post.Number, post.Title, post.State.Role.Words(), Teams[post.State.TeamId].Code, Teams[post.State.TeamId].Locality, post.Grade, post.FixedTerm ? "Fixed term" : "Permanent",
                Say.Posts(post.State.Fte), Say.Posts(post.State.InPost), Say.Posts(post.State.AgencyInPost), Say.Posts(post.State.Vacant), Say.Posts(post.State.Uncovered),
                .. SeesPeople ? [string.Join("; ", Holders[post.Number].Select(InWords))] : Array.Empty<string>(),
            ]));
    }

    /// <summary>"E1042 since 3 May 2009", "A215 of Harbour, 0.6, since 4 Jan 2010".</summary>
    public static string InWords(InPost holder) =>
        $"{holder.Reference}{(holder.Agency.Length > 0 ? $" of {holder.Agency}" : "")}{(holder.Fte < 100 ? $", {Say.Posts(holder.Fte)}" : "")}, since {Say.ShortDate(holder.Since)}";

    public string Address(int page = 1, string? handler = null) => Url.Page(null, handler, new
    {
        on = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), group = OfGroup, role = OfRole is { } role ? (int?)role : null, team = OfTeam, vacant = Vacant ? "true" : null, number = page > 1 ? (int?)page : null,
    })!;

    private async Task<bool> Read()
    {
        SeesPeople = (await authorization.AuthorizeAsync(User, Tasks.ReadStaff)).Succeeded;
        Day = DayAsked.Read(On, nameof(On), clock.Today, ModelState);
        return database.Read(connection =>
        {
            Teams = TeamsKnown.Read(connection);
            if (OfTeam is { } team && !Teams.ContainsKey(team) || OfRole is { } role && !Enum.IsDefined(role) || OfGroup is not null && RoleGroup.Named(OfGroup) is null)
                return false;
            var roles = (RoleGroup.Named(OfGroup) ?? RoleGroup.Everybody).Roles;
            Posts = [.. EstablishmentOn.Posts(connection, Day).Where(post => roles.Contains(post.State.Role) && (OfRole ?? post.State.Role) == post.State.Role && (OfTeam ?? post.State.TeamId) == post.State.TeamId && (!Vacant || post.State.Vacant > 0))];
            Holders = (SeesPeople ? EstablishmentOn.Holders(connection, Day) : []).ToLookup(holder => holder.Number);
            Removed = Keeping.HoldersRemovedBefore(connection) is { } before && Day < before ? before : null;
            Sum = PostTotals.Of(Posts.Select(post => new AlikePosts(post.State, 1, post.People, post.Workers)));
            return true;
        });
    }

    private async Task Keep(string action, int posts)
    {
        if (!SeesPeople)
            return;
        db.Record(Actor.Of(User), action, $"Posts on {Say.Date(Day)}, {What}", after: $"{posts} of {Posts.Count} posts");
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    }
}

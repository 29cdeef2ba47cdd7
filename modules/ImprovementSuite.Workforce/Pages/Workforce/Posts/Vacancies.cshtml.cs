using System.Globalization;
using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Measures;
using ImprovementSuite.Workforce.PersonalData;
using ImprovementSuite.Workforce.Sample;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Workforce.Pages.Workforce.Posts;

/// <summary>Vacancies by both definitions, side by side: of roles that are counted together, by locality and team, on any day and over the months.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class VacanciesModel(ModuleDatabase<WorkforceDb> database, BusinessClock clock) : PageModel
{
    private const int Months = 25;

    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    /// <summary>Of the plan's link to what is behind a figure: its last day, which is the day of a stock.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>authority, locality or team.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Scope { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public DateOnly Day { get; private set; }

    public bool IsToday => Day == clock.Today;

    public RoleGroup Roles { get; private set; } = RoleGroup.SocialWorkers;

    public IReadOnlyList<(RoleGroup Group, PostTotals Posts)> Groups { get; private set; } = [];

    /// <summary>Of the roles, in the place that is shown.</summary>
    public PostTotals Posts { get; private set; }

    public IReadOnlyList<(string Locality, PostTotals Posts, IReadOnlyList<(string Team, PostTotals Posts)> Teams)> Localities { get; private set; } = [];

    public IReadOnlyList<VacancyOn> OverMonths { get; private set; } = [];

    /// <summary>Before which day not all of those in posts are kept, where the day lies before it.</summary>
    public DateOnly? Removed { get; private set; }

    /// <summary>Whether posts of the sample are among those that count.</summary>
    public bool IsInvented { get; private set; }

    public string Where => (Scope, Code) switch { ("locality", { Length: > 0 } locality) => locality, ("team", { Length: > 0 } team) => team, ("locality" or "team", _) => "No place recorded", _ => "" };

    public IEnumerable<(string, string)> Choices => RoleGroup.All.Select(group => (group.Name, Capital(group.Words)));

    public IActionResult OnGet()
    {
        if (Group is not null && RoleGroup.Named(Group) is null)
            return NotFound();
        Roles = RoleGroup.Named(Group) ?? RoleGroup.SocialWorkers;
        Day = On is null && EnglishDay.Read(To) is { } last && last <= clock.Today ? last : DayAsked.Read(On, nameof(On), clock.Today, ModelState);
        database.Read(connection =>
        {
            var posts = EstablishmentOn.Read(connection, Day);
            var places = WorkforceCounting.Places(connection);
            var here = posts.Where(post => Has(places[post.State.TeamId])).ToList();
            Groups = [.. RoleGroup.All.Select(group => (group, PostTotals.Of(here.Where(post => group.Roles.Contains(post.State.Role)))))];
            var own = here.Where(post => Roles.Roles.Contains(post.State.Role)).ToList();
            Posts = PostTotals.Of(own);
            Localities =
            [
                .. own.GroupBy(post => places[post.State.TeamId].Locality).OrderBy(locality => locality.Key.Length == 0).ThenBy(locality => locality.Key, StringComparer.OrdinalIgnoreCase)
                    .Select(locality => (locality.Key, PostTotals.Of(locality), (IReadOnlyList<(string, PostTotals)>)
                    [
                        .. locality.GroupBy(post => places[post.State.TeamId].Team).OrderBy(team => team.Key.Length == 0).ThenBy(team => team.Key, StringComparer.OrdinalIgnoreCase)
                            .Select(team => (team.Key, PostTotals.Of(team))),
                    ])),
            ];
            OverMonths = [.. VacancyTallies.Read(connection, Roles, team => Has(places[team]), VacancyMonths.Ends(Day, Months)).SkipWhile(month => month.Fte == 0)];
            Removed = Keeping.HoldersRemovedBefore(connection) is { } before && Day < before ? before : null;
            IsInvented = connection.Scalar<long>("SELECT EXISTS (SELECT 1 FROM post p JOIN feed_source s ON s.Id = p.SourceId WHERE p.Counts = 1 AND s.Name = $1)", SampleEstablishment.Source) == 1;
            return true;
        });
        return Page();
    }

    public IActionResult OnGetCsv()
    {
        if (OnGet() is NotFoundResult missing)
            return missing;
        return !ModelState.IsValid ? BadRequest() : CsvDownload.Of(
            $"vacancies-{Roles.Name}-{Day:yyyy-MM-dd}.csv",
            ["Locality", "Team", "Posts", "Posts FTE", "Vacant FTE, agency cover included", "% of posts", "Posts that nobody employed has", "Vacant FTE, not covered", "% of posts", "Posts without anybody"],
            [
                .. Localities.SelectMany(locality => locality.Teams.Select(team => Row(locality.Locality, team.Team, team.Posts))),
                Row("All", "", Posts),
            ]);

        static string[] Row(string locality, string team, PostTotals posts) =>
        [
            locality, team, $"{posts.Posts}", Say.Posts(posts.Fte), Say.Posts(posts.Vacant), Percent(posts.VacancyRate), $"{posts.Empty}", Say.Posts(posts.Uncovered), Percent(posts.UncoveredRate),
            $"{posts.EmptyAndUncovered}",
        ];

        static string Percent(Figure figure) => figure.Value is { } percent ? percent.ToString("0.0", CultureInfo.InvariantCulture) : "";
    }

    /// <summary>The chart of one definition over the months; null where there are fewer than two.</summary>
    public Chart? Chart(string what, Func<VacancyOn, Figure> rate) => OverMonths.Count < 2 ? null : new($"{what} of {Roles.Words} at the end of each month. The table beside it says the same.", OverMonths[0].Day.AddDays(1 - OverMonths[0].Day.Day), Day, "%")
    {
        Each = "end of each month",
        Months =
        [
            .. OverMonths.Where(month => month.Fte > 0).Select(month => new ChartMonth(
                month.Day.AddDays(1 - month.Day.Day), month.Day, Math.Round(rate(month).Value!.Value, 1), month.Day.AddDays(1).Day == 1)),
        ],
    };

    public string Address(RoleGroup? group = null, string? scope = null, string? code = null, string? handler = null) => Url.Page(null, handler, new
    {
        group = (group ?? Roles).Name, on = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), scope = scope ?? (Where.Length > 0 ? Scope : null), code = scope is null ? Where.Length > 0 ? Code : null : code,
    })!;

    public static string Rate(Figure figure) => figure.Value is { } percent ? Say.PercentInTable(percent) : "No posts";

    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private bool Has(Place place) => Scope switch { "locality" => place.Locality == (Code ?? ""), "team" => place.Team == (Code ?? ""), _ => true };
}

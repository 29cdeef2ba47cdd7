using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Teams;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Teams;

/// <summary>Teams, and which carries on for which after a restructure: a new one, a merger, a new name, a move to another locality. Other modules follow.</summary>
[Authorize(Tasks.LookAfterWorkforce)]
internal sealed class IndexModel(WorkforceDb db, BusinessClock clock, Doorbell doorbell) : EntryForm(db, clock)
{
    private const string Here = "/workforce/teams";

    /// <summary>The teams that ended, by id.</summary>
    [BindProperty]
    public List<string> Old { get; set; } = [];

    [BindProperty]
    public string? NewTeam { get; set; }

    [BindProperty]
    public string? NewLocality { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    /// <summary>The teams that stand for themselves.</summary>
    public IReadOnlyList<Team> Standing => [.. Teams.Where(team => team.SuccessorId is null)];

    /// <summary>What was said, the newest first.</summary>
    public IReadOnlyList<Restructure> Restructures { get; private set; } = [];

    public IEnumerable<string> Localities => Standing.Select(team => team.Locality).Where(locality => locality.Length > 0).Distinct().Order(StringComparer.Ordinal);

    public string NameOf(int? id) => Teams.Where(team => team.Id == id).Select(team => team.Name).FirstOrDefault("stands for itself");

    public Task OnGetAsync(CancellationToken cancel) => Find(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Find(cancel);
        var old = Standing.Where(team => Old.Contains(Id(team))).ToList();
        Text(NewTeam, nameof(NewTeam), "Give the team that carries on, or the new team", LongestName);
        Text(NewLocality, nameof(NewLocality), "Give its locality", LongestName);
        var on = PastDay(On, nameof(On), "Give the day of the restructure, such as 1 October 2010");
        Text(Why, nameof(Why), "Say why, such as the decision and its date");
        if (!ModelState.IsValid)
            return Page();

        var (code, locality) = (NewTeam!.Trim(), NewLocality!.Trim());
        var known = Teams.FirstOrDefault(team => team.Code == code && team.Locality == locality);
        if (old.Count == 0 && known is not null)
        {
            ModelState.AddModelError(nameof(NewTeam), $"{known.Name} is there already: choose the teams that ended, if it carries on for any");
            return Page();
        }
        var successor = known ?? Db.Add(new Team { Id = await Db.Teams.MaxAsync(team => team.Id, cancel) + 1, Code = code, Locality = locality }).Entity;
        foreach (var team in old)
            if (team.SucceedBy(successor, on!.Value, Teams) is { } refused)
            {
                ModelState.AddModelError(nameof(NewTeam), refused);
                Db.ChangeTracker.Clear();
                return Page();
            }
        if (old.Count == 0)
            Db.Record(Actor.Of(User), "said that there is a new team", successor.Name, after: $"since {on:yyyy-MM-dd}", why: Why!.Trim());
        else
        {
            var restructure = Db.Add(new Restructure
            {
                On = on!.Value, Moves = [.. old.Select(team => new TeamMove(team.Code, team.Locality, code, locality))], Why = Why!.Trim(), By = Actor.Of(User).Name,
            }).Entity;
            Db.Publish(restructure.Tell(await Db.LastRevision(cancel)));
            Db.Record(Actor.Of(User), "restructured teams", successor.Name, Say.List([.. old.Select(team => team.Name)]), $"{successor.Name}, since {on:yyyy-MM-dd}", Why!.Trim());
        }
        return await Save(cancel);
    }

    public static string Id(Team team) => team.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private Task<IActionResult> Save(CancellationToken cancel) => Save(
        Here,
        async () =>
        {
            await Db.SaveChangesAsync(cancel);
            doorbell.Ring(WorkforceModule.Name);
        },
        async () =>
        {
            await Find(cancel);
            return (0, [new SavedField("Teams that stand for themselves", Say.List([.. Standing.Select(team => team.Name)]), Team.Named(NewTeam ?? "", NewLocality ?? ""))]);
        });

    private async Task Find(CancellationToken cancel)
    {
        Teams = await Db.Teams.Where(team => team.Code != "").OrderBy(team => team.Locality).ThenBy(team => team.Code).ToListAsync(cancel);
        Restructures = await Db.Set<Restructure>().AsNoTracking().OrderByDescending(one => one.On).ThenByDescending(one => one.Id).ToListAsync(cancel);
    }
}

using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>Teams as records name them, and which carries on for which after a restructure, so that trends survive it.</summary>
[Authorize(Tasks.ChangeDefinitions)]
internal sealed class TeamsModel(SocialCareDb db, BusinessClock clock, Doorbell doorbell) : PageModel
{
    public IReadOnlyList<Team> Teams { get; private set; } = [];

    [BindProperty, Required(ErrorMessage = "Choose the team that ended")]
    public int? Old { get; set; }

    [BindProperty, Required(ErrorMessage = "Choose the team that carries on")]
    public int? Successor { get; set; }

    [BindProperty, Required(ErrorMessage = "Give the day of the restructure, such as 1 October 2010")]
    public string? On { get; set; }

    [BindProperty, Required(ErrorMessage = "Say why, such as the decision and its date"), StringLength(500, ErrorMessage = "The reason has 500 characters at most")]
    public string? Why { get; set; }

    public Task OnGetAsync() => Read();

    public async Task<IActionResult> OnPostSucceedAsync()
    {
        await Read();
        var on = EnglishDay.Read(On);
        if (On is not null && (on is null || on > clock.Today))
            ModelState.AddModelError(nameof(On), "Give the day of the restructure, today or before, such as 1 October 2010");
        if (ModelState.IsValid && (Teams.FirstOrDefault(t => t.Id == Old), Teams.FirstOrDefault(t => t.Id == Successor)) is ({ } old, { } successor))
        {
            var before = Named(old.SuccessorId);
            if (old.SucceedBy(successor, on!.Value, Teams) is { } refused)
                ModelState.AddModelError(nameof(Successor), refused);
            else
                return await Save("said which team carries on", old, before, $"{successor.Name}, since {on:yyyy-MM-dd}", Why);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostStandAloneAsync(int id)
    {
        await Read();
        if (Teams.FirstOrDefault(t => t.Id == id) is not { SuccessorId: not null } team)
            return NotFound();
        var before = Named(team.SuccessorId);
        team.StandAlone();
        return await Save("undid which team carries on", team, before, "stands for itself", null);
    }

    public string Named(int? id) => id is null ? "stands for itself" : Teams.First(t => t.Id == id).Name;

    private async Task<IActionResult> Save(string action, Team team, string before, string after, string? why)
    {
        db.Record(Actor.Of(User), action, team.Name, before, after, why);
        try
        {
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            var theirs = await db.Teams.AsNoTracking().FirstAsync(t => t.Id == team.Id);
            ModelState.AddModelError(nameof(Old), $"Somebody else has changed {team.Name} meanwhile: now {(theirs.SuccessorId is null ? "it stands for itself" : $"{Named(theirs.SuccessorId)} carries on for it")}. Look again, and save if yours is still right.");
            return Page();
        }
        doorbell.Ring(SocialCareModule.Name);
        return RedirectToPage();
    }

    private async Task Read() => Teams = await db.Teams.OrderBy(t => t.Locality).ThenBy(t => t.Code).ToListAsync();
}

using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>Enters a manager, or changes what is known of one.</summary>
[Authorize(Tasks.ModerateAudits)]
internal sealed class ManagerModel(SocialCareDb db, Doorbell doorbell) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Give the manager's name"), StringLength(100, ErrorMessage = "A name has 100 characters at most")]
    public string? FullName { get; set; }

    [BindProperty]
    public AuditorRole Role { get; set; } = AuditorRole.TeamManager;

    [BindProperty]
    public int? TeamId { get; set; }

    [BindProperty]
    public string? Locality { get; set; }

    [BindProperty, Required(ErrorMessage = "Give the first day in post, such as 1 October 2010")]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty, StringLength(200, ErrorMessage = "A sign-in id has 200 characters at most")]
    public string? SignInId { get; set; }

    [BindProperty]
    public bool Agency { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<SavedField> Meanwhile { get; private set; } = [];

    public ManagerInPost? Known { get; private set; }

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public IEnumerable<string> Localities => Teams.Select(team => team.Locality).Where(locality => locality.Length > 0).Distinct().Order(StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancel)
    {
        if (!await Read(id, cancel))
            return NotFound();
        if (Known is { } m)
            (FullName, Role, TeamId, Locality, From, Until, SignInId, Agency, Version) = (m.Name, m.Role, m.TeamId, m.Locality, EnglishDay.Write(m.From), EnglishDay.Write(m.Until), m.SignIn, m.Agency, m.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancel)
    {
        if (!await Read(id, cancel))
            return NotFound();
        if (Known is { IsPosted: true } posted)
        {
            // What the Workforce module says is changed there; here a post is given its person's name and sign-in.
            (Role, TeamId, Locality, From, Until, Agency) = (posted.Role, posted.TeamId, posted.Locality, EnglishDay.Write(posted.From), EnglishDay.Write(posted.Until), posted.Agency);
            ModelState.Remove(nameof(From));
            return await Name(posted, cancel);
        }
        var (from, until) = (EnglishDay.Read(From), EnglishDay.Read(Until));
        var team = Role == AuditorRole.TeamManager ? Teams.FirstOrDefault(t => t.Id == TeamId) : null;
        if (!Enum.IsDefined(Role))
            ModelState.AddModelError(nameof(Role), "Choose a role from the list");
        if (Role == AuditorRole.TeamManager && team is null)
            ModelState.AddModelError(nameof(TeamId), "Choose the team that the team manager answers for");
        if (Role == AuditorRole.LocalityManager && !Localities.Contains(Locality))
            ModelState.AddModelError(nameof(Locality), "Choose the locality that the locality manager answers for");
        if (From is not null && from is null)
            ModelState.AddModelError(nameof(From), $"\"{From}\" is not a day: write it as 1 October 2010");
        if (!string.IsNullOrWhiteSpace(Until) && until is null)
            ModelState.AddModelError(nameof(Until), $"\"{Until}\" is not a day: write it as 31 October 2010, or leave it empty");
        if (until < from)
            ModelState.AddModelError(nameof(Until), "The last day in post lies before the first: correct one of them");
        if (!ModelState.IsValid)
            return Page();

        var before = Known?.ToString();
        var manager = Known ?? new ManagerInPost { Name = "", Locality = "", SignIn = "" };
        (manager.Name, manager.Role, manager.TeamId, manager.From, manager.Until, manager.SignIn, manager.Agency) = (FullName!.Trim(), Role, team?.Id, from!.Value, until, SignInId?.Trim() ?? "", Agency);
        manager.Locality = team?.Locality ?? (Localities.Contains(Locality) ? Locality! : "");
        if (Known is null)
            db.Add(manager);
        else
            db.Expect(manager, Version);
        db.Record(Actor.Of(User), Known is null ? "entered a manager in post" : "changed a manager in post", manager.Name, before, manager.ToString());
        return await Save(id, manager, cancel);
    }

    private async Task<IActionResult> Name(ManagerInPost posted, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return Page();
        var before = posted.ToString();
        (posted.Name, posted.SignIn) = (FullName!.Trim(), SignInId?.Trim() ?? "");
        db.Expect(posted, Version);
        db.Record(Actor.Of(User), "named a manager in post", posted.Name, before, posted.ToString());
        return await Save(posted.Id, posted, cancel);
    }

    private async Task<IActionResult> Save(int? id, ManagerInPost manager, CancellationToken cancel)
    {
        try
        {
            await db.SaveExpected(doorbell, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            Known = await db.Managers.AsNoTracking().SingleAsync(m => m.Id == id, cancel);
            Meanwhile = SavedField.Of(
                ("Name", Known.Name, FullName), ("Role", Known.Role.Words(), Role.Words()), ("Team", NameOf(Known.TeamId), NameOf(manager.TeamId)), ("Locality", Known.Locality, manager.Locality),
                ("From", EnglishDay.Write(Known.From), From), ("Until", EnglishDay.Write(Known.Until), Until), ("Signs in as", Known.SignIn, SignInId), ("Agency", Known.Agency ? "Yes" : "No", Agency ? "Yes" : "No"));
            ModelState.AddModelError("", SavedField.Sentence());
            Version = Known.Version;
            ModelState.Remove(nameof(Version));
            return Page();
        }
        return RedirectToPage("Managers");
    }

    private string? NameOf(int? team) => Teams.FirstOrDefault(t => t.Id == team)?.Name;

    private async Task<bool> Read(int? id, CancellationToken cancel)
    {
        Teams = await db.Teams.AsNoTracking().Where(team => team.Id != Team.NotRecorded && team.Code != "").OrderBy(team => team.Locality).ThenBy(team => team.Code).ToListAsync(cancel);
        Known = id is null ? null : await db.Managers.SingleOrDefaultAsync(manager => manager.Id == id, cancel);
        return id is null || Known is not null;
    }
}

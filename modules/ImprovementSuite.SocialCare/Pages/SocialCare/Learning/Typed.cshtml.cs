using System.Globalization;
using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Learning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Learning;

/// <summary>Learning that no other module tells of is typed here, or corrected with a reason.</summary>
[Authorize(Tasks.ModerateAudits)]
internal sealed class TypedModel(SocialCareDb db, BusinessClock clock) : PageModel
{
    private const int LongestTitle = 200;
    private const int LongestReason = 500;
    private const int MostPeople = 10_000;

    [BindProperty]
    public string? LearningTitle { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? People { get; set; }

    /// <summary>Codes of practice issues.</summary>
    [BindProperty]
    public List<string> Issues { get; set; } = [];

    /// <summary>Teams and localities, as <see cref="WeeksModel.Key"/> writes them.</summary>
    [BindProperty]
    public List<string> Teams { get; set; } = [];

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public LearningEvent? Known { get; private set; }

    public IReadOnlyList<ListedItem> IssueChoices { get; private set; } = [];

    public IReadOnlyList<Scope> TeamChoices { get; private set; } = [];

    public IReadOnlyList<SavedField> Meanwhile { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancel)
    {
        if (!await Read(id, cancel))
            return NotFound();
        if (Known is { } known)
            (LearningTitle, On, People, Issues, Teams, Version) = (known.Title, EnglishDay.Write(known.On), known.People.ToString(CultureInfo.InvariantCulture), [.. known.Issues], [.. known.Teams.Select(WeeksModel.Key)], known.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancel)
    {
        if (!await Read(id, cancel))
            return NotFound();
        if (Checked() is not { } typed)
            return Page();
        var (actor, before) = (Actor.Of(User), Known is { } known ? InLog(known.What) : null);
        if (Known is null)
            db.Add(LearningEvent.Typed(typed, actor, clock.Today));
        else
        {
            Known.Correct(typed);
            db.Entry(Known).State = EntityState.Modified;
            db.Expect(Known, Version);
        }
        db.Record(actor, Known is null ? "typed learning" : "corrected learning", typed.Title, before, InLog(typed), Known is null ? null : Why!.Trim());
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await Read(id, cancel))
            {
                ModelState.AddModelError("", "Somebody else has removed this learning while you were writing. Nothing of yours is lost: type it anew if it was delivered after all");
                return Page();
            }
            Meanwhile = SavedField.Of(
                ("What it was", Known!.Title, typed.Title), ("Day", Say.Date(Known.On), Say.Date(typed.On)), ("People", Say.Number(Known.People), Say.Number(typed.People)),
                ("Practice issues", Titles(Known.Issues), Titles(typed.Issues)), ("Who had it", Known.What.Who, typed.Who));
            ModelState.AddModelError("", SavedField.Sentence());
            Version = Known.Version;
            ModelState.Remove(nameof(Version));
            return Page();
        }
        return Redirect("/social-care/learning");
    }

    /// <summary>What was typed, where all of it is right; else the fields say what is wrong.</summary>
    private Delivered? Checked()
    {
        var title = LearningTitle?.Trim() ?? "";
        if (title.Length == 0)
            ModelState.AddModelError(nameof(LearningTitle), "Say what the learning was, such as Voice of the child");
        else if (title.Length > LongestTitle)
            ModelState.AddModelError(nameof(LearningTitle), $"What it was has {LongestTitle} characters at most; this has {title.Length}");
        var on = EnglishDay.Read(On);
        if (on is null)
            ModelState.AddModelError(nameof(On), string.IsNullOrWhiteSpace(On) ? "Give the day on which it was delivered, such as 14 June 2010" : $"“{On.Trim()}” is not a day: write it as 14 June 2010");
        else if (on > clock.Today)
            ModelState.AddModelError(nameof(On), "The day is still to come: type the learning once it has been delivered");
        if (!int.TryParse(People?.Replace(",", "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var people) || people is < 1 or > MostPeople)
            ModelState.AddModelError(nameof(People), $"How many people came is a number from 1 to {Say.Number(MostPeople)}");
        var issues = IssueChoices.Select(issue => issue.Code).Where(Issues.Contains).ToList();
        if (issues.Count == 0)
            ModelState.AddModelError(nameof(Issues), "Choose the practice issues that it addressed");
        var teams = TeamChoices.Where(scope => Teams.Contains(WeeksModel.Key(scope))).ToList();
        if (teams.Count == 0)
            ModelState.AddModelError(nameof(Teams), "Choose the teams or localities that had it");
        if (Known is not null && string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), "Say why it is corrected: it is kept in the change log");
        else if (Why?.Length > LongestReason)
            ModelState.AddModelError(nameof(Why), $"The reason has {LongestReason} characters at most; this one has {Why.Length}");
        return ModelState.IsValid ? new(title, on!.Value, issues, teams, people) : null;
    }

    private string Titles(IEnumerable<string> codes) => Say.List([.. IssueChoices.Where(issue => codes.Contains(issue.Code)).Select(issue => issue.Title)]);

    private string InLog(Delivered what) => $"{what}; {Titles(what.Issues)}";

    /// <returns>False where there is no such learning, or it came from another module and is corrected there.</returns>
    private async Task<bool> Read(int? id, CancellationToken cancel)
    {
        Known = id is null ? null : await db.Set<LearningEvent>().SingleOrDefaultAsync(learning => learning.Id == id && learning.WorkforceId == null, cancel);
        var (issues, had) = (Known?.Issues ?? [], Known?.Teams ?? []);
        IssueChoices =
        [
            .. (await db.Set<ListedItem>().AsNoTracking().Where(item => item.List == AuditList.PracticeIssue).OrderBy(item => item.Id).ToListAsync(cancel))
                .Where(item => item.RetiredOn is null || issues.Contains(item.Code)),
        ];
        var teams = await db.Teams.AsNoTracking().Where(team => team.Id != Team.NotRecorded && team.Code != "" && team.SuccessorId == null).OrderBy(team => team.Locality).ThenBy(team => team.Code).ToListAsync(cancel);
        Scope[] standing =
        [
            .. teams.GroupBy(team => team.Locality).SelectMany(locality => (locality.Key.Length > 0 ? [Scope.Locality(locality.Key)] : Array.Empty<Scope>())
                .Concat(locality.Select(team => Scope.Team(team.Code, team.Locality)))),
        ];
        // A team that has been merged since stays with the learning that it had.
        TeamChoices = [.. standing, .. had.Except(standing)];
        return id is null || Known is not null;
    }
}

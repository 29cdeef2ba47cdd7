using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Learning;
using ImprovementSuite.Workforce.Measures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Learning;

/// <summary>Plans a course or session, says how many came, corrects either, or takes it back. What was held is told to the modules that show its effect.</summary>
[Authorize(Tasks.LookAfterWorkforce)]
internal sealed class SessionModel(WorkforceDb db, BusinessClock clock, Doorbell doorbell) : EntryForm(db, clock)
{
    private const string Authority = "authority";
    private const string Back = "/workforce/learning";

    [BindProperty]
    public string? LearningTitle { get; set; }

    [BindProperty]
    public string? On { get; set; }

    /// <summary>Codes of practice issues.</summary>
    [BindProperty]
    public List<string> Issues { get; set; } = [];

    /// <summary>Who is to have it, each as <see cref="Key"/> writes it.</summary>
    [BindProperty]
    public List<string> Teams { get; set; } = [];

    [BindProperty]
    public bool Caf { get; set; }

    [BindProperty]
    public string? Staff { get; set; }

    [BindProperty]
    public string? Managers { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public LearningEvent? Known { get; private set; }

    public IReadOnlyList<(string Code, string Issue)> IssueChoices { get; private set; } = [];

    public IReadOnlyList<Scope> TeamChoices { get; private set; } = [];

    /// <summary>"authority", "locality North", "team North 1|North".</summary>
    public static string Key(Scope scope) => scope.Kind switch
    {
        ScopeKind.Team => $"team {scope.Code}|{scope.Within}", ScopeKind.Locality => $"locality {scope.Code}", _ => Authority,
    };

    public static string Name(Scope scope) => scope.Kind == ScopeKind.Team ? Team.Named(scope.Code, scope.Within ?? "") : char.ToUpperInvariant(LearningEvent.Name(scope)[0]) + LearningEvent.Name(scope)[1..];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        if (Known is { } known)
            (LearningTitle, On, Issues, Teams, Caf, Staff, Managers, Version) =
                (known.Title, EnglishDay.Write(known.On), [.. known.Issues], [.. known.Teams.Select(Key)], known.IsCaf, Digits(known.Staff), Digits(known.Managers), known.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        Text(LearningTitle, nameof(LearningTitle), "Say what the learning is, such as Voice of the child", LongestName);
        var on = Day(On, nameof(On), "Give its day, such as 14 September 2010");
        var teams = TeamChoices.Where(scope => Teams.Contains(Key(scope))).ToList();
        if (teams.Count == 0)
            ModelState.AddModelError(nameof(Teams), "Choose the teams or localities that it is for, or the whole authority");
        var (staff, managers) = (Whole(Staff, nameof(Staff), null), Whole(Managers, nameof(Managers), null));
        if (managers is not null && staff is null && ModelState[nameof(Staff)]?.Errors.Count is null or 0)
            ModelState.AddModelError(nameof(Staff), "Say how many staff came beside the managers; 0 if none");
        if (staff is not null && on > Today)
            ModelState.AddModelError(nameof(Staff), $"{Say.Date(on.Value)} is still to come: say how many came once it has been held");
        if (staff + managers.GetValueOrDefault() == 0)
            ModelState.AddModelError(nameof(Staff), "Nobody came: take the session back instead, or say how many did");
        if (Known is { IsHeld: true })
            Text(Why, nameof(Why), "Say why it is corrected: it is kept in the change log");
        if (!ModelState.IsValid)
            return Page();

        var (before, dayBefore) = (Known?.InLog(), Known?.On);
        var learning = Known ?? Db.Add(new LearningEvent()).Entity;
        Change(learning, () =>
        {
            learning.Plan(LearningTitle!.Trim(), on!.Value, [.. IssueChoices.Select(issue => issue.Code).Where(Issues.Contains)], teams, Caf);
            learning.Hold(staff, managers);
        });
        Db.Record(Actor.Of(User), before is null ? "entered learning" : "changed learning", learning.Title, before, learning.InLog(), TextOrNull(Why));
        return await Save(learning, dayBefore, id, cancel);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int? id, CancellationToken cancel)
    {
        if (!await Find(id, cancel) || Known is not { } learning)
            return NotFound();
        Text(Why, nameof(Why), "Say why it is taken back: it was cancelled, or entered by mistake");
        if (!ModelState.IsValid)
        {
            (LearningTitle, On, Issues, Teams, Caf, Staff, Managers) = (learning.Title, EnglishDay.Write(learning.On), [.. learning.Issues], [.. learning.Teams.Select(Key)], learning.IsCaf, Digits(learning.Staff), Digits(learning.Managers));
            return Page();
        }
        var before = learning.InLog();
        Change(learning, () => learning.Withdraw(Why!.Trim()));
        Db.Record(Actor.Of(User), "took learning back", learning.Title, before, learning.InLog(), Why!.Trim());
        return await Save(learning, learning.On, id, cancel);
    }

    private void Change(LearningEvent learning, Action change)
    {
        change();
        if (Known is null)
            return;
        // A list that was emptied and filled alike is no change to Entity Framework; whoever saves second is still to be told.
        Db.Entry(learning).State = EntityState.Modified;
        Db.Expect(learning, Version);
    }

    private async Task<IActionResult> Save(LearningEvent learning, DateOnly? dayBefore, int? id, CancellationToken cancel)
    {
        if (learning.Tell(await Db.LastRevision(cancel)) is { } news)
            Db.Publish(news);
        return await Save(
            Back,
            async () =>
            {
                await Db.SaveAndCountAnew(new[] { dayBefore, learning.On }.OfType<DateOnly>().Distinct().Select(day => (CafTrained.Code, day)), cancel);
                doorbell.Ring(WorkforceModule.Name);
            },
            async () => !await Find(id, cancel) || Known is not { } theirs ? null : (theirs.Version, SavedField.Of(
                ("What it is", theirs.Title, learning.Title), ("Day", Say.Date(theirs.On), Say.Date(learning.On)), ("For", theirs.Who, learning.Who), ("Practice issues", Titles(theirs.Issues), Titles(learning.Issues)),
                ("CAF training", theirs.IsCaf ? "Yes" : "No", learning.IsCaf ? "Yes" : "No"), ("Staff", Digits(theirs.Staff), Digits(learning.Staff)), ("Managers", Digits(theirs.Managers), Digits(learning.Managers)))));
    }

    private string Titles(IEnumerable<string> codes) => string.Join("; ", codes.Select(code => IssueChoices.Where(issue => issue.Code == code).Select(issue => issue.Issue).FirstOrDefault(code)));

    private async Task<bool> Find(int? id, CancellationToken cancel)
    {
        Known = id is null ? null : await Db.Set<LearningEvent>().SingleOrDefaultAsync(learning => learning.Id == id && learning.WithdrawnWhy == null, cancel);
        if (id is not null && Known is null)
            return false;
        var (issues, had) = (Known?.Issues ?? [], Known?.Teams ?? []);
        var found = await Db.Set<LearningNeed>().AsNoTracking().Select(need => new { need.Month, need.Code, need.Issue, need.Locality, need.Team }).ToListAsync(cancel);
        var known = found.GroupBy(need => need.Code).Select(same => (same.Key, same.MaxBy(need => need.Month)!.Issue)).OrderBy(issue => issue.Issue, StringComparer.Ordinal).ToList();
        // An issue that no audit finds any more stays with the learning that addressed it.
        IssueChoices = [.. known, .. issues.Where(code => known.All(issue => issue.Key != code)).Select(code => (code, $"Issue {code}"))];
        var places = (await Db.Teams.AsNoTracking().Where(team => team.SuccessorId == null).Select(team => new { team.Code, team.Locality }).ToListAsync(cancel)).Select(team => (team.Code, team.Locality))
            .Concat(found.Select(need => (Code: need.Team, need.Locality))).Where(team => team.Code.Length > 0).Distinct()
            .OrderBy(team => team.Locality, StringComparer.Ordinal).ThenBy(team => team.Code, StringComparer.Ordinal);
        Scope[] standing =
        [
            Scope.Authority,
            .. places.GroupBy(team => team.Locality).SelectMany(locality => (locality.Key.Length > 0 ? [Scope.Locality(locality.Key)] : Array.Empty<Scope>())
                .Concat(locality.Select(team => Scope.Team(team.Code, team.Locality)))),
        ];
        TeamChoices = [.. standing, .. had.Except(standing)];
        return true;
    }
}

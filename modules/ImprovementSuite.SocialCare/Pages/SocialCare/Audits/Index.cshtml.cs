using System.Globalization;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>Expected against received and completed: by month, locality, team and manager, most missing first. Counts only, no file.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class AuditsModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock, IAuthorizationService authorization) : PageModel
{
    private const int MonthsShown = 6;

    private Dictionary<int, Place> _places = [];

    private ILookup<int, DateOnly> _reminded = Array.Empty<(int, DateOnly)>().ToLookup(r => r.Item1, r => r.Item2);

    /// <summary>The month as an address has it: 2010-07.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public DateOnly Today => clock.Today;

    public IReadOnlyList<AuditMonth> Months { get; private set; } = [];

    /// <summary>The month that the page is of; null before the programme has begun.</summary>
    public AuditMonth? Shown { get; private set; }

    public ExpectedStatement? Statement { get; private set; }

    public bool Moderates { get; private set; }

    public IReadOnlyList<SafeguardingAlert> Alerts { get; private set; } = [];

    public IReadOnlyList<(string Locality, int Expected, int Received)> Localities => Shown is not { HasParts: true } shown ? [] :
        [.. shown.Managers.GroupBy(m => m.Manager.Locality).OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(m => m.Expected), g.Sum(m => m.Received)))];

    public IReadOnlyList<(string Team, string Locality, int Expected, int Received)> Teams => Shown is not { HasParts: true } shown ? [] :
        [.. shown.Managers.Where(m => m.Manager.TeamId is not null).GroupBy(m => _places[m.Manager.CountedUnder]).OrderBy(g => g.Key.Locality, StringComparer.Ordinal).ThenBy(g => g.Key.Team, StringComparer.Ordinal)
            .Select(g => (g.Key.Team, g.Key.Locality, g.Sum(m => m.Expected), g.Sum(m => m.Received)))];

    public IReadOnlyList<ManagerMonth> Managers => Shown is null ? [] : [.. Shown.Managers.OrderByDescending(m => m.Missing).ThenBy(PostOf, StringComparer.Ordinal)];

    /// <summary>Those who can be reminded: audits of theirs are missing.</summary>
    public int ToRemind => Shown?.Managers.Count(m => m.Missing > 0) ?? 0;

    public string PostOf(ManagerMonth row) => row.Manager.Post(row.Manager.TeamId is { } team ? _places[team].Team : null);

    public string TeamOf(SafeguardingAlert alert) => _places.TryGetValue(alert.Audit.TeamId, out var place) && place.Team.Length > 0 ? place.Team : "No team recorded";

    /// <summary>"Twice, last 16 Aug".</summary>
    public string Chased(ManagerMonth row)
    {
        var days = _reminded[row.Manager.Id].ToList();
        return (row.Missing, days.Count) switch
        {
            (0, _) => "All in",
            (_, 0) => "Not yet",
            (_, 1) => $"Once, {Say.ShortDayAndMonth(days[0])}",
            (_, 2) => $"Twice, last {Say.ShortDayAndMonth(days.Max())}",
            (_, var times) => $"{Say.Number(times)} times, last {Say.ShortDayAndMonth(days.Max())}",
        };
    }

    public static string Address(DateOnly month) => $"/social-care/audits?month={month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Read(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRemindAsync(CancellationToken cancel)
    {
        if (!(await authorization.AuthorizeAsync(User, Tasks.ModerateAudits)).Succeeded)
            return Forbid();
        if (!await Read(cancel) || Shown is null)
            return NotFound();
        var actor = Actor.Of(User);
        foreach (var row in Managers.Where(m => m.Missing > 0))
        {
            db.Add(new AuditReminder { ManagerId = row.Manager.Id, Month = Shown.Month, Missing = row.Missing, On = clock.Today, By = actor.Name });
            db.Record(actor, "reminded of missing audits", $"{PostOf(row)}, {row.Manager.Name}", after: $"{Say.Count("audit", row.Missing)} of {Say.Month(Shown.Month)}");
        }
        await db.SaveChangesAsync(cancel);
        return Redirect(Address(Shown.Month));
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        (Months, _places) = database.Read(connection => (AuditMonths.Read(connection, DateOnly.MinValue, DateOnly.MaxValue), SocialCareCounting.Places(connection)));
        Moderates = (await authorization.AuthorizeAsync(User, Tasks.ModerateAudits)).Succeeded;
        if (Month is null)
            Shown = Months.LastOrDefault(month => month.HasEnded(clock.Today)) ?? Months.LastOrDefault();
        else if (!DateOnly.TryParseExact(Month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) || (Shown = Months.FirstOrDefault(m => m.Month == month)) is null)
            return false;
        if (Shown is not null)
        {
            Statement = await db.Set<ExpectedStatement>().AsNoTracking().FirstOrDefaultAsync(s => s.Month == Shown.Month, cancel);
            _reminded = (await db.Set<AuditReminder>().AsNoTracking().Where(r => r.Month == Shown.Month).ToListAsync(cancel)).ToLookup(r => r.ManagerId, r => r.On);
            Months = [.. Months.Where(m => m.Month <= (Months[^1].Month > Shown.Month.AddMonths(1) ? Shown.Month.AddMonths(1) : Months[^1].Month)).TakeLast(MonthsShown)];
        }
        var open = await db.Set<SafeguardingAlert>().AsNoTracking().Include(alert => alert.Audit).Where(alert => alert.AnsweredAt == null).OrderBy(alert => alert.RaisedAt).ToListAsync(cancel);
        var id = Actor.Of(User).Id;
        var own = open.Count == 0 ? [] : await db.Managers.AsNoTracking().Where(post => post.SignIn == id).ToListAsync(cancel);
        Alerts = [.. AuditsToDo.ToldTo(open, Moderates, own, _places, clock.Today)];
        return true;
    }
}

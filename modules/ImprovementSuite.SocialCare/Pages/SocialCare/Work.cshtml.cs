using System.Globalization;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.Restricted;
using ImprovementSuite.SocialCare.WorkInProgress;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>
/// What is in progress and how many working days are left, so that a team acts before it is late. Counts are for all who read figures; the
/// list behind them is for those who read records, of their own teams or of every team, and each view of it is kept in the change log.
/// </summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class WorkModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, WorkingDayCalendar calendar, BusinessClock clock, IAuthorizationService authorization, Pseudonyms pseudonyms) : PageModel
{
    /// <summary>Every team that the person may open, in the address.</summary>
    public const string EveryTeam = "all";

    /// <summary>As many as are listed before somebody asks for all.</summary>
    public const int First = 12;

    /// <summary>The longest list on a page; a file has all.</summary>
    public const int Most = 500;

    private const int MostInDownload = 100_000;

    /// <summary>A feed that has been silent for longer is warned of.</summary>
    private static readonly TimeSpan Silent = TimeSpan.FromDays(2);

    private bool _mayRead;
    private RecordAccess _access = null!;
    private IReadOnlyList<string> _own = [];
    private IReadOnlyDictionary<int, Place> _places = new Dictionary<int, Place>();

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? KindKey { get; set; }

    /// <summary>One of the teams, as <see cref="Key"/> writes it. or all. Absent is the person's own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Team { get; set; }

    /// <summary>Look-up id.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Worker { get; set; }

    [BindProperty(SupportsGet = true, Name = "left")]
    public string? LeftKey { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>The kinds that there is any of, and the one that is shown.</summary>
    public IReadOnlyList<WorkCounts> Kinds { get; private set; } = [];

    public WorkCounts Work { get; private set; } = null!;

    public WorkKind Kind => Work.Kind;

    public IReadOnlyList<DaysLeft> Columns { get; private set; } = [];

    /// <summary>By locality: the teams that hold any, and the person's own.</summary>
    public IReadOnlyList<Place> Teams { get; private set; } = [];

    /// <summary>The teams whose list is shown; null where none is.</summary>
    public IReadOnlyList<Place>? Listed { get; private set; }

    public DaysLeft? Left { get; private set; }

    public IReadOnlyList<(int Id, string Name)> Workers { get; private set; } = [];

    public IReadOnlyList<OpenCase> Rows { get; private set; } = [];

    /// <summary>How many there are of what is listed.</summary>
    public long Total { get; private set; }

    /// <summary>When the newest batch came, London time; null where none has.</summary>
    public DateTime? NewestBatch { get; private set; }

    public bool IsFeedSilent { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>The limit for what begins today.</summary>
    public int Limit => Work.Limits.At(Today, Today).WorkingDays;

    /// <summary>The days of near limits: today and the two working days after it, or as many as the limit has.</summary>
    public int Soon => Math.Min(2, Limit);

    public long ReachedSoon => Work.Counts.Where(count => count.Left >= 0 && count.Left <= Soon).Sum(count => count.Count);

    public async Task<IActionResult> OnGetAsync() => await Read(All ? Most : First) ?? await Kept("viewed records", () => Page());

    public async Task<IActionResult> OnGetCsvAsync() =>
        await Read(MostInDownload) ?? (Listed is null
            ? Forbid()
            : await Kept("downloaded records", () => File(WorkCsv.Write(this), "text/csv; charset=utf-8", $"{Kind.Key}-open-on-{Today:yyyy-MM-dd}.csv")));

    public bool IsOwn(Place team) => _own.Contains(team.Team, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the person may see which records are behind the team's counts.</summary>
    public bool Opens(Place team) => _mayRead && _access.Opens(team.Team);

    public bool SeesPseudonyms => _access.References.ArePseudonyms;

    public bool OpensAll => _mayRead && _access.Teams is null;

    public static string Key(Place team) => $"{team.Locality}/{team.Team}";

    /// <summary>A team as people read it; with its locality where two have the same name.</summary>
    public string Name(Place team) =>
        team.Team.Length == 0 || Teams.Count(other => other.Team == team.Team) > 1 ? new Cases.Team { Code = team.Team, Locality = team.Locality }.Name : team.Team;

    public string TeamOf(OpenCase row) => Name(_places[row.Holder]);

    /// <summary>The teams of the list as people read them: "Central 2", "All teams".</summary>
    public string ListedName => Listed!.Count == 1 ? Name(Listed[0]) : Team is null || !OpensAll ? Say.List([.. Listed.Select(Name)]) : "All teams";

    /// <summary>The teams that can be chosen.</summary>
    public IEnumerable<(string, string)> TeamChoices =>
        [.. OpensAll ? [(EveryTeam, "All teams")] : Array.Empty<(string, string)>(), .. Teams.Where(Opens).Select(team => (Key(team), Name(team)))];

    public string Address(string? team, DaysLeft? left = null, int? worker = null, bool all = false, string? handler = null, WorkKind? kind = null) => Url.Page(
        null, handler, new { kind = (kind ?? Kind).Key, team, left = left?.Key, worker, all = all ? "true" : null })!;

    /// <summary>The first day on which a column's work is due, and the last.</summary>
    public (DateOnly From, DateOnly To) DueIn(DaysLeft days) => (calendar.Add(Today, days.From), calendar.Add(Today, days.To));

    public DateOnly ReachedBy => calendar.Add(Today, Soon);

    public TimeLimit LimitOf(OpenCase row) => Work.Limits.At(row.ClockFrom!.Value, Today);

    public DateOnly DueOn(OpenCase row) => calendar.Add(row.ClockFrom!.Value, LimitOf(row).WorkingDays - LimitOf(row).StartDayCounts);

    /// <summary>Working days of one square: one where the limit is short, else a week.</summary>
    public static int DaysOfSquare(int limit) => limit <= DaysLeft.FewDays ? 1 : 5;

    /// <summary>Bank holidays on weekdays until the last limit of the table.</summary>
    public IReadOnlyList<DateOnly> Holidays =>
    [
        .. Enumerable.Range(0, calendar.Add(Today, Limit).DayNumber - Today.DayNumber).Select(days => Today.AddDays(days))
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !calendar.IsWorkingDay(day)),
    ];

    /// <summary>What is wrong with the record itself, which is no reason to be late.</summary>
    public IEnumerable<string> Checks(OpenCase row)
    {
        if (row.RecordId is null)
            yield break;
        if (row.ClockFrom is null)
            yield return "Its referral is not in yet";
        if (row.ClockFrom > Today)
            yield return $"{Kind.ClockHeading} is dated after today";
        if (row.Worker.Length == 0)
            yield return "No worker recorded";
        if (_places[row.Holder].Team.Length == 0)
            yield return "No team recorded";
        if (row.Late > 1)
            yield return $"{(Kind == WorkKind.Core ? "Start" : "Referral")} reached the system {Say.Count("day", row.Late.Value)} late";
        if (row.IsAssessed)
            yield return "Being assessed, and no decision recorded";
    }

    /// <summary>What an answer needs; or the answer, where it cannot be given.</summary>
    private async Task<IActionResult?> Read(int most)
    {
        _mayRead = (await authorization.AuthorizeAsync(User, Tasks.ReadRecords)).Succeeded;
        _access = await RecordAccess.Of(User, authorization, pseudonyms);
        _own = Platform.People.Teams.Of(User);
        return database.Read(connection => Read(connection, most));
    }

    private IActionResult? Read(SqliteConnection connection, int most)
    {
        _places = SocialCareCounting.Places(connection);
        var every = WorkCounts.Read(connection, _places, Today);
        if (every.FirstOrDefault(work => KindKey is null ? work.Open > 0 : work.Kind.Key == KindKey) is not { } chosen)
        {
            if (KindKey is not null)
                return NotFound();
            chosen = every[0];
        }
        (Work, Kinds) = (chosen, [.. every.Where(work => work.Open > 0 || work == chosen)]);
        Columns = [.. DaysLeft.Columns(Work.Limits.Longest), .. Work.Of(DaysLeft.NotKnown) > 0 ? [DaysLeft.NotKnown] : Array.Empty<DaysLeft>()];
        Teams = [.. Work.Teams.Concat(_places.Values.Where(IsOwn)).Distinct().OrderBy(team => team.Locality).ThenBy(team => team.Team)];
        NewestBatch = OpenCases.NewestBatch(connection, Kind.RecordType) is { } at ? BusinessClock.Local(at) : null;
        IsFeedSilent = NewestBatch is { } newest && BusinessClock.Local(clock.Now) - newest > Silent;

        if (Team is not (null or EveryTeam) && Teams.All(team => Key(team) != Team) || LeftKey is { Length: > 0 } && Columns.All(days => days.Key != LeftKey))
            return NotFound();
        Left = Columns.FirstOrDefault(days => days.Key == LeftKey);
        var asked = Teams.Where(team => Team is null ? IsOwn(team) : Team == EveryTeam || Key(team) == Team).ToList();
        if (Team is not null && !asked.Any(Opens) && asked.Count > 0)
            return Forbid();
        Listed = asked.Where(Opens).ToList() is { Count: > 0 } listed ? listed : null;
        if (Listed is null)
            return null;

        var holders = _places.Where(place => Listed.Contains(place.Value)).Select(place => place.Key).ToList();
        var filter = new OpenFilter(holders, Worker, Left);
        Workers = OpenCases.Workers(connection, Kind, holders, _access);
        Total = OpenCases.Total(connection, Kind, Work.Limits, filter, _access, Today);
        Rows = OpenCases.Rows(connection, Kind, Work.Limits, filter, _access, Today, most);
        return null;
    }

    /// <summary>The answer, once the view of the records in it is kept.</summary>
    private async Task<IActionResult> Kept(string action, Func<IActionResult> answer)
    {
        if (Rows.Count > 0)
        {
            var worker = Worker is { } id ? $", {Workers.FirstOrDefault(w => w.Id == id).Name switch { null or "" => "no worker recorded", var name => name }}" : "";
            db.Record(
                Actor.Of(User), action, $"Open: {Kind.Thing}s, {ListedName}",
                after: $"{Rows.Count} of {Total} records on {Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{(Left is null ? "" : $", {Left.Title.ToLowerInvariant()}")}{worker}");
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }
        return answer();
    }
}

using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>A school in the list, by one set of results.</summary>
/// <param name="Attainment">Hundredths of a percent at the standard of the year; null where none was published.</param>
/// <param name="Change">Less the attainment of the round before, where it counted the same; hundredths of a point.</param>
internal sealed record ListedSchool(OwnSchool School, FloorDecision Decision, int? Cohort, int? Attainment, int? Change, bool HardToReach, bool AtRisk);

/// <summary>Every school of the authority, filtered and sorted by the address.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ListModel(SchoolsDb db, BusinessClock clock) : PageModel
{
    /// <summary>What the list can be sorted by, and its column's heading.</summary>
    public static readonly IReadOnlyList<(string Key, string Heading)> Orders =
        [("name", "School"), ("locality", "Locality"), ("pupils", "Pupils"), ("result", "Result"), ("change", "Since the round before"), ("floor", "To the floor")];

    [BindProperty(SupportsGet = true)]
    public string? Set { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Floor { get; set; }

    /// <summary>Of the plan's link to what is behind a figure: the day of the round.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? Round { get; set; }

    /// <summary>Of the same: whose figure it is, locality or phase.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Scope { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Locality { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Phase { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Hard { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Closed { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public FloorBook Book { get; private set; } = null!;

    /// <summary>Null without any results.</summary>
    public ResultSet? Shown { get; private set; }

    /// <summary>All of them, before the filter.</summary>
    public IReadOnlyList<ListedSchool> All { get; private set; } = [];

    public IReadOnlyList<ListedSchool> Schools { get; private set; } = [];

    public bool IsFiltered => Floor is not null || Locality is not null || Phase is not null || Name is not null || Hard;

    public static IEnumerable<(string, string)> Floors =>
        [("", "Any"), ("below", "Below"), ("above", "Not below"), ("risk", "At risk by results"), ("noresult", "No result"), ("toofew", "Too few pupils"), ("nostandard", "No standard")];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Book = await db.Floor(cancel);
        if (Set is null && DateOnly.TryParse(Round, System.Globalization.CultureInfo.InvariantCulture, out var round))
            Set = Book.Settled(round.Year)?.Key;
        (Locality, Phase) = Scope switch { "locality" => (Code, Phase), "phase" => (Locality, Code), _ => (Locality, Phase) };
        Shown = ResultSet.Of(Set) is { } chosen && Book.Sets.Contains(chosen) ? chosen : Book.Sets.Cast<ResultSet?>().FirstOrDefault();
        Set = Shown?.Key;
        All = [.. Book.Schools.Select(Listed).Where(school => Closed || school.School.IsOpen || school.Attainment is not null)];
        Schools = [.. Sorted(All.Where(Lets))];
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return CsvDownload.Of(
            $"schools-{Set ?? "register"}.csv",
            ["URN", "School", "Locality", "Phase", "Type", "Status", "Results", "Pupils", "Percent at the standard", "Points since the round before", "Floor", "Why", "Points to the floor", "Pupils short", "Hard to reach", "At risk by results"],
            Schools.Select(school => new[]
            {
                $"{school.School.Urn}", school.School.Name, school.School.Locality, school.School.Phase, school.School.Type, school.School.Status, $"{Shown}", $"{school.Cohort}",
                FigureText.Write(school.Attainment), FigureText.Write(school.Change), FloorWords.Name(school.Decision.Outcome), school.Decision.Sentence, FigureText.Write(school.Decision.Points),
                school.Decision.Pupils is > 0 and var pupils ? $"{pupils}" : "", school.HardToReach ? "yes" : "no", school.AtRisk ? "yes" : "no",
            }));
    }

    /// <summary>The address of the list as it is, but for one part.</summary>
    public string Address(string? sort = null, string? handler = null) => Url.Page(null, handler, new
    {
        set = Set, floor = Floor, locality = Locality, phase = Phase, name = Name, hard = Hard ? "true" : null, closed = Closed ? "true" : null, sort = sort ?? Sort,
    })!;

    /// <summary>Where a click on a heading leads: once it sorts, twice it turns round.</summary>
    public string SortedBy(string key) => Address(Sort == key ? $"-{key}" : key);

    /// <summary>For aria-sort.</summary>
    public string? Order(string key) => Sort == key || (Sort is null && key == "name") ? "ascending" : Sort == $"-{key}" ? "descending" : null;

    private ListedSchool Listed(OwnSchool school)
    {
        if (Shown is not { } set)
            return new(school, new(FloorOutcome.NoResult, "No result."), null, null, null, Book.IsHardToReach(school.Urn, clock.Today, clock.Today), false);
        var (result, figure) = (Book.Result(school.Urn, set), Ks2Result.StandardOf(set.Year));
        var decision = Book.Decide(school.Urn, set);
        var attainment = result?.Attainment(figure);
        var before = Ks2Result.StandardOf(set.Year - 1) == figure ? Book.Result(school.Urn, set.Year - 1)?.Attainment(figure) : null;
        return new(school, decision, result?.Cohort, attainment, attainment - before, Book.IsHardToReach(school.Urn, clock.Today, clock.Today), ResultRisk.Of(Book, school, set.Year, decision).Any());
    }

    private bool Lets(ListedSchool school) =>
        (Floor is null || (Floor == "risk" ? school.AtRisk : string.Equals(school.Decision.Outcome.ToString(), Floor, StringComparison.OrdinalIgnoreCase)))
        && (Locality is null || school.School.Locality == Locality)
        && (Phase is null || school.School.Phase == Phase)
        && (Name is null || school.School.Name.Contains(Name.Trim(), StringComparison.OrdinalIgnoreCase) || $"{school.School.Urn}" == Name.Trim())
        && (!Hard || school.HardToReach);

    // A school without a figure stands last, whichever way the list runs.
    private IEnumerable<ListedSchool> Sorted(IEnumerable<ListedSchool> schools) => Sort?.TrimStart('-') switch
    {
        "locality" => Turned(schools.OrderBy(school => school.School.Locality, StringComparer.OrdinalIgnoreCase)),
        "pupils" => By(school => school.Cohort),
        "result" => By(school => school.Attainment),
        "change" => By(school => school.Change),
        "floor" => By(school => school.Decision.Points),
        _ => Turned(schools),
    };

    private IEnumerable<ListedSchool> By(Func<ListedSchool, int?> figure)
    {
        var with = All.Where(Lets).Where(school => figure(school) is not null);
        return (Sort![0] == '-' ? with.OrderByDescending(figure) : with.OrderBy(figure)).Concat(All.Where(Lets).Where(school => figure(school) is null));
    }

    private IEnumerable<ListedSchool> Turned(IEnumerable<ListedSchool> schools) => Sort?[0] == '-' ? schools.Reverse() : schools;
}

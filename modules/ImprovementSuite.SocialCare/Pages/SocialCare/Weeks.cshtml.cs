using System.Globalization;
using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>A measure week by week, for the whole authority, a locality or a team: whether last week was like the weeks before it.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class WeeksModel(ModuleDatabase<SocialCareDb> database, BusinessClock clock) : PageModel
{
    /// <summary>A percentage of fewer than these says nothing.</summary>
    private const int Few = 10;

    [BindProperty(SupportsGet = true)]
    public string? Measure { get; set; }

    /// <summary>One of the places, as <see cref="Key"/> writes it; empty is the whole authority.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    public WeeklyFigures Figures { get; private set; } = null!;

    public Scope Scope { get; private set; } = Scope.Authority;

    public DateOnly Today => clock.Today;

    /// <summary>The newest week that is over.</summary>
    public (Period Week, Figure Figure) LastFull => Figures.Weeks.First(w => w.Week.To < Today);

    public bool IsStock => Figures.Measure.Additivity == Additivity.AsAt;

    /// <summary>All of these weeks together; a stock does not add up.</summary>
    public Figure? Together => IsStock
        ? null
        : Figures.Definition.Figure(Figures.Weeks.Sum(w => w.Figure.Numerator!.Value), Figures.Weeks.Sum(w => w.Figure.Denominator ?? 0));

    /// <summary>Where the bars end: a rate of two flows can exceed 100%.</summary>
    public decimal BarsTo => Math.Max(100, Math.Ceiling(Figures.Weeks.Where(w => !IsFew(w.Figure)).Max(w => w.Figure.Value) / 10 * 10 ?? 100));

    public IActionResult OnGet()
    {
        return database.Read(connection =>
        {
            if (Weeks(connection, Scope.Authority) is not { } figures)
                return false;
            Figures = figures;
            if (string.IsNullOrEmpty(Place))
                return true;
            if (figures.Places.FirstOrDefault(place => Key(place) == Place) is not { } scope)
                return false;
            (Scope, Figures) = (scope, Weeks(connection, scope)!);
            return true;
        }) ? Page() : NotFound();

        WeeklyFigures? Weeks(Microsoft.Data.Sqlite.SqliteConnection connection, Scope scope) => WeeklyFigures.Of(connection, Measure ?? "", scope, clock.Today);
    }

    public static bool IsFew(Figure figure) => figure.Denominator < Few;

    /// <summary>A place in the address: "locality/North", "team/North/North 1".</summary>
    public static string Key(Scope scope) => scope.Kind switch
    {
        ScopeKind.Locality => $"locality/{scope.Code}",
        ScopeKind.Team => $"team/{scope.Within}/{scope.Code}",
        _ => "",
    };

    /// <summary>A place as people read it.</summary>
    public static string Name(Scope scope) => (scope.Kind, scope.Code, scope.Within) switch
    {
        (ScopeKind.Locality, "", _) => "No locality recorded",
        (ScopeKind.Locality, var locality, _) => locality,
        (ScopeKind.Team, "", "") => "No team recorded",
        (ScopeKind.Team, "", var locality) => $"No team recorded, {locality}",
        (ScopeKind.Team, var team, var locality) => string.IsNullOrEmpty(locality) ? team : $"{team}, {locality}",
        _ => "The whole authority",
    };

    /// <summary>The page of the records that a week counts.</summary>
    public string Records(Period week) => QueryHelpers.AddQueryString(Figures.Definition.RecordsPath, new Dictionary<string, string?>
    {
        ["scope"] = Scope.Kind.ToString().ToLowerInvariant(), ["code"] = Scope.Code, ["within"] = Scope.Within,
        ["from"] = week.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["to"] = week.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    });
}

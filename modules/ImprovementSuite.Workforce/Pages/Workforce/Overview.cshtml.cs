using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Measures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Workforce.Pages.Workforce;

/// <summary>The workforce at a glance: each figure that goes to the plan, now and some months before.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class OverviewModel(ModuleDatabase<WorkforceDb> database, BusinessClock clock) : PageModel
{
    /// <summary>Under which heading each figure stands.</summary>
    private static readonly IReadOnlyList<(string Heading, Func<string, bool> Holds)> Parts =
    [
        ("Vacancies and agency cover", code => Vacancies.Codes.Contains(code) || code == AgencyRate.Code),
        ("Spend", code => code == AgencySpend.Code),
        ("Foster carers", code => code is FosterCarers.Code or FosterCarersRecruited.Code),
        ("Workforce census", code => CensusMeasures.All.Contains(code)),
        ("Appraisals, surveys and learning", _ => true),
    ];

    public IReadOnlyList<WorkforceFigure> Figures { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public void OnGet() => Figures = database.Read(connection => WorkforceFigures.Read(connection, clock.Today));

    public bool HasAny => Figures.Any(figure => figure.Now is not null);

    /// <summary>The figures that there are, by heading.</summary>
    public IEnumerable<(string Heading, List<WorkforceFigure> Figures)> ByPart => Figures.Where(figure => figure.Now is not null)
        .GroupBy(figure => Parts.First(part => part.Holds(figure.Definition.Code)).Heading)
        .OrderBy(group => Parts.Select(part => part.Heading).ToList().IndexOf(group.Key)).Select(group => (group.Key, group.ToList()));

    /// <summary>A figure of a measure now; null where there is none.</summary>
    public Figure? Of(string code) => Figures.First(figure => figure.Definition.Code == code).Now?.Figure;

    /// <summary>"20 August 2010", "since 1 April 2010", "the census of 2010".</summary>
    public static string When(Period period) => period.Kind switch
    {
        PeriodKind.AsAt => Say.ShortDate(period.To),
        PeriodKind.Round => Say.ShortDate(period.To),
        _ => $"Since {Say.ShortDate(period.From)}",
    };
}

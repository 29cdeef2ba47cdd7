using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Inspections.Pages.Inspections;

/// <summary>Inspections at a glance: what is overdue, and each figure that goes to the plan.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class OverviewModel(ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    public const int MostOverdue = 10;

    /// <summary>Under which heading each figure stands.</summary>
    private static readonly IReadOnlyList<(string Heading, Func<string, bool> Holds)> Parts =
    [
        ("Recommendations", code => code == MetInTimescale.Code),
        ("Performance profile", code => code is GoodOrBetter.Code or IndicatorsInLine.Code or ReviewsAdequate.Code),
        ("Children's homes", code => code is InadequateHomes.Code or HomesVisited.Code),
        ("Reports", code => code == ReportsFrozen.Monthly.Code || code == ReportsFrozen.Quarterly.Code),
        ("Recommendations", _ => true),
    ];

    public LedgerCounts Counts { get; private set; } = null!;

    public IReadOnlyList<OverdueRecommendation> Overdue { get; private set; } = [];

    public IReadOnlyList<InspectionFigure> Figures { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public bool HasAny => Counts.All > 0 || Figures.Any(figure => figure.Now is not null);

    public void OnGet() => (Counts, Overdue, Figures) = database.Read(connection =>
        (LedgerCounts.Read(connection, clock.Today), LedgerCounts.Longest(connection, clock.Today, MostOverdue), InspectionFigures.Read(connection, clock.Today)));

    /// <summary>The figures that there are, by heading.</summary>
    public IEnumerable<(string Heading, List<InspectionFigure> Figures)> ByPart => Figures.Where(figure => figure.Now is not null)
        .GroupBy(figure => Parts.First(part => part.Holds(figure.Definition.Code)).Heading)
        .OrderBy(group => Parts.Select(part => part.Heading).ToList().IndexOf(group.Key)).Select(group => (group.Key, group.ToList()));

    /// <summary>"20 Aug 2010", "Since 1 Apr 2010".</summary>
    public static string When(Period period) => period.Kind == PeriodKind.AsAt ? Say.ShortDate(period.To) : $"Since {Say.ShortDate(period.From)}";
}

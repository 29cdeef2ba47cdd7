using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Inspections.Pages.Inspections.Homes;

/// <summary>A children's home with what is required of it and the visits of the last months.</summary>
/// <param name="Months">The oldest first; the visit's day where there was one.</param>
internal sealed record HomeLine(ProviderLine Provider, Requirements Requirements, LastVisit? LastVisit, IReadOnlyList<(DateOnly Month, MonthlyVisit Visit, DateOnly? On)> Months)
{
    public bool IsInadequate => Provider.Standing?.Rank == 0;

    public IReadOnlyList<string> Missing => [.. Months.Where(month => month.Visit == MonthlyVisit.Missing).Select(month => Say.Month(month.Month))];

    public int Done => Months.Count(month => month.Visit == MonthlyVisit.Done);

    /// <summary>"10 of 12 months; none in March and May 2010".</summary>
    public string VisitWords => Done + Missing.Count == 0 ? "None due yet" : $"{Say.Of(Done, Done + Missing.Count)} months{(Missing.Count == 0 ? "" : $"; none in {Say.List(Missing)}")}";
}

/// <summary>Children's homes: none inadequate, what regulations require, and a visit each month.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class HomesModel(ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    private const int Months = 12;

    /// <summary>Those open, the inadequate and those with overdue requirements or missing visits first.</summary>
    public IReadOnlyList<HomeLine> Homes { get; private set; } = [];

    /// <summary>The last day of the last financial year, and how many were inadequate on it.</summary>
    public (DateOnly On, int Homes) Before { get; private set; }

    public DateOnly Today => clock.Today;

    public void OnGet() => Read();

    public IActionResult OnGetCsv()
    {
        Read();
        return CsvDownload.Of(
            $"childrens-homes-{Today:yyyy-MM-dd}.csv",
            [
                "Home", "Name", "Last judgement", "Judged on", "Requirements", "Open", "Overdue", "Last visit", "Visitor", "Finding",
                .. (Homes.FirstOrDefault()?.Months ?? []).Select(month => $"{month.Month:yyyy-MM}"),
            ],
            Homes.Select(home => (string[])
            [
                home.Provider.Reference, home.Provider.Name, home.Provider.Standing?.Grade ?? "", home.Provider.Standing is { } standing ? $"{standing.From:yyyy-MM-dd}" : "",
                $"{home.Requirements.Made}", $"{home.Requirements.Open}", $"{home.Requirements.Overdue}", home.LastVisit is { } visit ? $"{visit.On:yyyy-MM-dd}" : "", home.LastVisit?.Visitor ?? "", home.LastVisit?.Finding ?? "",
                .. home.Months.Select(month => VisitWords(month.Visit)),
            ]));
    }

    public static string VisitWords(MonthlyVisit visit) => visit switch { MonthlyVisit.Done => "Done", MonthlyVisit.Missing => "Missing", _ => "Not due" };

    private void Read() => database.Read(connection =>
    {
        var homes = HomeReading.Homes(connection);
        var (byReference, visits) = (homes.ToDictionary(home => home.Reference), new MonthlyVisits(homes, Today));
        var (requirements, last) = (HomeRequirements.Read(connection, Today), HomeRequirements.LastVisits(connection));
        Homes =
        [
            .. ProviderReading.Lines(connection, Today).Where(provider => provider.Kind == ProviderKind.ChildrensHome && provider.IsOpen(Today))
                .Select(provider => new HomeLine(
                    provider, requirements.GetValueOrDefault(provider.Reference) ?? new(0, 0, 0), last.GetValueOrDefault(provider.Reference),
                    [.. visits.Last(Months).Select(month => MonthOf(byReference.GetValueOrDefault(provider.Reference), month))]))
                .OrderByDescending(home => home.IsInadequate).ThenByDescending(home => home.Requirements.Overdue).ThenByDescending(home => home.Missing.Count),
        ];
        var ended = Period.YearToDate(Today).From.AddDays(-1);
        Before = (ended, StandingJudgement.Read(connection).Count(judgement => judgement.ProviderKind == ProviderKind.ChildrensHome && judgement.Rank == 0 && judgement.StandsOn(ended)));
        return true;

        (DateOnly, MonthlyVisit, DateOnly?) MonthOf(Home? home, DateOnly month) =>
            home is null ? (month, MonthlyVisit.NotDue, null)
            : (month, visits.Of(home, month), home.Visits.Where(visit => Period.Month(visit).From == month).Select(visit => (DateOnly?)visit).FirstOrDefault());
    });
}

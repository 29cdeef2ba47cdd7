using System.Globalization;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Learning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Learning;

/// <summary>What audits found that learning is to answer, and the learning that is planned and was held.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class IndexModel(WorkforceDb db, BusinessClock clock) : PageModel
{
    private const int MostShown = 30;

    [BindProperty(SupportsGet = true)]
    public string? Locality { get; set; }

    /// <summary>"without" shows those alone that no learning answers.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public DateOnly Today => clock.Today;

    /// <summary>Everything that audits of the last months found.</summary>
    public IReadOnlyList<Need> All { get; private set; } = [];

    public IReadOnlyList<Need> Rows { get; private set; } = [];

    public IEnumerable<Need> Shown => Rows.Take(MostShown);

    /// <summary>All that was not taken back, the newest first.</summary>
    public IReadOnlyList<LearningEvent> Learning { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Titles { get; private set; } = new Dictionary<string, string>();

    public IEnumerable<string> Localities => All.Select(need => need.Locality).Where(locality => locality.Length > 0).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Learning in the common assessment framework that was held, the first first.</summary>
    public IReadOnlyList<LearningEvent> Caf => [.. Learning.Where(learning => learning.IsCaf && learning.IsHeld).OrderBy(learning => learning.On)];

    public string TitleOf(string code) => Titles.GetValueOrDefault(code, $"issue {code}");

    public Task OnGetAsync(CancellationToken cancel) => Read(cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await Read(cancel);
        return CsvDownload.Of(
            $"learning-needs-{Today:yyyy-MM-dd}.csv", ["Practice issue", "Locality", "Team", "Found in", "Audits", "Learning", "Its day"],
            Rows.Select(need => (IReadOnlyList<string>)
            [
                need.Issue, need.Locality, need.Team, Number(need.Found), Number(need.Completed), need.Learning?.Title ?? "", need.Learning is { } learning ? $"{learning.On:yyyy-MM-dd}" : "",
            ]));
    }

    public async Task<IActionResult> OnGetSessionsAsync(CancellationToken cancel)
    {
        await Read(cancel);
        return CsvDownload.Of(
            $"learning-{Today:yyyy-MM-dd}.csv", ["Learning", "Day", "For", "Practice issues", "CAF training", "Staff", "Managers"],
            Learning.Select(one => (IReadOnlyList<string>)
            [
                one.Title, $"{one.On:yyyy-MM-dd}", one.Who, string.Join("; ", one.Issues.Select(TitleOf)), one.IsCaf ? "Yes" : "No",
                one.Staff is { } staff ? Number(staff) : "", one.Managers is { } managers ? Number(managers) : "",
            ]));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task Read(CancellationToken cancel)
    {
        var found = await db.Set<LearningNeed>().AsNoTracking().ToListAsync(cancel);
        Learning = await db.Set<LearningEvent>().AsNoTracking().Where(learning => learning.WithdrawnWhy == null).OrderByDescending(learning => learning.On).ThenByDescending(learning => learning.Id).ToListAsync(cancel);
        Titles = found.GroupBy(need => need.Code).ToDictionary(same => same.Key, same => same.MaxBy(need => need.Month)!.Issue);
        All = Needs.Of(found, Learning, Today);
        Rows = [.. All.Where(need => string.IsNullOrEmpty(Locality) || need.Locality == Locality).Where(need => Show != "without" || need.Learning is null)];
    }
}

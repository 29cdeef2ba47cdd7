using System.Globalization;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Surveys;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Surveys;

/// <summary>Each survey with its rounds, and when the next is.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class IndexModel(WorkforceDb db, BusinessClock clock) : PageModel
{
    public DateOnly Today => clock.Today;

    /// <summary>Each survey with its rounds, the newest first.</summary>
    public IReadOnlyList<(Survey Survey, IReadOnlyList<SurveyRound> Rounds)> Surveys { get; private set; } = [];

    public IEnumerable<Survey> NotYetDue => Surveys.Select(one => one.Survey).Where(survey => survey.Target is not null && survey.IsNotYetDue(Today));

    public Task OnGetAsync(CancellationToken cancel) => Read(cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await Read(cancel);
        return CsvDownload.Of(
            $"surveys-{Today:yyyy-MM-dd}.csv", ["Survey", "Round", "Whose", "Asked", "Answered", "Satisfied", "Percent", "Counts published"],
            from one in Surveys
            from round in one.Rounds
            select (IReadOnlyList<string>)
            [
                one.Survey.Title, $"{round.On:yyyy-MM-dd}", round.Whose, Number(round.Asked), Number(round.Answered), Number(round.Satisfied),
                round.Figure(one.Survey.Value).Value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "", round.Published is null ? "Yes" : "No",
            ]);

        static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    private async Task Read(CancellationToken cancel)
    {
        var rounds = (await db.Set<SurveyRound>().AsNoTracking().OrderByDescending(round => round.On).ThenBy(round => round.Whose).ToListAsync(cancel)).ToLookup(round => round.SurveyId);
        Surveys = [.. (await db.Set<Survey>().AsNoTracking().OrderBy(survey => survey.Id).ToListAsync(cancel)).Select(survey => (survey, (IReadOnlyList<SurveyRound>)[.. rounds[survey.Id]]))];
    }
}

using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Surveys;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Surveys;

/// <summary>Says when a survey is held next, and what it is to reach then.</summary>
[Authorize(Tasks.LookAfterWorkforce)]
internal sealed class NextModel(WorkforceDb db, BusinessClock clock) : EntryForm(db, clock)
{
    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Target { get; set; }

    public Survey Survey { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (!await Find(code, cancel))
            return NotFound();
        (On, Words, Target, Version) = (EnglishDay.Write(Survey.NextOn), Survey.NextWords, PercentText.Write(Survey.Target), Survey.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        if (!await Find(code, cancel))
            return NotFound();
        var (on, target) = (Day(On, nameof(On)), PercentText.Read(Target));
        Text(Words, nameof(Words), null, 200);
        if (!string.IsNullOrWhiteSpace(Target) && target is null)
            ModelState.AddModelError(nameof(Target), $"“{Target.Trim()}” is not a percentage: write it as 69 or 69.5");
        if (!ModelState.IsValid)
            return Page();

        var before = Survey.InLog();
        Db.Expect(Survey, Version);
        Survey.Next(on, TextOrNull(Words), target);
        if (before == Survey.InLog() && Version == Survey.Version)
            return Redirect("/workforce/surveys");
        Db.Record(Actor.Of(User), "said when a survey is held next", Survey.Title, before, Survey.InLog());
        return await Save("/workforce/surveys", () => Db.SaveChangesAsync(cancel), async () =>
        {
            await Find(code, cancel);
            return (Survey.Version, SavedField.Of(
                ("Day", EnglishDay.Write(Survey.NextOn), EnglishDay.Write(on)), ("In words", Survey.NextWords, TextOrNull(Words)), ("Target", PercentText.Write(Survey.Target), PercentText.Write(target))));
        });
    }

    private async Task<bool> Find(string code, CancellationToken cancel)
    {
        if (await Db.Set<Survey>().SingleOrDefaultAsync(survey => survey.Code == code, cancel) is not { } found)
            return false;
        Survey = found;
        return true;
    }
}

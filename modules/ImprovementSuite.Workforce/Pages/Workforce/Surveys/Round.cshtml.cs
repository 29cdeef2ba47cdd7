using System.Globalization;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Surveys;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Surveys;

/// <summary>Enters a round of a survey, or corrects one: its counts, or the percentage that was published without them.</summary>
[Authorize(Tasks.LookAfterWorkforce)]
internal sealed class RoundModel(WorkforceDb db, BusinessClock clock, Doorbell doorbell) : EntryForm(db, clock)
{
    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Whose { get; set; }

    [BindProperty]
    public string? Asked { get; set; }

    [BindProperty]
    public string? Answered { get; set; }

    [BindProperty]
    public string? Satisfied { get; set; }

    [BindProperty]
    public string? Published { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Survey Survey { get; private set; } = null!;

    public SurveyRound? Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, int? id, CancellationToken cancel)
    {
        if (!await Find(code, id, cancel))
            return NotFound();
        if (Known is { } known)
            (On, Whose, Asked, Answered, Satisfied, Published, Note, Version) =
                (EnglishDay.Write(known.On), known.Whose, Digits(known.Asked), Digits(known.Answered), Digits(known.Satisfied), PercentText.Write(known.Published), known.Note, known.Version);
        else
            Asked = Digits(Survey.Population);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, int? id, CancellationToken cancel)
    {
        if (!await Find(code, id, cancel))
            return NotFound();
        var on = PastDay(On, nameof(On), $"Give the day that stands for the round, such as {Say.Date(Today)}");
        Text(Whose, nameof(Whose), null, LongestName);
        Text(Note, nameof(Note), null);
        var (asked, answered, satisfied) = (Whole(Asked, nameof(Asked), null), Whole(Answered, nameof(Answered), null), Whole(Satisfied, nameof(Satisfied), null));
        var published = PercentText.Read(Published);
        if (!string.IsNullOrWhiteSpace(Published) && published is null)
            ModelState.AddModelError(nameof(Published), $"“{Published.Trim()}” is not a percentage: write it as 64 or 64.5");
        if (ModelState.IsValid)
            Check(asked, answered, satisfied, published);
        if (!ModelState.IsValid)
            return Page();
        if (await Db.Set<SurveyRound>().AnyAsync(round => round.SurveyId == Survey.Id && round.On == on && round.Whose == (Whose ?? "").Trim() && round.Id != (id ?? 0), cancel))
        {
            ModelState.AddModelError(nameof(On), $"A round of {Say.Date(on!.Value)} is here already: correct that one, or give another day");
            return Page();
        }

        var (before, dayBefore) = (Known?.InLog(), Known?.On);
        var round = Known ?? Db.Add(new SurveyRound { SurveyId = Survey.Id }).Entity;
        if (Known is not null)
            Db.Expect(round, Version);
        if (published is { } percent)
            round.State(on!.Value, Whose?.Trim() ?? "", percent, TextOrNull(Note));
        else
            round.Count(on!.Value, Whose?.Trim() ?? "", asked, answered!.Value, Survey.Value == SurveyValue.Satisfied ? satisfied : null, TextOrNull(Note));
        Db.Record(Actor.Of(User), before is null ? "entered a round of a survey" : "corrected a round of a survey", Survey.Title, before, round.InLog());
        return await Save(
            "/workforce/surveys",
            async () =>
            {
                await Db.SaveAndCountAnew(new[] { dayBefore, on }.OfType<DateOnly>().Distinct().Select(day => (Survey.Code, day)), cancel);
                doorbell.Ring(WorkforceModule.Name);
            },
            async () =>
            {
                await Find(code, id, cancel);
                return Known is not { } theirs ? null : (theirs.Version, SavedField.Of(
                    ("Day", EnglishDay.Write(theirs.On), EnglishDay.Write(on)), ("Whose", theirs.Whose, Whose), ("Asked", Digits(theirs.Asked), Digits(asked)), ("Answered", Digits(theirs.Answered), Digits(answered)),
                    ("Satisfied", Digits(theirs.Satisfied), Digits(satisfied)), ("Published", PercentText.Write(theirs.Published), PercentText.Write(published)), ("Note", theirs.Note, TextOrNull(Note))));
            });
    }

    /// <summary>Counts or a published percentage: one of the two, and counts that fit each other.</summary>
    private void Check(int? asked, int? answered, int? satisfied, int? published)
    {
        if (published is not null)
        {
            if (asked is not null || answered is not null || satisfied is not null)
                ModelState.AddModelError(nameof(Published), "Give the counts, or the percentage where the counts were not published: not both");
            return;
        }
        var response = Survey.Value == SurveyValue.Response;
        if (response && asked is null or 0)
            ModelState.AddModelError(nameof(Asked), "Say how many were asked, or give the published percentage below");
        if (answered is null || (!response && answered == 0))
            ModelState.AddModelError(nameof(Answered), "Say how many answered, or give the published percentage below");
        if (!response && satisfied is null)
            ModelState.AddModelError(nameof(Satisfied), "Say how many were satisfied, or give the published percentage below");
        if (answered > asked)
            ModelState.AddModelError(nameof(Answered), $"{Say.Number(answered.Value)} is more than the {Say.Number(asked.Value)} that were asked: correct one of them");
        if (satisfied > answered)
            ModelState.AddModelError(nameof(Satisfied), $"{Say.Number(satisfied.Value)} is more than the {Say.Number(answered.Value)} that answered: correct one of them");
    }

    private async Task<bool> Find(string code, int? id, CancellationToken cancel)
    {
        if (await Db.Set<Survey>().AsNoTracking().SingleOrDefaultAsync(survey => survey.Code == code, cancel) is not { } found)
            return false;
        Survey = found;
        Known = id is null ? null : await Db.Set<SurveyRound>().SingleOrDefaultAsync(round => round.Id == id && round.SurveyId == found.Id, cancel);
        return id is null || Known is not null;
    }
}

/// <summary>A percentage as it is typed: 64, 64.5 or 64%; kept in hundredths.</summary>
internal static class PercentText
{
    public static int? Read(string? typed) =>
        decimal.TryParse(typed?.Trim().TrimEnd('%'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var percent)
        && percent is >= 0 and <= 100 && decimal.Truncate(percent * 100) == percent * 100 ? (int)(percent * 100) : null;

    public static string? Write(int? hundredths) => hundredths is { } known ? (known / 100m).ToString("0.##", CultureInfo.InvariantCulture) : null;
}

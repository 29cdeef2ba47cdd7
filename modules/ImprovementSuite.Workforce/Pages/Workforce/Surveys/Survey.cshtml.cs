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

/// <summary>Adds a survey, or changes what one is called and asks. What it is read for stays as it was, because its rounds were counted by it.</summary>
[Authorize(Tasks.LookAfterWorkforce)]
internal sealed class SurveyModel(WorkforceDb db, BusinessClock clock, Doorbell doorbell) : EntryForm(db, clock)
{
    private const string Back = "/workforce/surveys";

    public static readonly IReadOnlyList<(string, string)> Values =
        [(nameof(SurveyValue.Satisfied), "How many are satisfied, of those who answer"), (nameof(SurveyValue.Response), "How many answer, of those asked")];

    [BindProperty]
    public string? SurveyTitle { get; set; }

    [BindProperty]
    public string? Asks { get; set; }

    [BindProperty]
    public SurveyValue Value { get; set; } = SurveyValue.Satisfied;

    [BindProperty]
    public string? Population { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Target { get; set; }

    /// <summary>Null while it is added.</summary>
    public Survey? Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancel)
    {
        if (!await Find(code, cancel))
            return NotFound();
        if (Known is { } known)
            (SurveyTitle, Asks, Population, Version) = (known.Title, known.Asks, Digits(known.Population), known.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancel)
    {
        if (!await Find(code, cancel) || !Enum.IsDefined(Value))
            return NotFound();
        Text(SurveyTitle, nameof(SurveyTitle), "Give its name, such as Newly qualified social worker survey", LongestName);
        Text(Asks, nameof(Asks), "Say whom it asks what, such as newly qualified social workers whether they are well supported");
        var (population, on, target) = (Whole(Population, nameof(Population), null), Day(On, nameof(On)), PercentText.Read(Target));
        if (!string.IsNullOrWhiteSpace(Target) && target is null)
            ModelState.AddModelError(nameof(Target), $"“{Target.Trim()}” is not a percentage: write it as 69 or 69.5");
        var others = (await Db.Set<Survey>().AsNoTracking().Select(survey => new { survey.Code, survey.Title }).ToListAsync(cancel)).Where(other => other.Code != Known?.Code).ToList();
        if (others.Exists(other => string.Equals(other.Title, SurveyTitle?.Trim(), StringComparison.OrdinalIgnoreCase)))
            ModelState.AddModelError(nameof(SurveyTitle), "There is a survey of this name already: enter its rounds there, or give another name");
        if (!ModelState.IsValid)
            return Page();

        var (title, asks, before) = (SurveyTitle!.Trim(), Asks!.Trim(), Known?.Description);
        var survey = Known ?? Db.Add(new Survey { Code = Survey.NewCode(title, [.. others.Select(other => other.Code)]), Value = Value }).Entity;
        survey.Describe(title, asks, population);
        if (Known is null)
            survey.Next(on, null, target);
        else
            Db.Expect(survey, Version);
        Db.Record(Actor.Of(User), before is null ? "added a survey" : "changed what a survey asks", survey.Title, before, before is null ? $"{survey.Description}. {survey.InLog()}" : survey.Description);
        return await Save(
            Back,
            async () =>
            {
                await Db.SaveChangesAsync(cancel);
                doorbell.Ring(WorkforceModule.Name);
            },
            async () => await Find(code ?? survey.Code, cancel) && Known is { } theirs
                ? (theirs.Version, SavedField.Of(("Its name", theirs.Title, title), ("Whom it asks what", theirs.Asks, asks), ("About how many", Digits(theirs.Population), Digits(population))))
                : null);
    }

    private async Task<bool> Find(string? code, CancellationToken cancel)
    {
        Known = code is null ? null : await Db.Set<Survey>().SingleOrDefaultAsync(survey => survey.Code == code, cancel);
        return code is null || Known is not null;
    }
}

using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Readiness;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Ready;

/// <summary>The service says how ready a provider is: the window of its next inspection, a self-assessment and the grade that it expects.</summary>
[Authorize(Tasks.WorkOnRecommendations)]
internal sealed class ServiceModel(InspectionsDb db, ModuleDatabase<InspectionsDb> database, BusinessClock clock) : EntryForm(db, clock)
{
    /// <summary>The version of what nobody has said: whoever says it meanwhile is seen by it.</summary>
    private const int NotSaid = -1;

    private const int LongestAssessment = 4_000;

    /// <summary>How far ahead a next inspection is looked for.</summary>
    private const int YearsAhead = 3;

    [BindProperty]
    public string? WindowFrom { get; set; }

    [BindProperty]
    public string? WindowTo { get; set; }

    [BindProperty]
    public string? Framework { get; set; }

    [BindProperty]
    public string? Grade { get; set; }

    [BindProperty]
    public string? SelfAssessment { get; set; }

    public Provider Provider { get; private set; } = null!;

    public ProviderReadiness? Known { get; private set; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Framework> Frameworks { get; private set; } = [];

    public string Back => Addresses.Readiness(Provider.Reference);

    /// <summary>What its next inspection may judge by: in force, or soon to be. What was said by another stays until it is said anew.</summary>
    public IEnumerable<Framework> Offered => Frameworks.Where(framework =>
        framework.Code == Known?.Framework || (framework.Judges(SourceKind.Inspection, Provider.Kind) && framework.StartsOn <= Today.AddYears(YearsAhead) && !(framework.EndsOn < Today)));

    public IEnumerable<(string, string)> FrameworkChoices => Offered.Select(framework => (framework.Code, framework.Title));

    /// <summary>The grades of every version that can be chosen; one that the chosen version does not have is refused.</summary>
    public IEnumerable<(string, string)> GradeChoices =>
        Offered.SelectMany(framework => framework.Grades).Distinct().Select(grade => (grade, JudgementWords.Capital(grade))).Prepend(("", "Choose a grade"));

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await Find(reference, cancel))
            return NotFound();
        (Version, Framework) = (Known?.Version ?? NotSaid, Known?.Framework ?? ReadinessReading.Usual(Offered, Last(), Today)?.Code);
        if (Known is { } known)
            (WindowFrom, WindowTo, Grade, SelfAssessment) = (EnglishDay.Write(known.WindowFrom), EnglishDay.Write(known.WindowTo), known.ServiceGrade, known.SelfAssessment);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await Find(reference, cancel))
            return NotFound();
        var by = Actor.Of(User);
        var (from, to) = (Day(WindowFrom, nameof(WindowFrom)), Day(WindowTo, nameof(WindowTo)));
        if (to < from)
            ModelState.AddModelError(nameof(WindowTo), $"The window ends before it begins on {Say.Date(from.Value)}: correct one of the days");
        else if (to < Today)
            ModelState.AddModelError(nameof(WindowTo), $"{Say.Date(to.Value)} has passed: give the window of the next inspection, or leave it empty where nobody knows it");
        var framework = Chosen(from);
        if (string.IsNullOrWhiteSpace(Grade))
            ModelState.AddModelError(nameof(Grade), "Choose the grade that the service expects");
        else if (framework is not null && framework.RankOf(Grade) is null)
            ModelState.AddModelError(nameof(Grade), $"{framework.Title} has no grade “{Grade}”: choose one of {Say.List(framework.Grades)}");
        Text(SelfAssessment, nameof(SelfAssessment), "Say what the service finds of itself, and what shows it", LongestAssessment);
        if (Known?.ReviewerById == by.Id)
            ModelState.AddModelError("", "You reviewed it: somebody of the service gives the service’s view, so that the two stay two");
        if (!ModelState.IsValid)
            return Page();

        var before = Known?.ServiceInLog();
        var said = Known ?? Db.Add(new ProviderReadiness { ProviderRef = Provider.Reference }).Entity;
        if (Known is not null)
            Db.Expect(said, Version);
        else if (Version != NotSaid)
            return await Save(Back, () => throw new DbUpdateConcurrencyException(), Differences);
        said.Assess(from, to, framework!, Grade!, SelfAssessment!.Trim().ReplaceLineEndings("\n"), by, Today);
        Db.Record(by, before is null ? "said how ready a provider is" : "changed how ready a provider is", Provider.Name, before, said.ServiceInLog());
        return await Save(Back, () => Db.SaveChangesAsync(cancel), Differences);

        async Task<(int, IReadOnlyList<SavedField>)?> Differences()
        {
            await Find(reference, cancel);
            return Known is not { } theirs ? null : (theirs.Version, SavedField.Of(
                ("Window from", EnglishDay.Write(theirs.WindowFrom), EnglishDay.Write(from)), ("Window to", EnglishDay.Write(theirs.WindowTo), EnglishDay.Write(to)),
                ("Framework", theirs.Framework, Framework), ("Expected grade", theirs.ServiceGrade, Grade), ("Self-assessment", theirs.SelfAssessment, SelfAssessment?.ReplaceLineEndings("\n"))));
        }
    }

    /// <summary>The chosen version, where it is in force on the day from which the next inspection is expected.</summary>
    private Framework? Chosen(DateOnly? from)
    {
        var day = from > Today ? from.Value : Today;
        var chosen = Frameworks.SingleOrDefault(framework => framework.Code == Framework);
        if (chosen is null)
            ModelState.AddModelError(nameof(Framework), "Choose the framework by which the next inspection judges");
        else if (!chosen.Judges(SourceKind.Inspection, Provider.Kind))
            ModelState.AddModelError(nameof(Framework), $"{chosen.Title} does not judge inspections of {Provider.Kind.Words().ToLowerInvariant()}: choose another");
        else if (!chosen.IsInForce(day))
            ModelState.AddModelError(nameof(Framework), $"{chosen.Title} is not in force on {Say.Date(day)}: choose one that is, {Say.List([.. Offered.Where(framework => framework.IsInForce(day)).Select(framework => framework.Title)])}");
        return chosen;
    }

    private JudgedReport? Last() => database.Read(connection => JudgedReports.Read(connection, Provider.Reference)).LastOrDefault();

    private async Task<bool> Find(string reference, CancellationToken cancel)
    {
        reference = Addresses.Read(reference);
        Provider = (await Db.Providers.AsNoTracking().FirstOrDefaultAsync(provider => provider.Reference == reference && provider.Counts, cancel))!;
        Known = await Db.Set<ProviderReadiness>().SingleOrDefaultAsync(said => said.ProviderRef == reference, cancel);
        Frameworks = await Db.Frameworks.AsNoTracking().OrderByDescending(framework => framework.StartsOn).ToListAsync(cancel);
        return Provider?.IsOpen(Today) == true;
    }
}

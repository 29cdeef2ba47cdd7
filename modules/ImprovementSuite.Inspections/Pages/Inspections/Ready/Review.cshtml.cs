using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Readiness;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Ready;

/// <summary>A reviewer says which grade they expect, having read what the service says of itself. Nobody reviews their own view.</summary>
[Authorize(Tasks.ValidateRecommendations)]
internal sealed class ReviewModel(InspectionsDb db, BusinessClock clock) : EntryForm(db, clock)
{
    private const int LongestWhy = 2_000;

    [BindProperty]
    public string? Grade { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Provider Provider { get; private set; } = null!;

    public ProviderReadiness Known { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    public string Back => Addresses.Readiness(Provider.Reference);

    public IEnumerable<(string, string)> GradeChoices => Framework.Grades.Select(grade => (grade, JudgementWords.Capital(grade))).Prepend(("", "Choose a grade"));

    /// <summary>Why nobody, or not this person, can review it as it stands; null where they may.</summary>
    public string? MayNot =>
        Known.ServiceById == Actor.Of(User).Id ? "You gave the service’s view: somebody else reviews it"
        : !Framework.IsInForce(Known.WindowFrom > Today ? Known.WindowFrom.Value : Today) ? $"{Framework.Title} is not in force any more: the service assesses it anew, then it is reviewed"
        : null;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await Find(reference, cancel))
            return NotFound();
        (Version, Grade, Why) = (Known.Version, Known.ReviewerGrade, Known.ReviewerWhy);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await Find(reference, cancel))
            return NotFound();
        if (MayNot is { } not)
            ModelState.AddModelError("", not);
        if (string.IsNullOrWhiteSpace(Grade))
            ModelState.AddModelError(nameof(Grade), "Choose the grade that you expect");
        else if (Framework.RankOf(Grade) is null)
            ModelState.AddModelError(nameof(Grade), $"{Framework.Title} has no grade “{Grade}”: choose one of {Say.List(Framework.Grades)}");
        Text(Why, nameof(Why), "Say what you looked at and what you found", LongestWhy);
        if (!ModelState.IsValid)
            return Page();

        var (by, before) = (Actor.Of(User), Known.ReviewInLog());
        Db.Expect(Known, Version);
        Known.Review(Grade!, Why!.Trim().ReplaceLineEndings("\n"), by, Today);
        Db.Record(by, "reviewed how ready a provider is", Provider.Name, before, Known.ReviewInLog());
        return await Save(Back, () => Db.SaveChangesAsync(cancel), async () =>
        {
            await Find(reference, cancel);
            return Known is not { } theirs ? null : (theirs.Version, SavedField.Of(
                ("Grade that you expect", theirs.ReviewerGrade, Grade), ("What you found", theirs.ReviewerWhy, Why?.ReplaceLineEndings("\n"))));
        });
    }

    private async Task<bool> Find(string reference, CancellationToken cancel)
    {
        reference = Addresses.Read(reference);
        Provider = (await Db.Providers.AsNoTracking().FirstOrDefaultAsync(provider => provider.Reference == reference && provider.Counts, cancel))!;
        Known = (await Db.Set<ProviderReadiness>().SingleOrDefaultAsync(said => said.ProviderRef == reference, cancel))!;
        if (Provider?.IsOpen(Today) != true || Known is null)
            return false;
        Framework = await Db.Frameworks.AsNoTracking().SingleAsync(framework => framework.Code == Known.Framework, cancel);
        return true;
    }
}

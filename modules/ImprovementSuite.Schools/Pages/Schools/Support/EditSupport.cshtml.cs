using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>Opens a school's support plan, or changes the one that is open: who supports it, to what end, when that is looked at again, and how it goes.</summary>
[Authorize(Tasks.SupportSchools)]
internal sealed class EditSupportModel(SchoolsDb db, BusinessClock clock) : SchoolForm(db, clock)
{
    /// <summary>The open plan; null while there is none.</summary>
    public SupportPlan? Known { get; private set; }

    /// <summary>The plan that the person had before them; null where there was none.</summary>
    [BindProperty]
    public int? Plan { get; set; }

    [BindProperty]
    public string? Adviser { get; set; }

    [BindProperty]
    public string? Aim { get; set; }

    [BindProperty]
    public string? NextReview { get; set; }

    [BindProperty]
    public string? Colour { get; set; }

    [BindProperty]
    public string? ColourWhy { get; set; }

    public static IEnumerable<(string Value, string Title)> Colours => Enum.GetNames<SupportColour>().Select(name => (name, name)).Prepend(("", "Not said yet"));

    public async Task<IActionResult> OnGetAsync(int urn, CancellationToken cancel)
    {
        if (!await Find(urn, cancel))
            return NotFound();
        Known = await Open(cancel);
        (Plan, Version) = (Known?.Id, Known?.Version);
        if (Known is { } plan)
            (Adviser, Aim, NextReview, Colour, ColourWhy) = (plan.Adviser, plan.Aim, EnglishDay.Write(plan.NextReviewOn), plan.Colour?.ToString(), plan.ColourWhy);
        else
            Adviser = (await Db.Notes.AsNoTracking().SingleOrDefaultAsync(note => note.Urn == urn, cancel))?.Adviser;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int urn, CancellationToken cancel)
    {
        if (!await Find(urn, cancel))
            return NotFound();
        Known = await Open(cancel);
        var (review, colour) = Check();
        if (!ModelState.IsValid)
            return Page();
        if (Known?.Id != Plan)
            return await ShowMeanwhile(cancel);

        var before = Known?.InLog();
        var plan = Known ?? Db.SupportPlans.Add(new SupportPlan { Urn = urn, OpenedOn = Today }).Entity;
        plan.Set(Adviser!.Trim(), TextOrNull(Aim)!, review);
        if (colour is { } said && (said != plan.Colour || TextOrNull(ColourWhy) != plan.ColourWhy))
            plan.Rate(said, TextOrNull(ColourWhy)!, Today);
        var after = plan.InLog();
        if (Known is not null)
        {
            Db.Expect(plan, Version ?? 0);
            if (before == after && Version == plan.Version)
                return Redirect(Back);
        }
        Db.Record(Actor.Of(User), before is null ? "opened a support plan" : "changed a support plan", Subject, before, after);
        return await Save(() => ShowMeanwhile(cancel), cancel);
    }

    private (DateOnly? Review, SupportColour? Colour) Check()
    {
        Text(Adviser, nameof(Adviser), "Say who supports the school", LongestName);
        Text(Aim, nameof(Aim), "Say what the support is to bring about", LongestText);
        var review = Day(NextReview, nameof(NextReview), $"Give the day of the next review, such as {Say.Date(Today.AddMonths(1))}");
        if (review < Today && review != Known?.NextReviewOn)
            ModelState.AddModelError(nameof(NextReview), $"{Say.Date(review.Value)} has passed: give a day from today, {Say.Date(Today)}, on");
        SupportColour? colour = Colours.Any(known => known.Value == Colour) && Enum.TryParse<SupportColour>(Colour, out var chosen) ? chosen : null;
        if (!string.IsNullOrEmpty(Colour) && colour is null)
            ModelState.AddModelError(nameof(Colour), "Choose a colour from the list");
        if (colour is null && Known?.Colour is not null && string.IsNullOrEmpty(Colour))
            ModelState.AddModelError(nameof(Colour), $"It has been {Known.Colour} since {Say.Date(Known.ColourOn!.Value)}: choose how it goes now");
        Text(ColourWhy, nameof(ColourWhy), colour is { } said ? $"Say why it is {said.ToString().ToLowerInvariant()}" : null, LongestReason);
        if (colour is null && string.IsNullOrEmpty(Colour) && Known?.Colour is null && !string.IsNullOrWhiteSpace(ColourWhy))
            ModelState.AddModelError(nameof(Colour), "Choose the colour that this is the reason for");
        return (review, colour);
    }

    private async Task<IActionResult> ShowMeanwhile(CancellationToken cancel)
    {
        Db.ChangeTracker.Clear();
        Known = await Open(cancel);
        (Plan, Version) = (Known?.Id, Known?.Version);
        if (Known is not { } theirs)
        {
            ModelState.AddModelError("", "Somebody else has closed this plan while you were writing. Nothing of yours is lost: to save it opens a new plan");
            return Page();
        }
        ModelState.AddModelError("", SavedField.Sentence());
        Meanwhile = SavedField.Of(
            ("Adviser", theirs.Adviser, Adviser), ("Aim", theirs.Aim, TextOrNull(Aim)), ("Next review", EnglishDay.Write(theirs.NextReviewOn), EnglishDay.Write(EnglishDay.Read(NextReview))),
            ("Colour", theirs.Colour?.ToString(), Colour), ("Why", theirs.ColourWhy, TextOrNull(ColourWhy)));
        return Page();
    }

    private Task<SupportPlan?> Open(CancellationToken cancel) => Db.SupportPlans.SingleOrDefaultAsync(plan => plan.Urn == School.Urn && plan.ClosedOn == null, cancel);
}

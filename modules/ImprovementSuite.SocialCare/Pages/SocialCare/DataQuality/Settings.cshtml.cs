using System.ComponentModel.DataAnnotations;
using Hangfire;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.DataQuality;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.DataQuality;

/// <summary>From when on the rules find something too long or too late, and what a grade asks for. A change has everything checked again.</summary>
[Authorize(Tasks.ChangeDefinitions)]
internal sealed class SettingsModel(SocialCareDb db, IBackgroundJobClient jobs) : PageModel
{
    /// <summary>The settings as fields of the form, in its order.</summary>
    private static readonly QualitySetting[] Fields =
    [
        new(nameof(QualitySettings.AssessmentTimesLimit), "An open assessment may take so many times its limit", 1, 20, s => s.AssessmentTimesLimit, (s, value) => s.AssessmentTimesLimit = value),
        new(nameof(QualitySettings.DecisionWorkingDays), "Working days in which a referral is decided", 1, 100, s => s.DecisionWorkingDays, (s, value) => s.DecisionWorkingDays = value),
        new(nameof(QualitySettings.EntryWorkingDays), "Working days in which a record is entered", 0, 100, s => s.EntryWorkingDays, (s, value) => s.EntryWorkingDays = value),
        new(nameof(QualitySettings.EarlyHelpMonths), "Months without an initial assessment after early help that replaced it", 1, 24, s => s.EarlyHelpMonths, (s, value) => s.EarlyHelpMonths = value),
        new(nameof(QualitySettings.SupervisionMonths), "Months in which a worker with open cases is supervised", 1, 24, s => s.SupervisionMonths, (s, value) => s.SupervisionMonths = value),
        new(nameof(QualitySettings.PercentForA), "Grade A: less than so many percent of the records fail", 1, 100, s => s.PercentForA, (s, value) => s.PercentForA = value),
        new(nameof(QualitySettings.PercentForB), "Grade B: less than so many percent of the records fail", 1, 100, s => s.PercentForB, (s, value) => s.PercentForB = value),
        new(nameof(QualitySettings.FreshDays), "Days that the newest batch of a daily figure may be old", 1, 366, s => s.FreshDays, (s, value) => s.FreshDays = value),
        new(nameof(QualitySettings.FreshDaysMonthly), "The same for a monthly figure", 1, 366, s => s.FreshDaysMonthly, (s, value) => s.FreshDaysMonthly = value),
    ];

    /// <summary>The version of the settings that the person had before them.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty, Required(ErrorMessage = "Say why, such as the decision and its date"), StringLength(500, ErrorMessage = "The reason has 500 characters at most")]
    public string? Why { get; set; }

    public IReadOnlyList<(string Name, string Label, string Value)> Form { get; private set; } = [];

    public IReadOnlyList<SavedField> Meanwhile { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var settings = await db.Set<QualitySettings>().AsNoTracking().SingleAsync(HttpContext.RequestAborted);
        (Version, Form) = (settings.Version, [.. Fields.Select(field => (field.Name, field.Label, field.Read(settings).ToString()))]);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var cancel = HttpContext.RequestAborted;
        Form = [.. Fields.Select(field => (field.Name, field.Label, Request.Form[field.Name].ToString()))];
        var settings = await db.Set<QualitySettings>().SingleAsync(cancel);
        var before = settings.InLog();
        foreach (var (field, typed) in Fields.Zip(Form.Select(row => row.Value)))
            if (int.TryParse(typed.Trim(), out var value) && value >= field.Least && value <= field.Most)
                field.Write(settings, value);
            else
                ModelState.AddModelError(field.Name, $"Give a whole number from {field.Least} to {field.Most}");
        if (ModelState.IsValid && settings.PercentForB <= settings.PercentForA)
            ModelState.AddModelError(nameof(QualitySettings.PercentForB), $"Grade B asks for less than grade A: give more than {settings.PercentForA}");
        if (!ModelState.IsValid)
            return Page();
        if (settings.InLog() == before)
            return Redirect("/social-care/data-quality");

        db.Expect(settings, Version);
        db.Record(Actor.Of(User), "changed the data quality settings", "Social care", before, settings.InLog(), Why!.Trim());
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var theirs = await db.Set<QualitySettings>().AsNoTracking().SingleAsync(cancel);
            ModelState.AddModelError("", SavedField.Sentence());
            Meanwhile = SavedField.Of([.. Fields.Zip(Form, (field, row) => (field.Label, (string?)field.Read(theirs).ToString(), (string?)row.Value))]);
            // Whoever saves now has seen what stands.
            Version = theirs.Version;
            ModelState.Remove(nameof(Version));
            return Page();
        }
        jobs.Enqueue<QualityWork>(work => work.Run());
        TempData["Checking"] = true;
        return Redirect("/social-care/data-quality");
    }

    private sealed record QualitySetting(string Name, string Label, int Least, int Most, Func<QualitySettings, int> Read, Action<QualitySettings, int> Write);
}

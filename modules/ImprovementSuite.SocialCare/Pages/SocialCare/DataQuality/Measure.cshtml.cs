using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.DataQuality;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.DataQuality;

/// <summary>How far a measure can be trusted, how its grade came about, and the rules that lead down to the records.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class MeasureModel(ModuleDatabase<SocialCareDb> database, BusinessClock clock) : PageModel
{
    public CaseMeasure Measure { get; private set; } = null!;

    /// <summary>The grade as the last run gave it; null where there is nothing to grade.</summary>
    public GradedMeasure? Graded { get; private set; }

    public QualitySettings Settings { get; private set; } = null!;

    public bool IsFresh => Grading.IsFresh(Settings, Measure.Definition.Frequency, Graded!.NewestOn, clock.Today);

    public IReadOnlyList<(Rule Rule, long Failing)> Rules { get; private set; } = [];

    public IActionResult OnGet(string code) => database.Read<IActionResult>(connection =>
    {
        var book = RuleBook.Read(connection);
        if (book.Measure(code) is not { } measure)
            return NotFound();
        (Measure, Settings) = (measure, book.Settings);
        Graded = Grading.Read(connection).GetValueOrDefault(measure.Definition.Code);
        Rules = new MeasureFailures(book, measure, clock.Today).ByRule(connection);
        return Page();
    });
}

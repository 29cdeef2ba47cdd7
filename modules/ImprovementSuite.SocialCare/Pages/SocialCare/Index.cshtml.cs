using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.DataQuality;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>The module's measures at a glance, and the work that is open.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class IndexModel(ModuleDatabase<SocialCareDb> database, BusinessClock clock) : PageModel
{
    public IReadOnlyList<MeasureFigures> Measures { get; private set; } = [];

    public IReadOnlyList<OpenWork> Open { get; private set; } = [];

    /// <summary>How far each measure can be trusted, by its code.</summary>
    public IReadOnlyDictionary<string, GradedMeasure> Trust { get; private set; } = new Dictionary<string, GradedMeasure>();

    /// <summary>The months that stand beside the year so far, newest first.</summary>
    public IReadOnlyList<DateOnly> Months => [.. Measures.SelectMany(m => m.Months).Select(m => m.Month).Distinct().OrderDescending()];

    public DateOnly Today => clock.Today;

    public void OnGet() => (Measures, Open, Trust) = database.Read(connection =>
        (CaseFigures.Measures(connection, clock.Today), CaseFigures.Open(connection, clock.Today), Grading.Read(connection)));
}

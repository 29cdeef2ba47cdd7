using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Inspections.Pages.Inspections.ReportsOf;

/// <summary>Every inspection, visit and review that ended in a report, by kind.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ReportsModel(ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public IReadOnlyList<ReportLine> All { get; private set; } = [];

    public IReadOnlyList<ReportLine> Shown { get; private set; } = [];

    public static IEnumerable<(string, string)> Kinds => Enum.GetValues<SourceKind>().Select(kind => (kind.ToString(), kind.Words())).Prepend(("", "All kinds"));

    public IActionResult OnGet()
    {
        var kind = Enum.GetValues<SourceKind>().Cast<SourceKind?>().FirstOrDefault(one => one.ToString() == Kind);
        if (kind is null && !string.IsNullOrEmpty(Kind))
            return NotFound();
        All = database.Read(connection => ReportReading.Lines(connection, clock.Today));
        Shown = [.. All.Where(report => kind is null || report.Kind == kind)];
        return Page();
    }
}

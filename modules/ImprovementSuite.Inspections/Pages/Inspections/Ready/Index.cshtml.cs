using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Readiness;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Ready;

/// <summary>How ready each provider is for its next inspection: what the service expects beside what a reviewer does. Those never assessed stand apart.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ReadinessModel(InspectionsDb db, ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    public IReadOnlyList<ReadinessLine> Assessed { get; private set; } = [];

    public IReadOnlyList<ReadinessLine> Never { get; private set; } = [];

    /// <summary>Providers whose readiness another system looks after, unless they were assessed here.</summary>
    public IReadOnlyList<ProviderKind> LeftOut { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public Task OnGetAsync(CancellationToken cancel) => Read(cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await Read(cancel);
        return CsvDownload.Of(
            $"readiness-{Today:yyyy-MM-dd}.csv",
            ["Provider", "Name", "Kind", "Service", "Window from", "Window to", "Last judgement", "Judged on", "Open recommendations", "Overdue", "Framework", "Service expects", "On", "Reviewer expects", "On", "Difference", "Evidence"],
            Assessed.Concat(Never).Select(line => (string[])
            [
                line.Provider.Reference, line.Provider.Name, line.Provider.Kind.Words(), line.Provider.Service, Day(line.Said?.WindowFrom), Day(line.Said?.WindowTo), line.Provider.Last?.Words ?? "",
                Day(line.Provider.Last?.On), $"{line.Provider.Open}", $"{line.Provider.Overdue}", line.Framework?.Code ?? "", line.Said?.ServiceGrade ?? "", Day(line.Said?.ServiceOn), line.Said?.ReviewerGrade ?? "",
                Day(line.Said?.ReviewerOn), line.DifferenceWords, $"{line.Evidence}",
            ]));

        static string Day(DateOnly? day) => day is { } one ? $"{one:yyyy-MM-dd}" : "";
    }

    private async Task Read(CancellationToken cancel)
    {
        var lines = await ReadinessReading.Lines(db, database, Today, cancel);
        LeftOut = await db.Settings.Select(settings => settings.LeftOut).SingleAsync(cancel);
        Assessed = [.. lines.Where(line => line.Said is not null)];
        Never = [.. lines.Where(line => line.Said is null && !LeftOut.Contains(line.Provider.Kind)).OrderByDescending(line => line.Provider.Overdue).ThenByDescending(line => line.Provider.Open)];
    }
}

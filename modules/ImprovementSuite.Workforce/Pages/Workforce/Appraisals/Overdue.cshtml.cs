using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Workforce.Appraisals;
using ImprovementSuite.Workforce.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Workforce.Pages.Workforce.Appraisals;

/// <summary>Whose appraisal or supervision is overdue. Each view is kept in the change log.</summary>
[Authorize(Tasks.ReadStaff)]
internal sealed class OverdueModel(WorkforceDb db, ModuleDatabase<WorkforceDb> database, BusinessClock clock) : AppraisalPage(clock)
{
    private const int MostShown = 500;

    public IReadOnlyList<OverdueAppraisal> Overdue { get; private set; } = [];

    public IEnumerable<OverdueAppraisal> Shown => Overdue.Take(MostShown);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Read("viewed", cancel))
            return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        if (!await Read("downloaded", cancel))
            return NotFound();
        return CsvDownload.Of(
            $"overdue-{(Kind == AppraisalKind.Pdr ? "pdr" : "supervision")}-{On:yyyy-MM-dd}.csv", ["Person", "Locality", "Team", "Cycle from", "Due on"],
            Overdue.Select(one => (IReadOnlyList<string>)[one.Person, one.Place.Locality, one.Place.Team, $"{one.CycleFrom:yyyy-MM-dd}", $"{one.DueOn:yyyy-MM-dd}"]));
    }

    private async Task<bool> Read(string did, CancellationToken cancel)
    {
        if (!ReadAddress())
            return false;
        Overdue = database.Read(connection => AppraisalReading.Overdue(connection, Kind, On));
        db.Record(Actor.Of(User), $"{did} who is overdue", $"{(Kind == AppraisalKind.Pdr ? "PDR" : "Supervision")}, {On:yyyy-MM-dd}", after: $"{Overdue.Count} people");
        await db.SaveChangesAsync(cancel);
        return true;
    }
}

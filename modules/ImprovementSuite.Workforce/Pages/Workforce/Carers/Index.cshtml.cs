using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Fostering;
using ImprovementSuite.Workforce.PersonalData;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Carers;

/// <summary>Who fosters, how the number came about since a day, and who is on the way.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class CarersModel(WorkforceDb db, ModuleDatabase<WorkforceDb> database, BusinessClock clock) : PageModel
{
    /// <summary>The day from whose end the bridge starts; empty is the day before the programme of recruitment.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? AskedFrom { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public string? AskedTo { get; set; }

    public FosterRegister Register { get; private set; } = null!;

    public FosterBridge Bridge { get; private set; } = null!;

    public DateOnly ProgrammeFrom { get; private set; }

    public int Recruited { get; private set; }

    public ILookup<FosterStage, FosterHousehold> InProcess { get; private set; } = null!;

    public IReadOnlyList<FosterYear> Years { get; private set; } = [];

    /// <summary>Before which day not all households are kept, where what is shown begins before it.</summary>
    public DateOnly? Removed { get; private set; }

    public DateOnly Today => clock.Today;

    public DateOnly To => Bridge.To;

    public async Task OnGetAsync(CancellationToken cancel) => await Read(cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await Read(cancel);
        return CsvDownload.Of(
            $"foster-carers-{To:yyyy-MM-dd}.csv", ["Year", "To", "Approved", "De-registered", "Resigned", "Net", "Corrections", "Households at the end"],
            Years.Select(year => (IReadOnlyList<string>)[year.Year.Name, $"{year.To:yyyy-MM-dd}", $"{year.Approved}", $"{year.DeRegistered}", $"{year.Resigned}", $"{year.Net}", $"{year.Corrected}", $"{year.Stock}"]));
    }

    private async Task Read(CancellationToken cancel)
    {
        var households = await db.Set<FosterHousehold>().AsNoTracking().Where(household => household.Counts).ToListAsync(cancel);
        var corrections = await db.Set<FosterCorrection>().AsNoTracking().ToListAsync(cancel);
        ProgrammeFrom = await db.Set<FosterSettings>().Select(settings => settings.ProgrammeFrom).SingleAsync(cancel);
        Register = new(households, corrections);

        var to = Day(AskedTo, "to") ?? Today;
        if (to > Today)
        {
            ModelState.AddModelError("to", $"{Say.Date(to)} is still to come: give a day up to today. The figures below are of today");
            to = Today;
        }
        var from = Day(AskedFrom, "from") ?? ProgrammeFrom.AddDays(-1);
        if (from > to)
        {
            ModelState.AddModelError("from", $"{Say.Date(from)} is after {Say.Date(to)}: give an earlier day");
            from = to;
        }
        Removed = database.Read(connection => Keeping.RemovedBefore(connection, Tables.FosterHousehold)) is { } before && (from < before || ProgrammeFrom < before) ? before : null;
        Bridge = Register.Bridge(from, to);
        Recruited = Register.Approved(ProgrammeFrom, to).Count();
        InProcess = Register.InProcess(to);
        Years = Register.Years(FinancialYear.Of(ProgrammeFrom), Today);
    }

    private DateOnly? Day(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var day = EnglishDay.Read(typed);
        if (day is null)
            ModelState.AddModelError(field, $"“{typed.Trim()}” is not a day: write it as {Say.Date(Today)}");
        return day;
    }
}

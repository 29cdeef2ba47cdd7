using System.Text;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools.Importing;

/// <summary>What a file would change, before any of it counts; then how far it is, what became of it, and the way back.</summary>
[Authorize(Tasks.LookAfterSchools)]
internal sealed class ImportModel(SchoolsDb db, ModuleDatabase<SchoolsDb> database, Imports imports, ImportWork work) : PageModel
{
    public const int MostListed = 100;

    private const int LongestReason = 500;

    public Import Import { get; private set; } = null!;

    /// <summary>What it changes; null where nothing of it is kept or it is on its way.</summary>
    public ImportPreview? Preview { get; private set; }

    public SchoolSettings Settings { get; private set; } = null!;

    public IReadOnlyList<ImportFault> Faults { get; private set; } = [];

    public int FaultCount { get; private set; }

    /// <summary>Lines that are left out because something is wrong with them.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Systems whose records count in the place of these.</summary>
    public IReadOnlyList<string> OtherSources { get; private set; } = [];

    public ImportProgress? Progress { get; private set; }

    /// <summary>What undoing it would do.</summary>
    public (int Back, int Withdrawn, int LeftAlone) Way { get; private set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>What the person was shown when they said yes.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public async Task<IActionResult> OnGetAsync(int id) => await Read(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTakeAsync(int id)
    {
        if (!await Read(id))
            return NotFound();
        if (Preview is { } preview && Import.State == ImportState.Waiting && preview.Seen != Seen)
            ModelState.AddModelError("", "Something else has been taken or undone since you were shown what this would change. Look again: below stands what it would change now");
        else if (await imports.Take(id, Actor.Of(User), HttpContext.RequestAborted) is { } refused)
            ModelState.AddModelError("", refused);
        else
            return RedirectToPage(new { id });
        return Page();
    }

    public async Task<IActionResult> OnPostDropAsync(int id)
    {
        if (!await Read(id))
            return NotFound();
        if (await imports.Drop(id, Actor.Of(User), HttpContext.RequestAborted) is not { } refused)
            return RedirectToPage("/Schools/Importing/Index");
        ModelState.AddModelError("", refused);
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(int id)
    {
        if (!await Read(id))
            return NotFound();
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), "Say why it is undone: it is kept in the change log");
        else if (Why.Length > LongestReason)
            ModelState.AddModelError(nameof(Why), $"The reason has {LongestReason} characters at most");
        else if (await imports.Undo(id, Why.Trim(), Actor.Of(User), HttpContext.RequestAborted) is { } refused)
            ModelState.AddModelError("", refused);
        else
            return RedirectToPage(new { id });
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(int id)
    {
        if (!await db.Imports.AnyAsync(import => import.Id == id, HttpContext.RequestAborted))
            return NotFound();
        var text = new StringBuilder("Line,Heading,School,What is wrong\r\n");
        await foreach (var fault in db.Set<ImportFault>().AsNoTracking().Where(fault => fault.ImportId == id).OrderBy(fault => fault.Line).ThenBy(fault => fault.Id).AsAsyncEnumerable())
            text.AppendJoin(',', fault.Line, CsvCell.Of(fault.Heading), CsvCell.Of(fault.School), CsvCell.Of(fault.Sentence)).Append("\r\n");
        return File((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", $"import-{id}-faults.csv");
    }

    private async Task<bool> Read(int id)
    {
        var cancel = HttpContext.RequestAborted;
        if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(import => import.Id == id, cancel) is not { } import)
            return false;
        Import = import;
        Settings = await db.Settings(cancel);
        if (import.State is ImportState.Taking or ImportState.Undoing)
        {
            Progress = work.ProgressOf(id);
            // Without script, and until it is done.
            Response.Headers.Append("Refresh", "2");
            return true;
        }
        var faults = db.Set<ImportFault>().AsNoTracking().Where(fault => fault.ImportId == id);
        FaultCount = await faults.CountAsync(cancel);
        LeftOut = await faults.Select(fault => fault.Line).Distinct().CountAsync(cancel);
        Faults = await faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Id).Take(MostListed).ToListAsync(cancel);
        if (import.State == ImportState.Dropped)
            return true;
        var lines = database.Read(connection => ImportStore.Lines(connection, id, import.TakenAs));
        var register = await db.Schools.AsNoTracking().Where(school => school.Counts).ToListAsync(cancel);
        var matched = await db.MatchedUrns.ToDictionaryAsync(match => match.Urn, match => match.School, cancel);
        Preview = ImportPreview.Of(import, lines, await db.Floor(cancel), register, matched);
        var type = import.Status is { } status ? $"{status.Words()} {Tables.Result}" : import.Kind == ImportKind.Register ? Tables.School : Tables.Forecast;
        OtherSources = database.Read(connection => ImportStore.OtherSources(connection, type));
        if (import.State == ImportState.Done)
        {
            var (undo, leftAlone) = database.Read(connection => ImportStore.ToUndo(connection, id));
            Way = (undo.Count(line => line.Before is not null), undo.Count(line => line.Before is null), leftAlone);
        }
        return true;
    }
}

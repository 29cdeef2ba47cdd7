using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Importing;
using ImprovementSuite.Inspections.Importing.Reading;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Importing;

/// <summary>What a file would change, before any of it counts; then what became of it, and the way back.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class ImportModel(InspectionsDb db, Imports imports) : PageModel
{
    public const int MostListed = 100;

    private const int LongestReason = 500;

    public Import Import { get; private set; } = null!;

    public RecordForm Form => RecordForm.Named(Import.Form)!;

    /// <summary>Null where it does not wait any more.</summary>
    public ImportPreview? Preview { get; private set; }

    /// <summary>Null where it cannot be undone.</summary>
    public UndoPreview? Way { get; private set; }

    /// <summary>What is wrong with lines by themselves, and what is at odds with records that are there.</summary>
    public IReadOnlyList<DraftFault> Faults { get; private set; } = [];

    public int LeftOut => Faults.Select(fault => fault.Line).Distinct().Count();

    /// <summary>What the person was shown when they said yes.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Why it is undone.</summary>
    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGetAsync(int id) => await Read(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTakeAsync(int id)
    {
        if (!await Read(id))
            return NotFound();
        if (Preview is { } preview && Import.State == ImportState.Waiting && preview.Seen != Seen)
            ModelState.AddModelError("", "Something else has been taken or undone since you were shown what this would change. Look again: below stands what it would change now");
        else if (await imports.Take(id, Actor.Of(User)) is { } refused)
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
            return RedirectToPage("/Inspections/Importing/Index");
        ModelState.AddModelError("", refused);
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(int id)
    {
        if (!await Read(id))
            return NotFound();
        if (Import.State != ImportState.Undoing && string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), "Say why it is undone: it is kept in the change log");
        else if (Why?.Length > LongestReason)
            ModelState.AddModelError(nameof(Why), $"The reason has {LongestReason} characters at most");
        else if (await imports.Undo(id, Why?.Trim(), Actor.Of(User)) is { } refused)
            ModelState.AddModelError("", refused);
        else
            return RedirectToPage(new { id });
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(int id) => !await Read(id)
        ? NotFound()
        : CsvDownload.Of($"import-{id}-faults.csv", ["Line", "Heading", "What is wrong"], Faults.Select(fault => (string[])[$"{fault.Line}", fault.Heading, fault.Sentence]));

    private async Task<bool> Read(int id)
    {
        var cancel = HttpContext.RequestAborted;
        if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(import => import.Id == id, cancel) is not { } import)
            return false;
        Import = import;
        Preview = import.State is ImportState.Waiting or ImportState.Taking ? imports.Preview(import) : null;
        Way = import.State is ImportState.Done or ImportState.Undoing ? imports.ToUndo(import) : null;
        var faults = await db.Set<ImportFault>().AsNoTracking().Where(fault => fault.ImportId == id).Select(fault => new DraftFault(fault.Line, fault.Heading, fault.Sentence)).ToListAsync(cancel);
        Faults = [.. faults.Concat(Preview?.Conflicts ?? []).OrderBy(fault => fault.Line)];
        return true;
    }
}

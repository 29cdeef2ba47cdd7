using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Platform.Importing;

/// <summary>
/// A module's page of one import: what it would change, before any of it counts; then what became of it, and the way back. The module's page has its address
/// and its policy, and shows <c>/Ui/_Import.cshtml</c> and <c>/Ui/_ImportChanges.cshtml</c>.
/// </summary>
/// <param name="db">The module's context.</param>
/// <param name="imports">Its imports.</param>
public abstract class ImportPage(ModuleDb db, Imports imports) : PageModel
{
    /// <summary>Lines of a list; the file of all is to be downloaded.</summary>
    public const int MostListed = 100;

    private const int LongestReason = 500;

    /// <summary>The module's imports.</summary>
    public Imports Imports => imports;

    /// <summary>The import.</summary>
    public Import Import { get; private set; } = null!;

    /// <summary>One of its records, as people call it.</summary>
    public string One => imports.Form(Import.Form)?.One ?? "record";

    /// <summary>What it would change; null where it does not wait any more.</summary>
    public ImportPreview? Preview { get; private set; }

    /// <summary>What undoing it would do; null where it cannot be undone.</summary>
    public UndoPreview? Undoing { get; private set; }

    /// <summary>What is wrong with lines by themselves, and what is at odds with records that are there.</summary>
    public IReadOnlyList<DraftFault> Faults { get; private set; } = [];

    /// <summary>Lines with which something is wrong.</summary>
    public int LeftOut => Faults.Select(fault => fault.Line).Distinct().Count();

    /// <summary>Why it is undone.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>What the person was shown when they said yes.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Shows it.</summary>
    public virtual async Task<IActionResult> OnGetAsync(int id) => await Read(id) ? Page() : NotFound();

    /// <summary>Takes it.</summary>
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

    /// <summary>Drops it.</summary>
    public async Task<IActionResult> OnPostDropAsync(int id)
    {
        if (!await Read(id))
            return NotFound();
        if (await imports.Drop(id, Actor.Of(User)) is not { } refused)
            return Redirect(imports.Path);
        ModelState.AddModelError("", refused);
        return Page();
    }

    /// <summary>Undoes it.</summary>
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

    /// <summary>Downloads what is wrong with it.</summary>
    public async Task<IActionResult> OnGetCsvAsync(int id) => !await Read(id)
        ? NotFound()
        : CsvDownload.Of($"import-{id}-faults.csv", ["Line", "Heading", "What is wrong"], Faults.Select(fault => (string[])[$"{fault.Line}", fault.Heading, fault.Sentence]));

    /// <summary>Reads the import and what it would do; false where there is none.</summary>
    protected virtual async Task<bool> Read(int id)
    {
        var cancel = HttpContext.RequestAborted;
        if (await db.Set<Import>().AsNoTracking().FirstOrDefaultAsync(import => import.Id == id, cancel) is not { } import)
            return false;
        Import = import;
        Preview = import.State is ImportState.Waiting or ImportState.Taking ? imports.Preview(import) : null;
        Undoing = import.CanBeUndone ? imports.PreviewUndo(import) : null;
        var faults = await db.Set<ImportFault>().AsNoTracking().Where(fault => fault.ImportId == id).Select(fault => new DraftFault(fault.Line, fault.Heading, fault.Sentence)).ToListAsync(cancel);
        Faults = [.. faults.Concat(Preview?.Conflicts ?? []).OrderBy(fault => fault.Line)];
        return true;
    }
}

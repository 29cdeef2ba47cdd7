using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Importing;
using ImprovementSuite.Inspections.Importing.Reading;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Inspections.Pages.Inspections.Importing;

/// <summary>Choosing a file, the forms with their columns, and what was brought in before.</summary>
[Authorize(Tasks.LookAfterInspections)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal sealed class IndexModel(InspectionsDb db, Imports imports, ILogger<IndexModel> log) : PageModel
{
    public const int MostImports = 50;

    /// <summary>Beyond what a file may have, so that a larger one is told in a sentence.</summary>
    private const long LargestRequest = 2L * FileTable.LargestMegabytes << 20;

    public static readonly IReadOnlyList<(string Value, string Title)> Forms = [("", "Choose what is in the file"), .. RecordForm.All.Select(form => (form.Code, form.Title))];

    [BindProperty(SupportsGet = true)]
    public string? Form { get; set; }

    /// <summary>Whose columns are shown; null where none is chosen.</summary>
    public RecordForm? Shown => RecordForm.Named(Form);

    /// <summary>The latest ones, newest first.</summary>
    public IReadOnlyList<Import> Latest { get; private set; } = [];

    public int All { get; private set; }

    /// <summary>Those that want a person: to decide, or to go on with what a stop cut off.</summary>
    public int Waiting { get; private set; }

    public Task OnGetAsync() => Read();

    public IActionResult OnGetTemplate()
    {
        if (Shown is not { } form)
            return NotFound();
        var (headings, example) = FilledForm.Template(form);
        return CsvDownload.Of($"{form.Code.Replace('_', '-')}.csv", headings, [example]);
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (Shown is null)
            ModelState.AddModelError(nameof(Form), "Choose what is in the file");
        if (file is null or { Length: 0 })
            ModelState.AddModelError(nameof(file), "Choose a file");
        else if (file.Length > (long)FileTable.LargestMegabytes << 20)
            ModelState.AddModelError(nameof(file), $"The file has more than {FileTable.LargestMegabytes} MB. Bring it in as several files");
        else if (ModelState.IsValid)
            try
            {
                var content = new MemoryStream();
                await file.CopyToAsync(content, HttpContext.RequestAborted);
                return RedirectToPage("/Inspections/Importing/Import", new { id = await imports.Read(Shown!, Path.GetFileName(file.FileName), content.ToArray(), Actor.Of(User), HttpContext.RequestAborted) });
            }
            catch (FileRefusedException refused)
            {
                // The sentence may quote the file.
                log.LogWarning("A file of inspections of {Size} bytes was not taken.", file.Length);
                ModelState.AddModelError(nameof(file), refused.Message.TrimEnd('.'));
            }
        await Read();
        return Page();
    }

    private async Task Read()
    {
        var cancel = HttpContext.RequestAborted;
        Latest = await db.Imports.AsNoTracking().OrderByDescending(import => import.Id).Take(MostImports).ToListAsync(cancel);
        All = await db.Imports.CountAsync(cancel);
        Waiting = await db.Imports.CountAsync(import => import.State == ImportState.Waiting || import.State == ImportState.Taking || import.State == ImportState.Undoing, cancel);
    }
}

using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Platform.Importing;

/// <summary>
/// A module's page of imports: choosing a file, the forms with their columns, and what was brought in before. The module's page has its address and its
/// policy, offers the files it takes, and shows <c>/Ui/_FormColumns.cshtml</c> and <c>/Ui/_BroughtIn.cshtml</c>.
/// </summary>
/// <param name="db">The module's context.</param>
/// <param name="imports">Its imports.</param>
/// <param name="log">For files that are not taken.</param>
[RequestSizeLimit(UploadLimits.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.LargestRequest)]
public abstract class ImportsPage(ModuleDb db, Imports imports, ILogger log) : PageModel
{
    private const int MostImports = 50;

    /// <summary>The module's imports.</summary>
    public Imports Imports => imports;

    /// <summary>What is in the file, or whose columns are asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Form { get; set; }

    /// <summary>Whose columns are shown; null where none is chosen.</summary>
    public RecordForm? Shown => imports.Form(Form);

    /// <summary>The latest ones, newest first.</summary>
    public IReadOnlyList<Import> Latest { get; private set; } = [];

    /// <summary>How many there are.</summary>
    public int All { get; private set; }

    /// <summary>Those that want a person: to decide, or to go on with what a stop cut off.</summary>
    public int Waiting { get; private set; }

    /// <summary>Shows them.</summary>
    public Task OnGetAsync() => Read();

    /// <summary>Downloads a form to fill, as a CSV file.</summary>
    public IActionResult OnGetTemplate() => Shown is { } form ? FormTemplate.Csv(form) : NotFound();

    /// <summary>Downloads a form to fill, as a workbook.</summary>
    public IActionResult OnGetWorkbook() => Shown is { } form ? FormTemplate.Workbook(form) : NotFound();

    /// <summary>Reads a file.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (imports.Kinds.All(kind => kind.Code != Form))
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
                return Redirect($"{imports.Path}/{await imports.Read(Form!, Path.GetFileName(file.FileName), content.ToArray(), Actor.Of(User), HttpContext.RequestAborted)}");
            }
            catch (FileRefusedException refused)
            {
                // The sentence may quote the file.
                log.LogWarning("A file of {Records} of {Size} bytes was not taken.", imports.Records, file.Length);
                ModelState.AddModelError(nameof(file), refused.Message.TrimEnd('.'));
            }
        await Read();
        return Page();
    }

    private async Task Read()
    {
        var cancel = HttpContext.RequestAborted;
        Latest = await db.Set<Import>().AsNoTracking().OrderByDescending(import => import.Id).Take(MostImports).ToListAsync(cancel);
        All = await db.Set<Import>().CountAsync(cancel);
        Waiting = await db.Set<Import>().CountAsync(import => import.State == ImportState.Waiting || import.State == ImportState.Taking || import.State == ImportState.Undoing, cancel);
    }
}

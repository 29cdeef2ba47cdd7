using System.Text;
using Hangfire;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.AnnexA.Importing;
using ImprovementSuite.SocialCare.AnnexA.Workbook;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>Uploading an Annex A workbook, how far its reading is, and what became of it.</summary>
[Authorize(Tasks.ChangeDefinitions)]
[RequestSizeLimit(UploadLimits.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.LargestRequest)]
internal sealed class AnnexAModel(
    SocialCareDb db, ModuleDatabase<SocialCareDb> database, AnnexAReading reading, UploadFolder folder, IBackgroundJobClient jobs, IAuthorizationService authorization, BusinessClock clock, Pseudonyms pseudonyms, ILogger<AnnexAModel> log) : PageModel
{
    public const int MostListed = 50;
    private const int MostInDownload = 100_000;
    private const int MostUploads = 20;

    /// <summary>The one to look at; else the latest.</summary>
    [BindProperty(SupportsGet = true, Name = "import")]
    public int? Chosen { get; set; }

    /// <summary>The latest ones, newest first.</summary>
    public IReadOnlyList<AnnexAUpload> Uploads { get; private set; } = [];

    public AnnexAUpload? Upload { get; private set; }

    public AnnexAProgressNow? Progress { get; private set; }

    /// <summary>Things that are wrong with its rows; null for whoever may not read records of every team.</summary>
    public IReadOnlyList<RejectedCell>? Wrong { get; private set; }

    public long WrongCount { get; private set; }

    public bool IsReading => Upload?.State == UploadState.Reading;

    public async Task<IActionResult> OnGetAsync() => await Read() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        var cancel = HttpContext.RequestAborted;
        if (file is null or { Length: 0 })
            ModelState.AddModelError(nameof(file), "Choose an Annex A workbook");
        else if (await db.AnnexAUploads.AnyAsync(upload => upload.State == UploadState.Reading, cancel))
            ModelState.AddModelError(nameof(file), "Another workbook is being read. Wait until it is done and choose this one again");
        else if (file.Length > AnnexAWorkbook.LargestFile)
            ModelState.AddModelError(nameof(file), $"The workbook has more than {AnnexAWorkbook.LargestFile >> 20} MB. Take out pictures and other sheets and choose it again");
        else if (await Keep(file, cancel) is { } id)
            return RedirectToPage(new { import = id });
        Chosen = null;
        await Read();
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        if (!await Read(MostInDownload) || Upload is null)
            return NotFound();
        if (Wrong is null)
            return Forbid();
        var text = new StringBuilder("Sheet,Row,Column,Record,Reason\r\n");
        foreach (var cell in Wrong)
        {
            var (sheet, row, column) = cell.Parts;
            text.AppendJoin(',', CsvCell.Of(sheet), row, CsvCell.Of(column), CsvCell.Of(cell.RecordId), CsvCell.Of(cell.Sentence)).Append("\r\n");
        }
        return File((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", $"annex-a-{Upload.Id}-rejected.csv");
    }

    /// <summary>Null where the file is none that can be read; the field then says why.</summary>
    private async Task<int?> Keep(IFormFile file, CancellationToken cancel)
    {
        var path = folder.NewFile();
        try
        {
            await using (var kept = System.IO.File.Create(path))
                await file.CopyToAsync(kept, cancel);
            // What is no workbook at all is said at once.
            AnnexAWorkbook.Open(path).Dispose();
            var by = Actor.Of(User);
            var id = await reading.Begin(AnnexAUpload.Of(Path.GetFileName(file.FileName), AnnexAImport.UsualSource, by.Name, clock.Now), by, cancel);
            jobs.Enqueue<AnnexAWork>(work => work.Run(id, path, CancellationToken.None));
            path = "";
            return id;
        }
        catch (AnnexAFileException unreadable)
        {
            log.LogWarning("An Annex A workbook of {Size} bytes was not taken: it is none, or holds too much.", file.Length);
            ModelState.AddModelError(nameof(file), unreadable.Message.TrimEnd('.'));
            return null;
        }
        finally
        {
            if (path.Length > 0)
                System.IO.File.Delete(path);
        }
    }

    private async Task<bool> Read(int most = MostListed)
    {
        Uploads = await db.AnnexAUploads.AsNoTracking().OrderByDescending(upload => upload.Id).Take(MostUploads).ToListAsync(HttpContext.RequestAborted);
        Upload = Chosen is { } id ? Uploads.FirstOrDefault(upload => upload.Id == id) : Uploads.FirstOrDefault();
        if (Upload is null)
            return Chosen is null;
        if (IsReading)
        {
            Progress = reading.ProgressOf(Upload.Id);
            // Without script, and until it is done.
            Response.Headers.Append("Refresh", "3");
        }
        if (Upload.EndedAt is null)
            return true;
        var references = await pseudonyms.For(User, authorization);
        var mayRead = (await authorization.AuthorizeAsync(User, Tasks.ReadEveryTeam)).Succeeded;
        (WrongCount, Wrong) = database.Read(connection =>
            (AnnexARejections.Count(connection, Upload), mayRead ? AnnexARejections.Read(connection, Upload, Actor.Of(User).Id, references, most) : null));
        if (Wrong?.Count > 0)
        {
            db.Record(Actor.Of(User), most == MostListed ? "viewed rejected rows" : "downloaded rejected rows", $"Annex A, {Upload.Name}", after: $"{Say.Count("thing", Wrong.Count)} that {(Wrong.Count == 1 ? "is" : "are")} wrong");
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }
        return true;
    }
}

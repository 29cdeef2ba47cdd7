using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Readings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Plan.Pages.Plan.Readings;

/// <summary>Readings from files: the template, the file's check, and where each measure's figures come from.</summary>
[Authorize(Tasks.EditPlan)]
[RequestSizeLimit(UploadLimits.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.LargestRequest)]
internal sealed class ReadingsIndexModel(PlanSnapshots snapshots, PlanDb db, BusinessClock clock, ILogger<ReadingsIndexModel> log) : PageModel
{
    /// <summary>Errors that are shown; after so many nobody reads on.</summary>
    public const int ErrorsShown = 100;

    /// <summary>Null where no plan is loaded.</summary>
    public PlanSnapshot? Plan { get; private set; }

    public IReadOnlyList<FileError> Errors { get; private set; } = [];

    /// <summary>The measures of the plan's lines, each with the reading that is rated.</summary>
    public IReadOnlyList<MeasureRating> Measures { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel) => await Read(cancel);

    public async Task<IActionResult> OnPost(IFormFile? file, CancellationToken cancel)
    {
        if (!await Read(cancel))
            return NotFound();
        if (file is null || file.FileName.Length == 0)
        {
            ModelState.AddModelError(nameof(file), "Choose a file of readings, .csv or .xlsx");
            return Page();
        }
        using var content = new MemoryStream();
        if (file.Length <= ReadingFile.Largest)
            await file.CopyToAsync(content, cancel);
        var name = Path.GetFileName(file.FileName);
        (var drafts, Errors) = file.Length > ReadingFile.Largest
            ? ([], [new(name, null, null, null, "The file is larger than 5 MB. Bring it in in parts.")])
            : ReadingsFile.Read(name, content.ToArray(), Plan!.Content.Measures, clock.Today);
        if (Errors.Count > 0)
        {
            log.LogWarning("A file of readings of {Size} bytes was not taken: {Count} things are wrong with it.", file.Length, Errors.Count);
            ModelState.AddModelError(nameof(file), $"Nothing was brought in: {name} has {Platform.Ui.Say.Count("error", Errors.Count)}, listed below");
            return Page();
        }
        var waiting = new ReadingFile { Name = name, Content = content.ToArray(), ActorId = Actor.Of(User).Id, BroughtAt = clock.Now };
        db.Add(waiting);
        await db.SaveChangesAsync(cancel);
        var old = clock.Now - ReadingFile.Kept;
        await db.ReadingFiles.Where(other => other.BroughtAt < old).ExecuteDeleteAsync(cancel);
        return Redirect($"/plan/readings/file/{waiting.Id}");
    }

    public async Task<IActionResult> OnGetTemplate(string? form, CancellationToken cancel)
    {
        if (form == "csv")
            return File(ReadingTemplate.Csv(), "text/csv", "readings.csv");
        return await Read(cancel)
            ? File(ReadingTemplate.Workbook(Plan!.Content.Measures.Values), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "readings.xlsx")
            : NotFound();
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan)
            return false;
        Plan = plan;
        Measures = [.. plan.Lines.SelectMany(line => line.Measures).DistinctBy(rating => rating.Measure.Code)];
        return true;
    }
}

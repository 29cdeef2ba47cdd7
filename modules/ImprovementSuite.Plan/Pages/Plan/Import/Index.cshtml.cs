using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Loading.Importing;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Plan.Pages.Plan.Import;

/// <summary>Choosing a plan file. What is wrong with it is said here; a file that is right goes on to its preview.</summary>
[Authorize(Tasks.EditPlan)]
[RequestSizeLimit(UploadLimits.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.LargestRequest)]
internal sealed class ImportModel(PlanSnapshots snapshots, PlanDb db, PlanImport import, UploadedPlans uploads, ILogger<ImportModel> log) : PageModel
{
    private const int LargestMegabytes = 10;

    /// <summary>Null where no plan is loaded.</summary>
    public PlanSnapshot? Plan { get; private set; }

    public ChangeEntry? LastImport { get; private set; }

    /// <summary>What is wrong with the file that was chosen, sentence by sentence.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public string? FileName { get; private set; }

    public Task OnGet(CancellationToken cancel) => Show(cancel);

    public async Task<IActionResult> OnPost(IFormFile? file, CancellationToken cancel)
    {
        if (file is null or { Length: 0 })
            ModelState.AddModelError(nameof(file), "Choose a file with a plan in it");
        else if (file.Length > LargestMegabytes * 1024 * 1024)
            ModelState.AddModelError(nameof(file), $"The file has more than {LargestMegabytes} MB. A plan needs far less: take out pictures and other sheets, and choose it again");
        else
        {
            FileName = Path.GetFileName(file.FileName);
            var content = new byte[file.Length];
            await using (var sent = file.OpenReadStream())
                await sent.ReadExactlyAsync(content, cancel);
            try
            {
                import.Read(content);
                return Redirect(PreviewModel.Address(await uploads.Keep(content, cancel), FileName));
            }
            catch (PlanFileException wrong)
            {
                // The sentences quote the file.
                log.LogWarning("A plan file of {Size} bytes was not taken: {Count} things are wrong with it.", content.Length, wrong.Problems.Count);
                Problems = wrong.Problems;
                ModelState.AddModelError(nameof(file), $"{FileName} cannot be imported as it is. Nothing has changed");
            }
        }
        await Show(cancel);
        return Page();
    }

    private async Task Show(CancellationToken cancel)
    {
        Plan = await snapshots.Current(cancel);
        LastImport = await db.ChangeLog.AsNoTracking().Where(entry => entry.Action == PlanImport.Action).OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(cancel);
    }
}

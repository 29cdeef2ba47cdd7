using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Evidence;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Inspections.Pages.Inspections.Recommendations;

/// <summary>Adds a file or a link that shows something.</summary>
[Authorize(Tasks.WorkOnRecommendations)]
[RequestSizeLimit(UploadLimits.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.LargestRequest)]
internal sealed class AddEvidenceModel(InspectionsDb db, LedgerDesk desk, EvidenceStore store, BusinessClock clock, ILogger<AddEvidenceModel> log) : RecommendationForm(db, desk, clock)
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    protected override string Doing => "Add evidence";

    public async Task<IActionResult> OnPostAsync(long id, IFormFile? file, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        Text(Title, nameof(Title), "Say what it is, such as: Minutes of the team meeting", LongestName);
        var link = TextOrNull(Link);
        if (file is null && link is null)
            ModelState.AddModelError(nameof(file), "Choose a file, or give a link");
        else if (file is not null && link is not null)
            ModelState.AddModelError(nameof(Link), "Give a file or a link, not both: add the other one afterwards");
        else if (link is not null && (link.Length > LongestText || !Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps))
            ModelState.AddModelError(nameof(Link), $"Give an address that begins with https:// and has {LongestText} characters at most");
        if (!ModelState.IsValid)
            return Page();
        return file is null ? await Add(null, link, cancel) : await AddFile(file, cancel);
    }

    private async Task<IActionResult> AddFile(IFormFile file, CancellationToken cancel)
    {
        KeptFile kept;
        try
        {
            await using var content = file.OpenReadStream();
            kept = await store.Keep(content, file.FileName, cancel);
        }
        catch (EvidenceFileException refused)
        {
            // The sentence names the file.
            log.LogWarning("A file of evidence of {Size} bytes was not taken.", file.Length);
            ModelState.AddModelError(nameof(file), refused.Message);
            return Page();
        }
        if (Case.Evidence.FirstOrDefault(item => item.Sha256 == kept.Sha256) is { } same)
        {
            ModelState.AddModelError(nameof(file), $"This file is there already, as “{same.Title}”");
            return Page();
        }
        var saved = false;
        try
        {
            var answer = await Add(kept, null, cancel);
            saved = ModelState.IsValid;
            return answer;
        }
        finally
        {
            // Nothing stays of a file that no row names.
            if (!saved && kept.IsNew && !await Db.Evidence.AnyAsync(item => item.Sha256 == kept.Sha256 && item.RemovedAt == null, CancellationToken.None))
                store.Discard(kept.Sha256);
        }
    }

    private Task<IActionResult> Add(KeptFile? kept, string? link, CancellationToken cancel)
    {
        Desk.AddEvidence(Case, new EvidenceItem
        {
            Of = EvidenceOf.Recommendation, SubjectId = Row.Id, Title = Title!.Trim(), Link = link, FileName = kept?.FileName, MediaType = kept?.MediaType, Bytes = kept?.Bytes, Sha256 = kept?.Sha256,
            AddedBy = By.Name, AddedById = By.Id, AddedAt = Now,
        }, By);
        return Take(null, cancel);
    }
}

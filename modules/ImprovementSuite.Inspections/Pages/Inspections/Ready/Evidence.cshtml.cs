using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Evidence;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Ready;

/// <summary>Adds a file or a link that shows what a self-assessment says.</summary>
[Authorize(Tasks.WorkOnRecommendations)]
[RequestSizeLimit(UploadLimits.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.LargestRequest)]
internal sealed class AddEvidenceModel(InspectionsDb db, EvidenceStore store, BusinessClock clock) : EvidenceForm(db, store, clock)
{
    public Provider Provider { get; private set; } = null!;

    public string Back => Addresses.Readiness(Provider.Reference);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) => await Find(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, IFormFile? file, CancellationToken cancel) =>
        await Find(reference, cancel) ? await Take(EvidenceOf.Readiness, Provider.Id, file, Back, "added evidence of how ready a provider is", Provider.Name, cancel) : NotFound();

    private async Task<bool> Find(string reference, CancellationToken cancel)
    {
        reference = Addresses.Read(reference);
        Provider = (await Db.Providers.AsNoTracking().FirstOrDefaultAsync(provider => provider.Reference == reference && provider.Counts, cancel))!;
        return Provider?.IsOpen(Today) == true;
    }
}

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

namespace ImprovementSuite.Inspections.Pages.Inspections.Reviews;

/// <summary>The papers of a review, for those alone who are named for it. Each look, and each paper that is opened, is kept in the change log.</summary>
[Authorize(Tasks.ReadFigures)]
[RequestSizeLimit(UploadLimits.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.LargestRequest)]
internal sealed class PapersModel(InspectionsDb db, EvidenceStore store, BusinessClock clock, IAuthorizationService authorization) : EvidenceForm(db, store, clock)
{
    private readonly EvidenceStore _store = store;

    public Inspection Review { get; private set; } = null!;

    public IReadOnlyList<EvidenceItem> Papers { get; private set; } = [];

    /// <summary>Named, and somebody who works on reviews or looks after them.</summary>
    public bool MayAdd { get; private set; }

    public string Here => $"{Addresses.Review(Review.Reference)}/papers";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (await Refused(reference, cancel) is { } refused)
            return refused;
        Db.Record(Actor.Of(User), "viewed the papers of a review", Review.Title, after: $"{Papers.Count} papers");
        await Db.SaveChangesAsync(cancel);
        return Page();
    }

    /// <summary>One paper, as it was brought in, or the way to its link.</summary>
    public async Task<IActionResult> OnGetOpenAsync(string reference, int item, CancellationToken cancel)
    {
        if (await Refused(reference, cancel) is { } refused)
            return refused;
        if (Papers.FirstOrDefault(paper => paper.Id == item) is not { } found || await _store.Answer(found, cancel) is not { } answer)
            return NotFound();
        Db.Record(Actor.Of(User), "opened a paper of a review", Review.Title, after: found.InLog());
        await Db.SaveChangesAsync(cancel);
        return answer;
    }

    public async Task<IActionResult> OnPostAsync(string reference, IFormFile? file, CancellationToken cancel)
    {
        if (await Refused(reference, cancel) is { } refused)
            return refused;
        return MayAdd ? await Take(EvidenceOf.Review, Review.Id, file, Here, "added a paper of a review", Review.Title, cancel) : Forbid();
    }

    /// <summary>What anybody is answered who is not named, whatever else they may do; null for those who are.</summary>
    private async Task<IActionResult?> Refused(string reference, CancellationToken cancel)
    {
        reference = Addresses.Read(reference);
        if (await Db.Inspections.AsNoTracking().FirstOrDefaultAsync(review => review.Reference == reference && review.Counts && review.Kind == SourceKind.SeriousCaseReview, cancel) is not { } found)
            return NotFound();
        var person = Actor.Of(User).Id;
        if (!await Db.Set<ReviewReader>().AnyAsync(reader => reader.InspectionRef == reference && reader.PersonId == person, cancel))
            return Forbid();
        Review = found;
        Papers = await Kept(EvidenceOf.Review, Review.Id, cancel);
        MayAdd = (await authorization.AuthorizeAsync(User, Tasks.WorkOnRecommendations)).Succeeded || (await authorization.AuthorizeAsync(User, Tasks.LookAfterInspections)).Succeeded;
        return null;
    }
}

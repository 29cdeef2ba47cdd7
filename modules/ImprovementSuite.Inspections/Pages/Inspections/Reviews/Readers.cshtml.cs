using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Reviews;

/// <summary>Names people for the papers of a review, and takes their names off again.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class ReadersModel(InspectionsDb db, BusinessClock clock) : EntryForm(db, clock)
{
    private readonly BusinessClock _clock = clock;

    [BindProperty]
    public string? PersonId { get; set; }

    [BindProperty]
    public string? PersonName { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Inspection Review { get; private set; } = null!;

    public IReadOnlyList<ReviewReader> Readers { get; private set; } = [];

    public string Here => $"{Addresses.Review(Review.Reference)}/readers";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) => await Find(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostNameAsync(string reference, CancellationToken cancel)
    {
        if (!await Find(reference, cancel))
            return NotFound();
        Text(PersonId, nameof(PersonId), "Enter the name that the person signs in by", LongestName);
        Text(PersonName, nameof(PersonName), "Enter what people call them, such as Jane Smith, head of safeguarding", LongestName);
        Text(Why, nameof(Why), "Say why this person needs the papers");
        var person = PersonId?.Trim();
        if (Readers.FirstOrDefault(reader => reader.PersonId == person) is { } named)
            ModelState.AddModelError(nameof(PersonId), $"{named.PersonName} is named for this review already");
        if (!ModelState.IsValid)
            return Page();
        var by = Actor.Of(User);
        Db.Add(new ReviewReader { InspectionRef = Review.Reference, PersonId = person!, PersonName = PersonName!.Trim(), NamedBy = by.Name, NamedAt = _clock.Now });
        Db.Record(by, "named a reader of the papers of a review", Review.Title, after: $"{PersonName.Trim()} ({person})", why: Why!.Trim());
        // Another may have named the same person meanwhile: then it is done.
        return await Save(Here, () => Db.SaveChangesAsync(cancel), async () => await Find(reference, cancel) ? (0, []) : null);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string reference, int reader, CancellationToken cancel)
    {
        if (!await Find(reference, cancel))
            return NotFound();
        // Somebody else may have taken the name off meanwhile: then there is nothing left to do.
        if (await Db.Set<ReviewReader>().FirstOrDefaultAsync(named => named.Id == reader && named.InspectionRef == Review.Reference, cancel) is not { } gone)
            return Redirect(Here);
        Db.Remove(gone);
        Db.Record(Actor.Of(User), "removed a reader of the papers of a review", Review.Title, before: $"{gone.PersonName} ({gone.PersonId})");
        return await Save(Here, () => Db.SaveChangesAsync(cancel), async () => await Find(reference, cancel) ? (0, []) : null);
    }

    private async Task<bool> Find(string reference, CancellationToken cancel)
    {
        reference = Addresses.Read(reference);
        Review = (await Db.Inspections.AsNoTracking().FirstOrDefaultAsync(review => review.Reference == reference && review.Counts && review.Kind == SourceKind.SeriousCaseReview, cancel))!;
        Readers = await Db.Set<ReviewReader>().AsNoTracking().Where(reader => reader.InspectionRef == reference).OrderBy(reader => reader.PersonName).ToListAsync(cancel);
        return Review is not null;
    }
}

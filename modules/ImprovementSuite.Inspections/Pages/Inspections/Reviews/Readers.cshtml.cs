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
internal sealed class ReadersModel(InspectionsDb db, BusinessClock clock, KnownPeople known) : EntryForm(db, clock)
{
    private readonly BusinessClock _clock = clock;

    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Inspection Review { get; private set; } = null!;

    public IReadOnlyList<ReviewReader> Readers { get; private set; } = [];

    /// <summary>Everybody who can sign in.</summary>
    public IReadOnlyList<KnownPerson> People { get; private set; } = [];

    public string Here => $"{Addresses.Review(Review.Reference)}/readers";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) => await Find(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostNameAsync(string reference, CancellationToken cancel)
    {
        if (!await Find(reference, cancel))
            return NotFound();
        var (person, error) = known.Find(Person);
        if (Readers.Any(reader => reader.PersonId == person?.Id))
            error = $"{person!.Name} is named for this review already";
        if (error is not null)
            ModelState.AddModelError(nameof(Person), error);
        Text(Why, nameof(Why), "Say why this person needs the papers");
        if (!ModelState.IsValid)
            return Page();
        var by = Actor.Of(User);
        Db.Add(new ReviewReader { InspectionRef = Review.Reference, PersonId = person!.Id, PersonName = person.Name, NamedBy = by.Name, NamedAt = _clock.Now });
        Db.Record(by, "named a reader of the papers of a review", Review.Title, after: $"{person.Name} ({person.Id})", why: Why!.Trim());
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
        People = known.Read();
        return Review is not null;
    }
}

using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Inspections.Pages.Inspections.Reviews;

/// <summary>Serious case reviews: how each was judged, whether it is published, and how far its actions are.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ReviewsModel(ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    public IReadOnlyList<ReportLine> Reviews { get; private set; } = [];

    /// <summary>Who answers for the actions of each review.</summary>
    public ILookup<string, string> Owners { get; private set; } = Array.Empty<string>().ToLookup(owner => owner);

    /// <summary>Those judged from this day on count in the plan.</summary>
    public DateOnly CountedFrom { get; private set; }

    /// <summary>Begun and not judged yet.</summary>
    public IReadOnlyList<ReportLine> Current => [.. Reviews.Where(review => review.Grade is null)];

    public IReadOnlyList<ReportLine> Judged => [.. Reviews.Where(review => review.Grade is not null)];

    /// <summary>Judged, with actions that are not met yet.</summary>
    public IReadOnlyList<ReportLine> Outstanding => [.. Judged.Where(review => review.Progress.Met < review.Progress.Made)];

    public void OnGet() => database.Read(connection =>
    {
        Reviews = ReportReading.Lines(connection, clock.Today, kind: SourceKind.SeriousCaseReview);
        Owners = ReviewReading.Owners(connection);
        return CountedFrom = connection.Query("SELECT ReviewsFrom FROM inspections_settings", row => row.GetDay(0)).Single();
    });
}

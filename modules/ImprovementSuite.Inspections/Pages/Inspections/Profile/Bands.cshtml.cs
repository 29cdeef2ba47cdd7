using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Profile;

/// <summary>What a share good or better is called, since when, and where that is written down.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class BandsModel(InspectionsDb db, BusinessClock clock) : PageModel
{
    public DateOnly Today => clock.Today;

    public IReadOnlyList<ProfileBand> All { get; private set; } = [];

    /// <summary>Those that hold today, lowest first.</summary>
    public IReadOnlyList<ProfileBand> Now => ProfileBand.On(Today, All);

    public async Task OnGetAsync(CancellationToken cancel) =>
        All = await db.Set<ProfileBand>().AsNoTracking().OrderByDescending(band => band.StartsOn).ThenBy(band => band.LowestPercent).ToListAsync(cancel);
}

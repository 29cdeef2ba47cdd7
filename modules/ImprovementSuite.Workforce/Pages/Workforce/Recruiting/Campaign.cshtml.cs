using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Recruitment;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Recruiting;

/// <summary>A campaign and its candidates, those who have waited longest at their stage first. Each view is kept in the change log.</summary>
[Authorize(Tasks.ReadStaff)]
internal sealed class CampaignModel(WorkforceDb db, BusinessClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    public CampaignProgress Campaign { get; private set; } = null!;

    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    public IReadOnlyList<StageTime> Stages { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Read("viewed candidates", cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) => await Read("downloaded candidates", cancel)
        ? CsvDownload.Of(
            $"candidates-{Today:yyyy-MM-dd}.csv", ["Campaign", "Person", "FTE", .. CandidateStages.All.Select(stage => stage.Words()), "Ended", "Why"],
            Candidates.Select(candidate => (IReadOnlyList<string>)
            [
                candidate.Campaign, candidate.Person, Say.Posts(candidate.Fte), .. CandidateStages.All.Select(stage => $"{candidate.Day(stage):yyyy-MM-dd}"), $"{candidate.EndedOn:yyyy-MM-dd}", candidate.HasEnded() ? candidate.Ended.Words() : "",
            ]))
        : NotFound();

    /// <summary>"Interviewed, 12 days"; "In post"; "Withdrew, 4 Jun 2010".</summary>
    public string Standing(Candidate candidate) =>
        candidate.EndedOn is { } ended ? $"{candidate.Ended.Words()}, {Say.ShortDate(ended)}"
        : candidate.IsInPost(Today) ? "In post"
        : candidate.StartsOn is { } starts ? $"Starts on {Say.ShortDate(starts)}"
        : $"{candidate.StageOn(Today).Words()}, {Say.Count("day", Waited(candidate))}";

    private int Waited(Candidate candidate) => Today.DayNumber - candidate.Day(candidate.StageOn(Today))!.Value.DayNumber;

    private async Task<bool> Read(string action, CancellationToken cancel)
    {
        if (await db.Set<Campaign>().AsNoTracking().Where(campaign => campaign.Counts && campaign.Name == Name).OrderByDescending(campaign => campaign.AdvertisedOn).FirstOrDefaultAsync(cancel) is not { } campaign)
            return false;
        var candidates = await db.Set<Candidate>().AsNoTracking().Where(candidate => candidate.Counts && candidate.Campaign == Name).ToListAsync(cancel);
        Campaign = CampaignProgress.Of(campaign, candidates, Today);
        Stages = StageTime.Of(candidates, Today);
        Candidates = [.. candidates.OrderByDescending(candidate => candidate.IsOpen(Today)).ThenBy(candidate => candidate.HasEnded()).ThenByDescending(candidate => Waited(candidate)).ThenBy(candidate => candidate.Person, StringComparer.Ordinal)];
        db.Record(Actor.Of(User), action, $"Campaign {campaign.Name}", after: Say.Count("candidate", Candidates.Count));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}

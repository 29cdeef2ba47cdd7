using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Recruitment;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Recruiting;

/// <summary>Campaigns and where their candidates stand, how long each stage takes, and what the vacancies will be on the days of the plan.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class RecruitmentModel(WorkforceDb db, ModuleDatabase<WorkforceDb> database, BusinessClock clock) : PageModel
{
    /// <summary>Those that run first, the latest first.</summary>
    public IReadOnlyList<CampaignProgress> Campaigns { get; private set; } = [];

    public IReadOnlyList<StageTime> Stages { get; private set; } = [];

    /// <summary>By roles, then by day.</summary>
    public IReadOnlyList<(RecruitmentTarget Target, VacancyProjection Projection)> Targets { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public int Open => Campaigns.Sum(campaign => campaign.Open);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var candidates = await ReadCampaigns(cancel);
        Stages = StageTime.Of(candidates, today);
        var targets = await db.Set<RecruitmentTarget>().AsNoTracking().OrderBy(target => target.On).ToListAsync(cancel);
        Targets = database.Read(connection => (IReadOnlyList<(RecruitmentTarget, VacancyProjection)>)
        [
            .. targets.GroupBy(target => target.Group).OrderBy(group => RoleGroup.All.ToList().IndexOf(group.Key)).SelectMany(group =>
            {
                var (roles, names) = (RecruitmentReading.Read(connection, group.Key, today), Campaigns.Where(campaign => group.Key.Roles.Contains(campaign.Campaign.Role)).Select(campaign => campaign.Campaign.Name).ToHashSet());
                var offers = RecruitmentReading.Offers(candidates.Where(candidate => names.Contains(candidate.Campaign)), today);
                return group.Select(target => (target, new VacancyProjection(roles, offers, today, target.On)));
            }),
        ]);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await ReadCampaigns(cancel);
        return CsvDownload.Of(
            $"recruitment-{Today:yyyy-MM-dd}.csv", ["Campaign", "Role", "Sought", "Advertised", "Closes", .. CandidateStages.All.Select(stage => stage.Words()), "Withdrew", "Not appointed", "Declined"],
            Campaigns.Select(campaign => (IReadOnlyList<string>)
            [
                campaign.Campaign.Name, campaign.Campaign.Role.Words(), Platform.Ui.Say.Posts(campaign.Campaign.Fte), $"{campaign.Campaign.AdvertisedOn:yyyy-MM-dd}", $"{campaign.Campaign.ClosesOn:yyyy-MM-dd}",
                .. campaign.At.Select(count => $"{count}"), .. new[] { CandidateEnd.Withdrew, CandidateEnd.NotAppointed, CandidateEnd.Declined }.Select(end => $"{campaign.Ended.GetValueOrDefault(end)}"),
            ]));
    }

    private async Task<IReadOnlyList<Candidate>> ReadCampaigns(CancellationToken cancel)
    {
        var candidates = await Counted<Candidate>().ToListAsync(cancel);
        var byCampaign = candidates.ToLookup(candidate => candidate.Campaign);
        Campaigns =
        [
            .. (await Counted<Campaign>().ToListAsync(cancel)).Select(campaign => CampaignProgress.Of(campaign, byCampaign[campaign.Name], Today))
                .OrderByDescending(campaign => campaign.IsRunning(Today)).ThenByDescending(campaign => campaign.Campaign.AdvertisedOn).ThenBy(campaign => campaign.Campaign.Name),
        ];
        return candidates;
    }

    private IQueryable<TRow> Counted<TRow>() where TRow : Platform.Feeds.FedRow => db.Set<TRow>().AsNoTracking().Where(row => row.Counts);
}

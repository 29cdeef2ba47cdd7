using System.Globalization;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Feed.V1;
using ImprovementSuite.Workforce.Recruitment;
using Campaign = ImprovementSuite.Workforce.Feed.V1.Campaign;
using Candidate = ImprovementSuite.Workforce.Feed.V1.Candidate;

namespace ImprovementSuite.Workforce.Sample;

/// <summary>
/// Invented campaigns and candidates of the year in which the plan recruits permanent social workers and team managers, and the plan's own targets: 20% and 10%
/// of social workers' posts, 16% and 8% of team managers' vacant at the most on 31 October 2010 and 31 March 2011.
/// </summary>
internal static class SampleRecruitment
{
    private static readonly DateOnly FirstAgreedStart = new(2010, 9, 6);

    /// <summary>
    /// How each candidate stands, a letter each: P in post, A with an agreed start, C cleared, O offered, I interviewed, S shortlisted, N applied; w withdrew,
    /// n not appointed, d declined the offer.
    /// </summary>
    private static readonly (string Name, string Role, string Fte, DateOnly Advertised, DateOnly Closes, string Candidates)[] Campaigns =
    [
        ("Social workers, autumn 2009", "social-worker", "10", new(2009, 9, 7), new(2009, 10, 2), "PPPPPPdnnnnnwwwn"),
        ("Social workers, spring 2010", "social-worker", "12", new(2010, 2, 1), new(2010, 2, 26), "PPPPPPPdnnnnnnwwn"),
        ("Team managers, spring 2010", "team-manager", "3", new(2010, 2, 15), new(2010, 3, 12), "PPdnnnw"),
        ("Senior social workers, summer 2010", "senior-social-worker", "6", new(2010, 4, 19), new(2010, 5, 14), "AACnnnwn"),
        ("Newly qualified social workers, 2010", "social-worker", "8", new(2010, 5, 10), new(2010, 6, 4), "AAAOOnnnnnwn"),
        ("Social workers, summer 2010", "social-worker", "8", new(2010, 7, 12), new(2010, 8, 27), "ISSSNNNNn"),
        ("Team managers, summer 2010", "team-manager", "2", new(2010, 6, 1), new(2010, 6, 25), "AOnnw"),
    ];

    public static IReadOnlyList<WorkforceRecord> Records() =>
    [
        .. Campaigns.Select((campaign, i) => new WorkforceRecord
        {
            Key = Key($"campaign-{i + 1}"),
            Campaign = new Campaign { Campaign_ = campaign.Name, Role = campaign.Role, Fte = campaign.Fte, AdvertisedOn = Day(campaign.Advertised), ClosesOn = Day(campaign.Closes) },
        }),
        .. Campaigns.SelectMany((campaign, i) => campaign.Candidates.Select((standing, c) => new WorkforceRecord { Key = Key($"candidate-{i + 1}-{c + 1:00}"), Candidate = Of(campaign.Name, campaign.Advertised, standing, i, c) })),
    ];

    /// <summary>What a person would have typed; the caller saves it.</summary>
    public static void Load(WorkforceDb db, Actor actor)
    {
        foreach (var (roles, on, percent) in new (RoleGroup, DateOnly, int)[]
        {
            (RoleGroup.SocialWorkers, new(2010, 10, 31), 20_00), (RoleGroup.SocialWorkers, new(2011, 3, 31), 10_00), (RoleGroup.TeamManagers, new(2010, 10, 31), 16_00), (RoleGroup.TeamManagers, new(2011, 3, 31), 8_00),
        })
        {
            var target = new RecruitmentTarget { Roles = roles.Name, On = on };
            target.Set(percent);
            db.Add(target);
            db.Record(actor, "set a target of vacancies", roles.Words, after: target.InLog());
        }
    }

    private static Candidate Of(string campaign, DateOnly advertised, char standing, int i, int c)
    {
        var applied = advertised.AddDays(4 + (c * 5 % 21));
        var (shortlisted, interviewed) = (advertised.AddDays(30 + (c % 4)), advertised.AddDays(42 + (c % 5)));
        var (offered, cleared) = (interviewed.AddDays(3 + (c % 3)), interviewed.AddDays(38 + (c * 4 % 12)));
        var candidate = new Candidate { Campaign = campaign, Person = $"A{i + 1}{c + 1:00}", Fte = c % 6 == 5 ? "0.6" : "1", AppliedOn = Day(applied) };
        if ("PACOISdnw".Contains(standing) && (standing != 'n' || c % 2 == 0))
            candidate.ShortlistedOn = Day(shortlisted);
        if ("PACOId".Contains(standing))
            candidate.InterviewedOn = Day(standing == 'I' ? new DateOnly(2010, 8, 18) : interviewed);
        if ("PACOd".Contains(standing))
            candidate.OfferedOn = Day(offered);
        if ("PAC".Contains(standing))
            candidate.ClearedOn = Day(cleared);
        candidate.StartsOn = standing switch { 'P' => Day(cleared.AddDays(21 + (c % 10))), 'A' => Day(FirstAgreedStart.AddDays(7 * ((i + c) % 8))), _ => "" };
        (candidate.Ended, candidate.EndedOn) = standing switch
        {
            'w' => ("withdrew", Day(shortlisted.AddDays(6))),
            'n' => ("not-appointed", Day(candidate.ShortlistedOn.Length > 0 ? shortlisted.AddDays(2) : applied.AddDays(2))),
            'd' => ("declined", Day(offered.AddDays(9))),
            _ => ("", ""),
        };
        return candidate;
    }

    private static Platform.Feeds.V1.RecordKey Key(string id) => new() { RecordId = id, Version = 1 };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

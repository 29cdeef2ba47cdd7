namespace ImprovementSuite.Workforce.Recruitment;

/// <summary>How far a candidate has come. A number is never reused.</summary>
internal enum CandidateStage
{
    Applied = 0,
    Shortlisted = 1,
    Interviewed = 2,
    Offered = 3,
    Cleared = 4,
    InPost = 5,
}

/// <summary>What stages and ends are called, and who is at which.</summary>
internal static class CandidateStages
{
    public static readonly IReadOnlyList<CandidateStage> All = Enum.GetValues<CandidateStage>();

    public static string Words(this CandidateStage stage) => stage == CandidateStage.InPost ? "In post" : stage.ToString();

    public static string Words(this CandidateEnd end) => end switch
    {
        CandidateEnd.Withdrew => "Withdrew",
        CandidateEnd.NotAppointed => "Not appointed",
        CandidateEnd.Declined => "Declined the offer",
        _ => "Ended",
    };

    /// <summary>The day on which the candidate came to the stage; null where they have not, or the day is not known.</summary>
    public static DateOnly? Day(this Candidate candidate, CandidateStage stage) => stage switch
    {
        CandidateStage.Applied => candidate.AppliedOn,
        CandidateStage.Shortlisted => candidate.ShortlistedOn,
        CandidateStage.Interviewed => candidate.InterviewedOn,
        CandidateStage.Offered => candidate.OfferedOn,
        CandidateStage.Cleared => candidate.ClearedOn,
        _ => candidate.StartsOn,
    };

    /// <summary>The furthest stage that the candidate has come to; a start that lies ahead is none yet.</summary>
    public static CandidateStage StageOn(this Candidate candidate, DateOnly day) => All.Last(stage => candidate.Day(stage) <= day);

    public static bool HasEnded(this Candidate candidate) => candidate.EndedOn is not null;

    public static bool IsInPost(this Candidate candidate, DateOnly day) => !candidate.HasEnded() && candidate.StartsOn <= day;

    /// <summary>Still on the way.</summary>
    public static bool IsOpen(this Candidate candidate, DateOnly day) => !candidate.HasEnded() && !candidate.IsInPost(day);
}

/// <summary>Where the candidates of a campaign stand.</summary>
/// <param name="At">Those still on the way, by stage, and those in post; in the order of stages.</param>
/// <param name="Ended">Those whose candidacy ended, by why.</param>
internal sealed record CampaignProgress(Campaign Campaign, IReadOnlyList<int> At, IReadOnlyDictionary<CandidateEnd, int> Ended, int FteInPost)
{
    public int Candidates => At.Sum() + Ended.Values.Sum();

    public int Open => At.Take((int)CandidateStage.InPost).Sum();

    public int InPost => At[(int)CandidateStage.InPost];

    /// <summary>Not closed yet, or somebody is still on the way.</summary>
    public bool IsRunning(DateOnly day) => Open > 0 || Campaign.ClosesOn is not { } closes || closes >= day;

    public static CampaignProgress Of(Campaign campaign, IEnumerable<Candidate> candidates, DateOnly day)
    {
        var all = candidates.ToList();
        var there = all.Where(candidate => !candidate.HasEnded()).ToLookup(candidate => candidate.StageOn(day));
        return new(
            campaign, [.. CandidateStages.All.Select(stage => there[stage].Count())], all.Where(candidate => candidate.HasEnded()).CountBy(candidate => candidate.Ended).ToDictionary(),
            there[CandidateStage.InPost].Sum(candidate => candidate.Fte));
    }
}

/// <summary>How long candidates were at a stage before they came to the next.</summary>
/// <param name="Candidates">Who came from this stage to the next, with both days known.</param>
/// <param name="MedianDays">Null where none did.</param>
/// <param name="Waiting">Who is at the stage now.</param>
/// <param name="LongestWait">Days of the one who has waited longest; null where nobody is.</param>
internal sealed record StageTime(CandidateStage Stage, int Candidates, int? MedianDays, int Waiting, int? LongestWait)
{
    public static IReadOnlyList<StageTime> Of(IReadOnlyCollection<Candidate> candidates, DateOnly day) =>
    [
        .. CandidateStages.All.SkipLast(1).Select(stage =>
        {
            var days = candidates.Select(candidate => (From: candidate.Day(stage), To: candidate.Day(stage + 1))).Where(step => step is { From: not null, To: not null } && step.To <= day)
                .Select(step => step.To!.Value.DayNumber - step.From!.Value.DayNumber).Order().ToList();
            var waits = candidates.Where(candidate => candidate.IsOpen(day) && candidate.StageOn(day) == stage).Select(candidate => day.DayNumber - candidate.Day(stage)!.Value.DayNumber).ToList();
            return new StageTime(stage, days.Count, days.Count == 0 ? null : days[(days.Count - 1) / 2], waits.Count, waits.Count == 0 ? null : waits.Max());
        }),
    ];
}

using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>A section 47 enquiry about an invented child and what came of it.</summary>
internal sealed record SampleEnquiry(string Child, SampleTeam Team, string Worker, DateOnly StrategyDiscussionOn)
{
    /// <summary>The initial conference; null where none was held, or not yet.</summary>
    public DateOnly? ConferenceOn { get; init; }
}

/// <summary>A child protection plan and its review conferences.</summary>
internal sealed record SamplePlan(string Child, SampleTeam Team, string Worker, DateOnly StartedOn, DateOnly? EndedOn, string Category, int PreviousPlans, IReadOnlyList<DateOnly> Reviews);

/// <summary>
/// What follows where an assessment ended in a strategy discussion: the enquiry, nearly always a conference within 15 working days, mostly a plan, and its
/// reviews. Some plans are older than the extract's first referral.
/// </summary>
internal sealed class SampleProtection
{
    private const int PlansFromBefore = 34;

    private static readonly string[] Categories = ["NEG", "PHY", "SAB", "EMO", "MUL"];
    private static readonly double[] CategoryWeights = [46, 13, 5, 28, 8];
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    private readonly Random _random;

    public SampleProtection(SampleCases cases, Random random)
    {
        _random = random;
        Enquiries = [.. cases.Assessments.Where(one => one is { Outcome: "strategy_discussion", CompletedOn: not null }).Select(Enquire).OrderBy(enquiry => enquiry.StrategyDiscussionOn)];
        Plans = [.. FromBefore().Concat(Enquiries.Where(enquiry => enquiry.ConferenceOn is not null && random.Chance(0.86)).Select(Begin)).OrderBy(plan => plan.StartedOn)];
    }

    public IReadOnlyList<SampleEnquiry> Enquiries { get; }

    public IReadOnlyList<SamplePlan> Plans { get; }

    private SampleEnquiry Enquire(SampleAssessment assessment)
    {
        var began = Calendar.Add(assessment.CompletedOn!.Value, assessment.CompletedOn < PublishedFigures.LastDay.AddDays(-7) ? _random.Next(0, 3) : 0);
        var days = _random.Chance(0.85) ? _random.Next(6, 16) : _random.Next(16, 27);
        return new SampleEnquiry(assessment.Referral.Child, assessment.Team, assessment.Worker, began)
        {
            ConferenceOn = _random.Chance(0.78) ? Past(Calendar.Add(began, days)) : null,
        };
    }

    private SamplePlan Begin(SampleEnquiry enquiry) =>
        Run(enquiry.Child, enquiry.Team, enquiry.Worker, enquiry.ConferenceOn!.Value, _random.Chance(0.11) ? 1 : 0);

    private IEnumerable<SamplePlan> FromBefore() => Enumerable.Range(1, PlansFromBefore).Select(number =>
    {
        var team = _random.Pick(SampleTeams.All, TeamShares.Sizes);
        return Run($"CH-{90_000 + 7 * number}", team, _random.Pick(team.Workers), SampleDays.AtWork(PublishedFigures.FirstDay.AddDays(-_random.Next(10, 620))), _random.Chance(0.2) ? 1 : 0);
    });

    private SamplePlan Run(string child, SampleTeam team, string worker, DateOnly startedOn, int previous)
    {
        var ended = Past(startedOn.AddDays(_random.Chance(0.12) ? _random.Next(640, 1_050) : _random.Next(95, 560)));
        var until = ended ?? PublishedFigures.LastDay;
        var reviews = new List<DateOnly>();
        for (var due = startedOn.AddMonths(3); ; due = reviews[^1].AddMonths(6))
        {
            var held = SampleDays.AtWork(_random.Chance(0.96) ? SampleDays.Before(due, _random.Next(1, 12)) : due.AddDays(_random.Next(2, 25)));
            if (held > until)
                break;
            reviews.Add(held);
        }
        return new SamplePlan(child, team, worker, startedOn, ended, _random.Pick(Categories, CategoryWeights), previous, reviews);
    }

    private static DateOnly? Past(DateOnly day) => day <= PublishedFigures.LastDay ? day : null;
}

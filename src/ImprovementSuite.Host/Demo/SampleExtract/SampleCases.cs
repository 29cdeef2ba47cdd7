namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>
/// An invented case extract of 1 April 2008 to 20 August 2010. Counted by the definitions it gives the figures that were published, exactly;
/// see <see cref="PublishedFigures"/>. Nobody in it exists.
/// </summary>
internal sealed class SampleCases
{
    /// <summary>So that the latest initial assessment is about IA-21040.</summary>
    private const int InitialNumbersBegin = 15_031;

    private const int Restricted = 4;

    private readonly Random _random;
    private readonly SampleDays _days;
    private readonly Courses _courses;
    private readonly Children _children;

    public SampleCases(int seed = 2010)
    {
        _random = new Random(seed);
        _days = new SampleDays(_random);
        _courses = new Courses(_random);
        _children = new Children(_random);
        Referrals = Refer();
        var initial = AssessInitially();
        Assessments = [.. initial.Concat(new CoreAssessments(_random, _days).Follow(initial)).OrderBy(assessment => assessment.StartedOn)];
        Complete();
        Contacts = new SampleContacts(_random, _days, _courses, _children).Before(Referrals);
        Protection = new SampleProtection(this, _random);
        LookedAfter = new SampleLookedAfter(_random);
        EarlyHelp = new SampleEarlyHelp(_random, _days).All();
        var checks = new SampleChecks(_random);
        (Supervisions, DataQualityChecks) = (checks.Supervisions(), checks.DataQuality());
        Births = BirthDays();
    }

    public IReadOnlyList<SampleContact> Contacts { get; }

    public IReadOnlyList<SampleReferral> Referrals { get; }

    public IReadOnlyList<SampleAssessment> Assessments { get; }

    public SampleProtection Protection { get; }

    public SampleLookedAfter LookedAfter { get; }

    public IReadOnlyList<SampleEarlyHelpAssessment> EarlyHelp { get; }

    public IReadOnlyList<SampleCheck> Supervisions { get; }

    public IReadOnlyList<SampleCheck> DataQualityChecks { get; }

    /// <summary>When the children of referrals were born, and whether their case is restricted.</summary>
    public IReadOnlyList<(string Child, DateOnly BornOn, bool Restricted)> Births { get; }

    /// <summary>Writes a file for each type of record, as the feed agent reads them.</summary>
    public static void WriteTo(string folder, int seed = 2010) => SampleFiles.Write(new SampleCases(seed), folder);

    private List<(string, DateOnly, bool)> BirthDays()
    {
        var restricted = _random.Shuffled(Protection.Plans.Where(plan => plan.EndedOn is null).Select(plan => plan.Child)).Take(Restricted).ToHashSet();
        return
        [
            .. Referrals.GroupBy(referral => referral.Child).Select(child => (child.Key, First: child.Min(referral => referral.ReceivedOn)))
                .OrderBy(child => child.Key, StringComparer.Ordinal)
                .Select(child => (child.Key, child.First.AddDays(-_random.Next(3, 16 * 365)), restricted.Contains(child.Key))),
        ];
    }

    private List<SampleReferral> Refer()
    {
        var open = OpenWork.Referrals(_random, _days);
        var referrals = new List<SampleReferral>(open);
        foreach (var (from, to, count) in PublishedFigures.Referrals)
        {
            var others = count - open.Count(referral => referral.ReceivedOn >= from && referral.ReceivedOn <= to);
            referrals.AddRange(_days.ToReceive(from, to, others).Select(day => new SampleReferral(day)));
        }
        referrals = [.. referrals.OrderBy(referral => referral.ReceivedOn)];
        for (var i = 0; i < referrals.Count; i++)
            referrals[i].Id = $"R-{30_001 + i}";
        return referrals;
    }

    private List<SampleAssessment> AssessInitially()
    {
        var assessments = Referrals.Where(referral => referral.Outcome == "initial_assessment").Select(referral => OpenWork.Begin(referral, _random)).ToList();
        var finished = new InitialAssessments(_random, _days);
        var teams = new TeamShares(_random);
        foreach (var (referral, completedOn) in finished.FinishInTime(Undecided()))
            assessments.Add(Assess(referral, teams.Next(completedOn, inTime: true), completedOn));
        _courses.EndWithoutFurtherAction(Undecided());
        foreach (var (referral, completedOn) in finished.FinishLate(Undecided()))
            assessments.Add(Assess(referral, teams.Next(completedOn, inTime: false), completedOn));
        foreach (var referral in Undecided())
            referral.Outcome = _courses.OtherOutcome();
        foreach (var assessment in assessments)
            assessment.Referral.Initial = assessment;
        return assessments;

        IEnumerable<SampleReferral> Undecided() => Referrals.Where(referral => referral.Outcome == "");
    }

    private SampleAssessment Assess(SampleReferral referral, SampleTeam team, DateOnly completedOn)
    {
        var day = SampleDays.AtWork(SampleDays.AtWork(referral.ReceivedOn).AddDays(_random.Next(0, 3)));
        (referral.Team, referral.Outcome, referral.Worker) = (team, "initial_assessment", _random.Pick(team.Workers));
        return new SampleAssessment("initial", referral, team, day < completedOn ? day : completedOn, completedOn) { Worker = referral.Worker };
    }

    private void Complete()
    {
        foreach (var assessment in Assessments)
        {
            _courses.EndAssessment(assessment);
            if (assessment.Kind == "initial")
                _courses.HandOver(assessment);
            else
                assessment.Worker = _random.Chance(0.7) ? assessment.Referral.Worker : _random.Pick(assessment.Team.Workers);
        }
        foreach (var referral in Referrals)
        {
            referral.Team ??= _random.Pick(SampleTeams.All, TeamShares.Sizes);
            if (referral.Outcome != "initial_assessment")
                referral.Worker = _random.Pick(referral.Team.Workers);
            referral.Source = _courses.Source();
            referral.RecordedOn = _courses.Entered(referral.ReceivedOn);
            referral.ClosedOn = _courses.Closed(referral);
            referral.Child = _children.Of(referral);
        }
        foreach (var referral in Referrals)
            if (referral is { Initial.CompletedOn: null, Team.Name: "Central 2" } && referral.ReceivedOn == SampleTeams.EnteredLate.ReceivedOn)
                referral.RecordedOn = SampleTeams.EnteredLate.RecordedOn;
    }

    /// <summary>Numbers assessments in the order in which they began, each kind in a row of its own.</summary>
    public IEnumerable<(string Id, SampleAssessment Assessment)> NumberedAssessments()
    {
        var (initial, core) = (InitialNumbersBegin, 1_000);
        foreach (var assessment in Assessments)
            yield return (assessment.Kind == "initial" ? $"IA-{++initial}" : $"CA-{++core}", assessment);
    }
}

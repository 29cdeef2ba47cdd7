namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>Contacts: three in four referrals began as one; the others came to nothing more, to advice or to early help.</summary>
internal sealed class SampleContacts(Random random, SampleDays days, Courses courses, Children children)
{
    private const double BeganAsContact = 0.75;

    /// <summary>Contacts of the last two days may still wait for a decision.</summary>
    private const int DaysUndecided = 2;

    public List<SampleContact> Before(IReadOnlyList<SampleReferral> referrals)
    {
        var contacts = referrals.Where(_ => random.Chance(BeganAsContact)).Select(Before).ToList();
        foreach (var ((from, to, count), noFurtherAction) in PublishedFigures.Contacts)
        {
            var others = count - contacts.Count(contact => contact.ReceivedOn >= from && contact.ReceivedOn <= to);
            var received = random.Shuffled(days.ToReceive(from, to, others));
            for (var i = 0; i < received.Length; i++)
                contacts.Add(Other(received[i], i < noFurtherAction));
        }
        return [.. contacts.OrderBy(contact => contact.ReceivedOn)];
    }

    private SampleContact Before(SampleReferral referral)
    {
        var dayBefore = SampleDays.Before(referral.ReceivedOn, 1);
        var receivedOn = dayBefore >= PublishedFigures.FirstDay && random.Chance(0.15) ? dayBefore : referral.ReceivedOn;
        return new SampleContact(receivedOn, referral.Team)
        {
            Child = referral.Child,
            Source = referral.Source,
            Outcome = "referral",
            Worker = random.Pick(referral.Team.Workers),
            RecordedOn = courses.Entered(receivedOn),
        };
    }

    private SampleContact Other(DateOnly receivedOn, bool noFurtherAction)
    {
        var team = random.Pick(SampleTeams.All, TeamShares.Sizes);
        var undecided = !noFurtherAction && receivedOn > PublishedFigures.LastDay.AddDays(-DaysUndecided) && random.Chance(0.5);
        return new SampleContact(receivedOn, team)
        {
            Child = children.OfContact(team),
            Source = courses.Source(),
            Outcome = noFurtherAction ? "nfa" : undecided ? "" : random.Pick(["advice", "signposting", "early_help"], [5, 3, 2]),
            Worker = random.Pick(team.Workers),
            RecordedOn = courses.Entered(receivedOn),
        };
    }
}

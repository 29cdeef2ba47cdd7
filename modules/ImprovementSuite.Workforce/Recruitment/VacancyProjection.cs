using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Workforce.Recruitment;

/// <summary>What is known today of the posts of some roles. All in hundredths of a full-time post.</summary>
/// <param name="Words">"qualified social workers".</param>
/// <param name="Posts">Hours of the establishment.</param>
/// <param name="Vacant">Of those, hours that nobody employed has; covered by agency or not.</param>
/// <param name="InPost">Employed people's hours today.</param>
/// <param name="InPostAYearAgo">The same a year ago.</param>
/// <param name="Leavers">Who left the council's employment in the last twelve months.</param>
internal sealed record RolesToday(string Words, long Posts, long Vacant, long InPost, long InPostAYearAgo, long Leavers);

/// <summary>What campaigns for the roles have brought so far. All in hundredths of a full-time post.</summary>
/// <param name="Starts">Agreed starts that lie ahead, by their day.</param>
/// <param name="OpenOffers">Offers without a day of start.</param>
/// <param name="OffersDone">Earlier offers whose end is known.</param>
/// <param name="OffersTaken">Of those, that came into post.</param>
internal sealed record OffersToday(IReadOnlyList<(DateOnly On, long Fte)> Starts, long OpenOffers, long OffersDone, long OffersTaken);

/// <summary>
/// Which posts will be vacant on a day: those of today, less agreed starts until then, less offers by the share of past offers that came into post, and leavers
/// at the rate of the last twelve months. It promises nothing of campaigns that have made no offer yet.
/// </summary>
internal sealed class VacancyProjection(RolesToday roles, OffersToday offers, DateOnly today, DateOnly on)
{
    private const decimal DaysOfYear = 365;

    public DateOnly On => on;

    public long Starts { get; } = offers.Starts.Where(start => start.On > today && start.On <= on).Sum(start => start.Fte);

    /// <summary>The share of past offers that came into post, 0 to 1; null where none has ended yet.</summary>
    public decimal? ShareOfOffers { get; } = offers.OffersDone > 0 ? (decimal)offers.OffersTaken / offers.OffersDone : null;

    /// <summary>Of the open offers, what is likely to come.</summary>
    public long FromOffers => Round(offers.OpenOffers * (ShareOfOffers ?? 0));

    /// <summary>Leavers until the day, at the last twelve months' rate of those in post.</summary>
    public long Leavers
    {
        get
        {
            var average = (roles.InPost + roles.InPostAYearAgo) / 2m;
            return average == 0 ? 0 : Round(roles.Leavers / average * roles.InPost * (on.DayNumber - today.DayNumber) / DaysOfYear);
        }
    }

    public long Vacant => Math.Clamp(roles.Vacant - Starts - FromOffers + Leavers, 0, roles.Posts);

    /// <summary>Of the posts; null where there are none.</summary>
    public decimal? Percent => roles.Posts == 0 ? null : Math.Round(100m * Vacant / roles.Posts, 1, MidpointRounding.AwayFromZero);

    /// <summary>Posts fewer that would have to be vacant for the target; under 0 where it is met.</summary>
    public long Short(int targetHundredths) => Vacant - (long)Math.Floor(roles.Posts * (decimal)targetHundredths / 100_00);

    /// <summary>Each part with its number, as it can be read aloud.</summary>
    public string Sentence() => Percent is not { } percent
        ? $"The establishment has no posts of {roles.Words}."
        : $"On {Say.Date(on)} about {Say.Posts(Vacant)} of {Say.Posts(roles.Posts)} posts of {roles.Words} would be vacant, {Say.Percent(percent)}: {Say.Posts(roles.Vacant)} today, less {Say.Posts(Starts)} by agreed starts, "
          + $"less {OfferWords()}, and {Say.Posts(Leavers)} more by leavers at the rate of the last 12 months, when {Say.Posts(roles.Leavers)} left.";

    private string OfferWords() => ShareOfOffers is { } share
        ? $"{Say.Posts(FromOffers)} of {Say.Posts(offers.OpenOffers)} offered, as {Say.Percent(Math.Round(100 * share))} of past offers came into post"
        : $"0 of {Say.Posts(offers.OpenOffers)} offered, as no past offer says how many come";

    private static long Round(decimal hundredths) => (long)Math.Round(hundredths, MidpointRounding.AwayFromZero);
}

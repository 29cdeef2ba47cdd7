using ImprovementSuite.Workforce.Recruitment;

namespace ImprovementSuite.Tests.Workforce.Recruitment;

/// <summary>What will be vacant on a day, part by part.</summary>
public sealed class VacancyProjectionTests
{
    private static readonly DateOnly Today = new(2010, 8, 20);

    private static readonly RolesToday Roles = new("team managers", 80_00, 30_00, 50_00, 50_00, 10_00);

    private static readonly OffersToday Offers = new([(new(2010, 9, 6), 2_00), (new(2010, 10, 31), 1_00), (new(2010, 11, 1), 5_00)], OpenOffers: 4_00, OffersDone: 8_00, OffersTaken: 6_00);

    [Fact]
    public void Each_part_stands_in_the_sentence_with_its_number()
    {
        var projection = new VacancyProjection(Roles, Offers, Today, new(2010, 10, 31));

        // 72 days of 365 at 10 leavers of 50 a year; 3 of 4 offers.
        Assert.Equal((3_00L, 3_00L, 1_97L, 25_97L), (projection.Starts, projection.FromOffers, projection.Leavers, projection.Vacant));
        Assert.Equal(
            "On 31 October 2010 about 25.97 of 80 posts of team managers would be vacant, 32.5%: 30 today, less 3 by agreed starts, less 3 of 4 offered, as 75% of past offers came into post, and 1.97 more by leavers at the rate of the last 12 months, when 10 left.",
            projection.Sentence());
        // 20% of 80 are 16.
        Assert.Equal(9_97, projection.Short(20_00));
        Assert.True(projection.Short(33_00) <= 0);
    }

    [Fact]
    public void Leavers_follow_those_who_are_in_post_now() =>
        // 10 left of 40 on average; 60 are there now, for a year.
        Assert.Equal(15_00, new VacancyProjection(Roles with { InPost = 60_00, InPostAYearAgo = 20_00 }, Offers, Today, Today.AddDays(365)).Leavers);

    [Fact]
    public void Without_past_offers_none_is_counted_and_it_is_said()
    {
        var projection = new VacancyProjection(Roles, Offers with { OffersDone = 0, OffersTaken = 0 }, Today, new(2010, 10, 31));

        Assert.Equal((null, 0L), (projection.ShareOfOffers, projection.FromOffers));
        Assert.Contains("less 0 of 4 offered, as no past offer says how many come", projection.Sentence());
    }

    [Fact]
    public void Vacancies_never_pass_none_or_all()
    {
        Assert.Equal(0, new VacancyProjection(Roles with { Vacant = 1_00 }, Offers, Today, new(2010, 12, 31)).Vacant);
        Assert.Equal(80_00, new VacancyProjection(Roles with { Vacant = 80_00, Leavers = 50_00 }, new([], 0, 0, 0), Today, new(2011, 8, 20)).Vacant);
        Assert.Equal("The establishment has no posts of team managers.", new VacancyProjection(new("team managers", 0, 0, 0, 0, 0), new([], 0, 0, 0), Today, Today).Sentence());
    }
}

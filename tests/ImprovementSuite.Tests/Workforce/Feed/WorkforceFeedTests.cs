using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.Feed.V1;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Feed;

/// <summary>What the feed of the workforce rejects, by itself and beside what is stored, and that nothing else is lost with it.</summary>
public sealed class WorkforceFeedTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync() => _suite = await RunningSuite.Start();

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Each_wrong_record_is_named_and_rejected_by_itself()
    {
        Assert.Equal(
            [
                "fte is 1.2, which is over 1: a person or a post has one full-time equivalent at the most.",
                "fte is \"half\", which is no number with up to two decimals: give the full-time equivalent, such as 1 or 0.6.",
                "ends_on (2009-01-01) lies before starts_on (2009-01-05): correct one of them.",
                "amount is \"£1,234.50\": write it without its currency sign, such as 1234.50.",
                "amount is \"1,234.50\": write it without commas, such as 1234.50.",
                "role is \"wizard\", which is not in its list: give one of social-worker, senior-social-worker, team-manager, locality-manager, service-manager, practice-improvement-manager, social-work-assistant, administrator, other.",
                "ended is \"resigned\", and the household was never approved: give withdrew or not-approved, or the day of approval.",
                "approved_on (2010-01-05) lies before assessed_on (2010-02-01): correct one of them.",
                "due_on is 2012-01-01, outside its cycle (2010-04-01 to 2011-03-31): correct one of them.",
            ],
            await Rejected(_suite,
            [
                Post("S1"), Person("S1", "A", "1.2"), Person("S1", "A", "half"), Person("S1", "A", to: "2009-01-01", ended: "left"),
                Invoice("1", "2010-07-01", "2010-07-31", "2010-08-10", "£1,234.50"), Invoice("2", "2010-07-01", "2010-07-31", "2010-08-10", "1,234.50"),
                Post("S9", "wizard"), Household("H1", "2010-01-01", ended: "2010-02-01", how: "resigned"),
                Household("H2", "2009-12-01", "2010-01-05", more: household => household.AssessedOn = "2010-02-01"), Appraisal("A", "Central 1", due: "2012-01-01"),
            ]));
        Assert.Equal((1_00, 1_00), Value(_suite, "VACANCY-SOCIAL-WORKERS", RunningSuite.Today));
    }

    [Fact]
    public async Task Two_people_share_a_post_up_to_its_hours()
    {
        await Send(_suite, [Post("S1"), Person("S1", "A", "0.5"), Person("S1", "B", "0.5")]);

        Assert.Equal(
            ["On 2010-06-01 post S1 would have 1.2 in 1 full-time equivalent, with record S1-A and record S1-B: end one first, or correct the hours."],
            await Rejected(_suite, Person("S1", "C", "0.2", "2010-06-01")));
        // One makes room within the same batch.
        await Send(_suite, [Person("S1", "B", "0.5", to: "2010-05-31", ended: "left", version: 2), Person("S1", "C", "0.5", "2010-06-01")]);
        // A time that ended before the others came overlaps nobody; one that runs into theirs does, on the day on which they began.
        await Send(_suite, [Person("S1", "D", "1", "2008-05-01", "2009-01-04", "left")]);
        Assert.Equal(
            ["On 2009-01-05 post S1 would have 2 in 1 full-time equivalent, with record S1-A and record S1-B: end one first, or correct the hours."],
            await Rejected(_suite, Person("S1", "D", "1", "2008-05-01", "2009-01-05", "left", version: 2)));
    }

    [Fact]
    public async Task A_post_does_not_end_while_somebody_is_in_it()
    {
        await Send(_suite, [Post("S1"), Person("S1", "A")]);

        Assert.Equal(
            [
                "Post S1 ends on 2010-06-30, and somebody is in it after that (record S1-A): end their time in it first, or correct the day.",
                "Post S1 cannot go while somebody is in it (record S1-A): end their time in it first.",
            ],
            await Rejected(_suite, [Post("S1", to: "2010-06-30", version: 2), Withdrawn(Post("S1"))]));
        await Send(_suite, [Person("S1", "A", to: "2010-06-30", ended: "left", version: 2), Post("S1", to: "2010-06-30", version: 2)]);
        Assert.Equal(
            ["Post S1 ends on 2010-06-30, and this person is in it without an end: give a day by then in ends_on, or correct the post first."],
            await Rejected(_suite, Person("S1", "B", from: "2010-07-01")));
    }

    [Fact]
    public async Task A_post_that_moves_is_sent_anew_and_needs_no_gap()
    {
        await Send(_suite, [Post("S1"), Person("S1", "A"), Post("S1", team: "North 1", from: "2010-05-01", id: "S1-2")]);
        await Send(_suite, [Post("S1", to: "2010-04-30", version: 2)]);

        Assert.Equal(
            ["Post S1 from 2010-05-01 is record S1-2 already: send a later version of it, or give another day."],
            await Rejected(_suite, Post("S1", team: "West 1", from: "2010-05-01", id: "S1-3")));
        Assert.Equal((0, 1_00), Value(_suite, "VACANCY-SOCIAL-WORKERS", RunningSuite.Today));
    }

    [Fact]
    public async Task An_invoice_is_counted_once()
    {
        await Send(_suite, [Invoice("77", "2010-05-01", "2010-05-31", "2010-06-10", "1000")]);
        var twin = Invoice("77", "2010-05-01", "2010-05-31", "2010-06-10", "1000", agency: "HARBOUR");

        Assert.Equal(
            ["Invoice 77 of HARBOUR is record Harbour-77 already: it is counted once. Send a later version of that record where it has changed."], await Rejected(_suite, twin));
        await Send(_suite, [Invoice("77", "2010-05-01", "2010-05-31", "2010-06-10", "900.50", version: 2), Invoice("77", "2010-05-01", "2010-05-31", "2010-06-10", "50", agency: "Other agency")]);
        Assert.Equal((950_50, 0), Value(_suite, "AGENCY-SPEND", RunningSuite.Today, ImprovementSuite.Contracts.PeriodKind.YearToDate));
    }

    [Fact]
    public async Task What_is_sent_twice_changes_nothing_and_conflicts_with_nothing()
    {
        await Fill(_suite);
        var before = Value(_suite, "VACANCY-SOCIAL-WORKERS", RunningSuite.Today);

        var receipt = Assert.Single(await Submit(_suite, All()));

        Assert.Equal((All().Count(), 0), (receipt.Duplicate, receipt.Rejected));
        Assert.Equal(before, Value(_suite, "VACANCY-SOCIAL-WORKERS", RunningSuite.Today));
    }
}

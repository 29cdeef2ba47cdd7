using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;

namespace ImprovementSuite.Tests.Inspections.Measures;

public sealed class InspectionMeasuresTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2010, 8, 20);
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public void Block_a_counts_the_last_overall_judgement_of_services_and_settings_and_no_fostering()
    {
        Assert.Equal((2, 4), Value(_suite, "BLOCK-A", Today));
        Assert.Equal((1, 2), Value(_suite, "BLOCK-A", new(2010, 1, 31)));
        Assert.Equal((1, 0), Value(_suite, "INADEQUATE-HOMES", Today));
        Assert.False(IsCounted(_suite, "INADEQUATE-HOMES", new(2010, 1, 31)));
    }

    [Fact]
    public async Task A_later_judgement_stands_in_the_place_of_the_one_before_and_a_closed_provider_counts_no_more()
    {
        await Send(_suite, Report("H1b", "HOME-1", "2010-06-21", "2010-06-23"), Judgement("H1b", "satisfactory"), Provider("PRU-1", "pupil-referral-unit", closed: "2010-07-31", version: 2));

        Assert.Equal((0, 0), Value(_suite, "INADEQUATE-HOMES", Today));
        Assert.True(IsCounted(_suite, "INADEQUATE-HOMES", Today));
        Assert.Equal((1, 0), Value(_suite, "INADEQUATE-HOMES", new(2010, 5, 31)));
        Assert.Equal((2, 3), Value(_suite, "BLOCK-A", Today));
        Assert.Equal((2, 4), Value(_suite, "BLOCK-A", new(2010, 7, 31)));
    }

    [Fact]
    public async Task In_the_original_timescale_is_what_was_complete_by_then_and_validated_whatever_was_revised()
    {
        Assert.Equal((0, 3), Value(_suite, "RECS-IN-TIMESCALE", Today, PeriodKind.YearToDate));

        // H1/2 was complete a day before its date, P1/1 a day after.
        await Complete("H1", "2", new(2010, 7, 30));
        await Complete("P1", "1", new(2010, 5, 1));
        Assert.Equal((0, 3), Value(_suite, "RECS-IN-TIMESCALE", Today, PeriodKind.YearToDate));

        await Validate("H1", "2", new(2010, 8, 10));
        await Validate("P1", "1", new(2010, 8, 10));
        Assert.Equal((1, 3), Value(_suite, "RECS-IN-TIMESCALE", Today, PeriodKind.YearToDate));
        // July's own figure is restated: its recommendation was validated in August.
        Assert.Equal((1, 1), Value(_suite, "RECS-IN-TIMESCALE", new(2010, 7, 31), PeriodKind.Month));
    }

    [Fact]
    public async Task A_revised_date_meets_nothing()
    {
        Assert.Null(await Step(_suite, "PEER", "1", (desk, one) => desk.Revise(one, new(2010, 9, 30), "The policy waits for the board", "Director", Owner)));
        await Complete("PEER", "1", new(2010, 8, 19));
        await Validate("PEER", "1", Today);

        var row = await Row(_suite, "PEER", "1");
        Assert.Equal((new DateOnly(2010, 5, 31), new DateOnly(2010, 9, 30), LedgerStatus.Met), (row.OriginallyDueOn, row.RevisedDueOn!.Value, row.Status));
        Assert.Equal((0, 3), Value(_suite, "RECS-IN-TIMESCALE", Today, PeriodKind.YearToDate));
    }

    [Fact]
    public async Task What_has_relapsed_is_met_no_more()
    {
        await Complete("H1", "2", new(2010, 7, 30));
        await Validate("H1", "2", new(2010, 8, 10));
        Assert.Null(await Step(_suite, "H1", "2", (desk, one) => desk.Reopen(one, "The next visit found it again", Validator)));

        Assert.Equal((0, 3), Value(_suite, "RECS-IN-TIMESCALE", Today, PeriodKind.YearToDate));
        Assert.True((await Row(_suite, "H1", "2")).IsOverdue(Today));
    }

    [Fact]
    public async Task A_duplicate_is_counted_with_the_one_that_it_is_linked_to()
    {
        var other = (await Row(_suite, "P1", "1")).Id;
        Assert.Null(await Step(_suite, "PEER", "1", (desk, one) => desk.Link(one, other, null, Validator, default)));

        Assert.Equal((0, 2), Value(_suite, "RECS-IN-TIMESCALE", Today, PeriodKind.YearToDate));
    }

    [Fact]
    public async Task The_recommendations_of_a_report_are_a_measure_of_their_own()
    {
        await Edit(_suite, async db =>
        {
            db.Add(new ReportMeasure { InspectionRef = "F1", Code = "RECS-FOSTERING", Title = "Fostering inspection recommendations implemented" });
            await db.SaveAndCountAnew([("RECS-FOSTERING", new(2010, 1, 1))], default);
            return 0;
        });
        Count(_suite);
        Assert.Equal((0, 3), Value(_suite, "RECS-FOSTERING", Today));

        await Complete("F1", "1", new(2010, 8, 2));
        await Complete("F1", "2", new(2010, 8, 3));
        await Validate("F1", "1", new(2010, 8, 16));
        Assert.Equal((1, 3), Value(_suite, "RECS-FOSTERING", Today));

        // What another report asks for too is implemented here with it.
        var done = (await Row(_suite, "F1", "1")).Id;
        await Send(_suite, Recommendation("PEER", "2", "2010-12-31"));
        await Edit(_suite, async db =>
        {
            db.Add(new ReportMeasure { InspectionRef = "PEER", Code = "RECS-PEER", Title = "Peer review recommendations implemented" });
            await db.SaveAndCountAnew([("RECS-PEER", new(2010, 1, 1))], default);
            return 0;
        });
        Assert.Null(await Step(_suite, "PEER", "2", (desk, one) => desk.Link(one, done, null, Validator, default)));
        Assert.Equal((1, 2), Value(_suite, "RECS-PEER", Today));

        // Whoever implements it: what a system sends of the other report counts here at once.
        await Send(_suite, Recommendation("PEER", "3", "2010-12-31"));
        var sent = (await Row(_suite, "P1", "1")).Id;
        Assert.Null(await Step(_suite, "PEER", "3", (desk, one) => desk.Link(one, sent, null, Validator, default)));
        Assert.Equal((1, 3), Value(_suite, "RECS-PEER", Today));
        await Send(_suite, Recommendation("P1", "1", "2010-04-30", service: "Inclusion", completed: "2010-07-01", evidence: "File 7", validated: "2010-07-05", validatedBy: "Reviewer", how: "desk-check", version: 2));
        Assert.Equal((2, 3), Value(_suite, "RECS-PEER", Today));
    }

    [Fact]
    public async Task A_home_counts_as_visited_through_the_month_after_its_visit()
    {
        await Send(_suite, Provider("HOME-1", "childrens-home", opened: "2000-01-01", version: 2), Provider("HOME-2", "childrens-home", opened: "2010-06-15", version: 2), Visit("HOME-1", "2010-05-20"), Visit("HOME-1", "2010-07-02"), Visit("HOME-2", "2010-07-31"));

        Assert.Equal((1, 1), Value(_suite, "HOMES-VISITED", new(2010, 6, 30)));
        Assert.Equal((0, 1), Value(_suite, "HOMES-VISITED", new(2010, 7, 31)));
        Assert.Equal((2, 2), Value(_suite, "HOMES-VISITED", Today));
    }

    [Fact]
    public async Task A_home_of_unknown_opening_is_due_visits_from_the_first_that_is_known_of_it()
    {
        await Send(_suite, Provider("HOME-2", "childrens-home", closed: "2010-01-31", version: 2), Provider("HOME-3", "childrens-home"), Visit("HOME-1", "2010-06-20"), Visit("HOME-1", "2010-07-20"));
        Assert.Equal((1, 1), Value(_suite, "HOMES-VISITED", Today));

        await Send(_suite, Report("H3", "HOME-3", "2010-06-10"));
        Assert.Equal((1, 2), Value(_suite, "HOMES-VISITED", Today));

        await Send(_suite, Withdrawn(Report("H3", "HOME-3", "2010-06-10")));
        Assert.Equal((1, 1), Value(_suite, "HOMES-VISITED", Today));
    }

    [Fact]
    public async Task Reviews_judged_since_the_plan_began_count_and_adequate_is_enough()
    {
        Assert.Equal(default, Value(_suite, "SCR-ADEQUATE", Today));

        await Send(_suite,
            Report("SCR-1", "AUTH", "2009-11-02", kind: "serious-case-review", framework: "scr-2008"), Report("SCR-2", "AUTH", "2010-06-02", kind: "serious-case-review", framework: "scr-2008"),
            Report("SCR-3", "AUTH", "2010-07-02", kind: "serious-case-review", framework: "scr-2008"), Judgement("SCR-1", "inadequate"), Judgement("SCR-2", "adequate"), Judgement("SCR-3", "inadequate"));

        Assert.Equal((1, 2), Value(_suite, "SCR-ADEQUATE", Today));
    }

    [Theory]
    [InlineData("REPORTS-MONTHLY")]
    [InlineData("REPORTS-QUARTERLY")]
    public void While_no_report_is_made_the_reading_is_0_since_the_year_in_which_the_first_record_came(string measure)
    {
        Assert.True(IsCounted(_suite, measure, Today, PeriodKind.YearToDate));
        Assert.Equal((0, 0), Value(_suite, measure, Today, PeriodKind.YearToDate));
        Assert.True(IsCounted(_suite, measure, new(2010, 4, 30), PeriodKind.YearToDate));
        // Nobody asked for reports before that.
        Assert.False(IsCounted(_suite, measure, new(2010, 3, 31), PeriodKind.YearToDate));
    }

    [Fact]
    public async Task Before_the_first_inspection_there_is_nothing_to_report()
    {
        await using var suite = await RunningSuite.Start();
        await Send(suite, Provider("HOME-1", "childrens-home"));

        Assert.False(IsCounted(suite, "REPORTS-MONTHLY", Today, PeriodKind.YearToDate));
    }

    private async Task Complete(string report, string number, DateOnly day)
    {
        await AddEvidence(_suite, report, number, Owner);
        Assert.Null(await Step(_suite, report, number, (desk, one) => desk.Complete(one, day, null, Owner)));
    }

    private async Task Validate(string report, string number, DateOnly day) =>
        Assert.Null(await Step(_suite, report, number, (desk, one) => desk.Validate(one, true, day, ValidatedHow.Visit, "Seen at the home", Validator)));
}

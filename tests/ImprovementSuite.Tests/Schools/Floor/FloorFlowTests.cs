using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Results;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.Schools.Floor;

/// <summary>Who rose and who fell, read out of a real database.</summary>
public sealed class FloorFlowTests : IAsyncLifetime
{
    private static readonly ResultSet In2009 = new(2009, ResultStatus.Final);
    private static readonly ResultSet In2010 = new(2010, ResultStatus.Provisional);

    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await SchoolsOfTest.Fill(_suite);
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Each_school_below_in_either_round_is_told_by_name()
    {
        var flow = FloorFlow.Between(await Book(), In2009, In2010);

        Assert.Equal((3, 2), (flow.BelowBefore, flow.BelowNow));
        Assert.Equal([SchoolsOfTest.AbbeyRoad], Urns(flow, FloorMove.Rose));
        Assert.Equal([SchoolsOfTest.BrookLane], Urns(flow, FloorMove.StayedBelow));
        Assert.Equal([SchoolsOfTest.CanalStreet], Urns(flow, FloorMove.Fell));
        Assert.Equal([SchoolsOfTest.Glebe, SchoolsOfTest.HillTop], Urns(flow, FloorMove.Left));
        // Everybody who was below is accounted for, whatever the net number says.
        Assert.Equal(flow.BelowBefore, flow.Count(FloorMove.Rose) + flow.Count(FloorMove.StayedBelow) + flow.Of(FloorMove.Left).Count(school => school.Was!.Outcome == FloorOutcome.Below));
    }

    [Fact]
    public async Task A_school_that_alone_carried_on_for_another_is_the_same_school()
    {
        const int academy = 138_001;
        await SchoolsOfTest.Send(_suite,
        [
            SchoolsOfTest.School(SchoolsOfTest.HillTop, "Hill Top Primary", closedOn: "2009-08-31", version: 2, more: school => { school.ClosedWhy = "Academy Converter"; school.Successors.Add($"{academy}"); }),
            SchoolsOfTest.School(academy, "Hill Top Academy"), SchoolsOfTest.Result(academy, 2010, 14, status: "provisional"),
        ]);

        var flow = FloorFlow.Between(await Book(), In2009, In2010);

        Assert.Contains(flow.Of(FloorMove.Rose), school => school.School.Urn == academy && school.Was!.Outcome == FloorOutcome.Below);
        Assert.DoesNotContain(SchoolsOfTest.HillTop, Urns(flow, FloorMove.Left));
    }

    [Fact]
    public async Task Of_two_that_merged_neither_is_the_new_school()
    {
        const int merged = 138_002;
        await SchoolsOfTest.Send(_suite,
        [
            SchoolsOfTest.School(SchoolsOfTest.HillTop, "Hill Top Primary", closedOn: "2009-08-31", version: 2, more: school => school.Successors.Add($"{merged}")),
            SchoolsOfTest.School(SchoolsOfTest.BrookLane, "Brook Lane Primary", closedOn: "2009-08-31", version: 2, more: school => school.Successors.Add($"{merged}")),
            SchoolsOfTest.School(merged, "Brook Hill Primary"), SchoolsOfTest.Result(merged, 2010, 14, status: "provisional"),
        ]);

        var flow = FloorFlow.Between(await Book(), In2009, In2010);

        Assert.Equal([merged], Urns(flow, FloorMove.Came));
        Assert.Contains(SchoolsOfTest.HillTop, Urns(flow, FloorMove.Left));
        Assert.Contains(SchoolsOfTest.BrookLane, Urns(flow, FloorMove.Left));
    }

    [Fact]
    public async Task Provisional_revised_and_final_stand_beside_each_other_and_the_most_settled_decides()
    {
        await SchoolsOfTest.Send(_suite, [SchoolsOfTest.Result(SchoolsOfTest.CanalStreet, 2010, 11, status: "final"), SchoolsOfTest.Result(SchoolsOfTest.CanalStreet, 2010, 10, status: "revised")]);

        var book = await Book();

        Assert.Equal(FloorOutcome.Below, book.Decide(SchoolsOfTest.CanalStreet, In2010).Outcome);
        Assert.Equal(FloorOutcome.Below, book.Decide(SchoolsOfTest.CanalStreet, new ResultSet(2010, ResultStatus.Revised)).Outcome);
        Assert.Equal(FloorOutcome.Above, book.Decide(SchoolsOfTest.CanalStreet, 2010).Outcome);
    }

    [Fact]
    public async Task A_result_under_a_number_that_was_matched_counts_for_the_school()
    {
        const int unknown = 199_999;
        await SchoolsOfTest.Send(_suite, [SchoolsOfTest.Result(unknown, 2010, 5, status: "provisional")]);
        Assert.Equal(FloorOutcome.NoResult, (await Book()).Decide(SchoolsOfTest.Glebe, 2010).Outcome);

        await SchoolsOfTest.Edit(_suite, async db =>
        {
            db.MatchedUrns.Add(new() { Urn = unknown, School = SchoolsOfTest.Glebe });
            await db.SaveAndCountAnew(default);
        });

        Assert.Equal(FloorOutcome.Below, (await Book()).Decide(SchoolsOfTest.Glebe, 2010).Outcome);
    }

    private static IEnumerable<int> Urns(FloorFlow flow, FloorMove move) => flow.Of(move).Select(school => school.School.Urn).Order();

    private Task<FloorBook> Book() => SchoolsOfTest.Read(_suite, db => db.Floor(default));
}

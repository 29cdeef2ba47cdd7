using ImprovementSuite.Inspections;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Sample;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;

namespace ImprovementSuite.Tests.Inspections.Sample;

/// <summary>The demo's inspections add up to what the plan of 2010 published.</summary>
public sealed class SampleInspectionsTests
{
    private static readonly DateOnly Today = new(2010, 8, 20);

    [Fact]
    public async Task They_add_up_to_what_the_plan_published()
    {
        await using var suite = await RunningSuite.Start();
        foreach (var batch in InspectionsModule.SampleBatches())
            await Send(suite, InspectionBatch.Parser.ParseJson(batch).Records);
        Assert.True(await InspectionsModule.LoadSample(suite.Services, Actor.Suite));
        Assert.False(await InspectionsModule.LoadSample(suite.Services, Actor.Suite));
        Count(suite);

        Assert.Equal((28, 51), Value(suite, "BLOCK-A", Today));
        Assert.Equal((1, 0), Value(suite, "INADEQUATE-HOMES", new(2009, 11, 30)));
        Assert.Equal((0, 0), Value(suite, "INADEQUATE-HOMES", Today));
        Assert.True(IsCounted(suite, "INADEQUATE-HOMES", Today));
        Assert.Equal((7, 9), Value(suite, "RECS-FOSTERING", Today));
        Assert.Equal((3, 9), Value(suite, "RECS-SAFEGUARDING-LAC", Today));
        Assert.Equal(default, Value(suite, "SCR-ADEQUATE", Today));
        var due = await Edit(suite, db => db.Ledger.Where(row => row.InspectionRef == SampleLedger.SafeguardingReport).Select(row => row.OriginallyDueOn).ToListAsync());
        Assert.Equal((3, 6), (due.Count(day => day == new DateOnly(2010, 9, 15)), due.Count(day => day == new DateOnly(2010, 11, 15))));
        Assert.Equal([9], await Edit(suite, db => db.Ledger.Where(row => row.InspectionRef == SampleLedger.FosteringReport).GroupBy(row => row.OriginallyDueOn).Select(day => day.Count()).ToListAsync()));
        var reviews = Read(suite, ImprovementSuite.Inspections.Data.ReviewReading.Judged);
        Assert.Equal((4, 2), (reviews.Count, reviews.Count(review => review.Grade == "inadequate")));
        Assert.Equal(LedgerStatus.Open, (await Row(suite, "pru-1-2009", "1")).Status);
    }
}

namespace ImprovementSuite.Benchmarks.Plan;

/// <summary>How long a batch takes to the plan: from sending it to the moment that plan/v1 gives readings that count it, little and much stored.</summary>
internal static class PlanBenchmark
{
    private const int Batches = 50;
    private const int FirstBatches = 5;

    public static async Task<IReadOnlyList<Figure>> Run(bool quick)
    {
        await using var few = await FedPlan.Start(10_000);
        await using var many = await FedPlan.Start(quick ? 100_000 : 1_000_000);
        // In turn, so that whatever else the machine does falls on both.
        for (var sequence = 1; sequence <= FirstBatches + Batches; sequence++)
        {
            await few.Send(sequence);
            await many.Send(sequence);
        }
        // A host that has just counted a million referrals rests before it counts again: that is its start, not its everyday.
        few.Times.RemoveRange(0, FirstBatches);
        many.Times.RemoveRange(0, FirstBatches);
        var apart = (many.Times.At(0.95) - few.Times.At(0.95)).Duration();
        return
        [
            few.Figure(),
            many.Figure(),
            new("batch to plan: difference of the two", Figure.Words(apart), "", "", "at most 150 ms", apart <= TimeSpan.FromMilliseconds(150)),
        ];
    }
}

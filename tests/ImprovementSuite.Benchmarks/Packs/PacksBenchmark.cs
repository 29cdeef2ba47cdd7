using System.Diagnostics;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Snapshots;

namespace ImprovementSuite.Benchmarks.Packs;

/// <summary>How long a meeting's pack takes to write in each of its forms: the plan as it is, and one of 300 lines with as many measures and charts a line.</summary>
internal static class PacksBenchmark
{
    private const int Long = 300;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static IReadOnlyList<Figure> Run(bool quick)
    {
        using var json = PlanLoader.Plan2010();
        var file = PlanFileReader.Read(json);
        var pack = PackFrom.Snapshot(new PlanSnapshot(PlanContent.Of(file), file.Updated), file.Panels.Max(), [], [], []);
        return [.. from lines in new[] { pack.Lines.Count, Long } from form in Enum.GetValues<PackForm>() select Time(form, Of(pack, lines), quick ? 3 : 15)];
    }

    private static Figure Time(PackForm form, PackContent pack, int rounds)
    {
        var size = form.Write(pack).Length;
        var times = Enumerable.Range(0, rounds).Select(_ =>
        {
            var started = Stopwatch.StartNew();
            form.Write(pack);
            return started.Elapsed;
        }).ToList();
        Console.WriteLine($"{form} pack of {pack.Lines.Count} lines: {size / 1024:N0} kB, median {Figure.Words(times.Median())}, longest {Figure.Words(times.Max())}");
        return Figure.Under($"{form} pack of {pack.Lines.Count} lines", times.Median(), Limit);
    }

    /// <summary>The plan's lines over and over, each time under other references and with measures of their own.</summary>
    private static PackContent Of(PackContent pack, int lines) => pack with
    {
        Lines = [.. Enumerable.Range(0, lines).Select(place => (Line: pack.Lines[place % pack.Lines.Count], Copy: place / pack.Lines.Count)).Select(each => each.Copy == 0 ? each.Line : each.Line with
        {
            Ref = $"{each.Line.Ref}-{each.Copy}", Measures = [.. each.Line.Measures.Select(measure => measure with { Code = $"{measure.Code}-{each.Copy}" })],
        })],
    };
}

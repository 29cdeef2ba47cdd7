using Microsoft.Data.Sqlite;
using System.Runtime.InteropServices;

namespace ImprovementSuite.Benchmarks;

/// <summary>The figures of one run, with the machine that they are of.</summary>
internal sealed class FigureTable
{
    private readonly List<Figure> _figures = [];

    public void Add(IEnumerable<Figure> figures) => _figures.AddRange(figures);

    public void WriteHead(bool quick)
    {
        using var sqlite = new SqliteConnection("Data Source=:memory:");
        sqlite.Open();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
        Console.WriteLine($"ImprovementSuite benchmarks{(quick ? " (quick: small volumes, the targets are for the full ones)" : "")}");
        Console.WriteLine($"{Environment.ProcessorCount} cores, {memory} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, SQLite {sqlite.ServerVersion}");
        if (File.Exists("/proc/loadavg"))
            Console.WriteLine($"Load average before the run: {string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3))}");
        Console.WriteLine();
    }

    public void Write()
    {
        string[][] rows =
        [
            ["figure", "measured", "beside", "ratio", "target", "met"],
            .. _figures.Select(f => new[] { f.Name, f.Measured, f.Beside, f.Ratio, f.Target, f.Met ? "yes" : "NO" }),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        Console.WriteLine();
        foreach (var row in rows)
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}

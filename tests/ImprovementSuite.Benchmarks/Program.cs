using ImprovementSuite.Benchmarks;
using ImprovementSuite.Benchmarks.AnnexA;
using ImprovementSuite.Benchmarks.Feed;
using ImprovementSuite.Benchmarks.Inspections;
using ImprovementSuite.Benchmarks.Packs;
using ImprovementSuite.Benchmarks.Pages;
using ImprovementSuite.Benchmarks.Plan;
using ImprovementSuite.Benchmarks.Recalculation;
using ImprovementSuite.Benchmarks.Running;
using ImprovementSuite.Benchmarks.Schools;
using ImprovementSuite.Benchmarks.Start;
using ImprovementSuite.Benchmarks.Workforce;

// This program is also the process of the bare page.
if (args is [BarePage.Command])
    return await BarePage.Serve();

const string Usage = "dotnet run -c Release --project tests/ImprovementSuite.Benchmarks [-- feed|annexa|schools|workforce|inspections|plan|recalc|pages|packs|start] [--quick] [--host <published folder>]";
string? only = null, published = null;
var quick = false;
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--quick": quick = true; break;
        case "--host" when i + 1 < args.Length: published = args[++i]; break;
        case "feed" or "annexa" or "schools" or "workforce" or "inspections" or "plan" or "recalc" or "pages" or "packs" or "start": only = args[i]; break;
        default: Console.Error.WriteLine(Usage); return 1;
    }
}

var table = new FigureTable();
table.WriteHead(quick);
if (only is not ("packs" or "schools" or "workforce" or "inspections"))
    PublishedHost.Folder = published is null ? await PublishedHost.Publish() : Path.GetFullPath(published);
if (only is null or "feed")
    table.Add(await FeedBenchmark.Run(quick));
if (only is null or "annexa")
    table.Add(await AnnexABenchmark.Run(quick));
if (only is null or "schools")
    table.Add(await SchoolsBenchmark.Run(quick));
if (only is null or "workforce")
    table.Add(await WorkforceBenchmark.Run(quick));
if (only is null or "inspections")
    table.Add(await InspectionsBenchmark.Run(quick));
if (only is null or "plan")
    table.Add(await PlanBenchmark.Run(quick));
if (only is null or "recalc")
    table.Add(await RecalculationBenchmark.Run(quick));
if (only is null or "pages")
    table.Add(await PagesBenchmark.Run(quick));
if (only is null or "packs")
    table.Add(PacksBenchmark.Run(quick));
if (only is null or "start")
    table.Add(await StartBenchmark.Run(quick));
table.Write();
return 0;

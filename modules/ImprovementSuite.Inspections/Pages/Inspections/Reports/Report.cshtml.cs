using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Inspections.Pages.Inspections.Reports;

/// <summary>A report as it was frozen; or, until it is, what it would say.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ReportModel(ReportDesk desk) : PageModel
{
    public ReportPeriod Period { get; private set; }

    /// <summary>Null while it is a preview.</summary>
    public FrozenReport? Frozen { get; private set; }

    /// <summary>What was frozen is what stands here.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Why a preview cannot be frozen yet; null where it can.</summary>
    public string? WhyNot { get; private set; }

    public RecommendationsReport? Recommendations { get; private set; }

    public ProfileReport? Profile { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, string period, CancellationToken cancel) => await Read(kind, period, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(string kind, string period, CancellationToken cancel)
    {
        if (!await Read(kind, period, cancel))
            return NotFound();
        var name = $"{kind}-{period}{(Frozen is null ? "-preview" : "")}.csv";
        return Recommendations is { } monthly
            ? CsvDownload.Of(
                name, ["Report", "Number", "Source", "Provider", "Service", "Owner", "Recommendation", "Original date", "Revised date", "State", "Overdue"],
                monthly.Outstanding.Select(one => (string[])
                [
                    one.Report, one.Number, one.Source, one.Provider, one.Service, one.Owner, one.Text, $"{one.OriginallyDueOn:yyyy-MM-dd}", $"{one.RevisedDueOn:yyyy-MM-dd}", one.Status.Words(),
                    one.IsOverdue(monthly.AsOf) ? "Yes" : "No",
                ]))
            : CsvDownload.Of(name, ["Part", "What", "Figure", "Beside it", "On"], Lines(Profile!));
    }

    private static IEnumerable<string[]> Lines(ProfileReport report) =>
    [
        .. report.Profile.A.Kinds.Select(kind => (string[])["Block A", kind.Kind.Words(), Say.Of(kind.Share.Good, kind.Share.Inspected), kind.Share.Band ?? "", Day(report.To)]),
        ["Block A", "All", Say.Of(report.Profile.A.All.Good, report.Profile.A.All.Inspected), report.Profile.A.All.Band ?? "", Day(report.To)],
        .. report.Profile.A.NotGood.Select(service => (string[])["Not good yet", service.Name, service.Grade, service.Kind.Words(), Day(service.On)]),
        .. (report.Profile.A.Good ?? []).Select(service => (string[])["Good or better", service.Name, service.Grade, service.Kind.Words(), Day(service.On)]),
        .. report.Profile.B.Areas.Select(area => (string[])["Block B", $"{area.Provider}: {ProfileWords.Area(area.Area)}", area.Grade, area.Before, Day(area.On)]),
        .. (report.Profile.B.Ungraded ?? []).Select(one => (string[])["Block B", $"{one.Provider}: {one.Title}", "No grade recorded", "", Day(one.On)]),
        ["Block B", "Serious case reviews inadequate", Say.Of(report.Profile.B.Reviews.Inadequate, report.Profile.B.Reviews.Judged), "", Day(report.To)],
        .. report.Profile.C.Select(one => (string[])
            ["Block C", $"{one.Measure}: {one.Title}", one.Words, $"Neighbours {ProfileWords.Other(one.Neighbours)}: {one.Beside(one.WithNeighbours, one.Neighbours)}; national {ProfileWords.Other(one.National)}: {one.Beside(one.WithNational, one.National)}", Day(one.On)]),
        .. report.Readiness.Select(line => (string[])["Readiness", line.Provider, line.ReviewerGrade ?? "", string.Join("; ", line.Risks), Day(line.WindowFrom)]),
        .. report.Risks.Select(risk => (string[])["Risk", risk, "", "", Day(report.AsOf)]),
    ];

    private static string Day(DateOnly? day) => $"{day:yyyy-MM-dd}";

    private async Task<bool> Read(string kind, string named, CancellationToken cancel)
    {
        if (ReportPeriod.Read(kind, named) is not { } period)
            return false;
        Period = period;
        Frozen = await desk.Frozen(period, cancel);
        IsWhole = Frozen is not null && await desk.IsWhole(Frozen, cancel);
        WhyNot = desk.WhyNot(period, Frozen);
        var body = Frozen?.Body ?? desk.Preview(period);
        if (period.Kind == ReportKind.Recommendations)
            Recommendations = ReportBody.Recommendations(body);
        else
            Profile = ReportBody.Profile(body);
        return true;
    }
}

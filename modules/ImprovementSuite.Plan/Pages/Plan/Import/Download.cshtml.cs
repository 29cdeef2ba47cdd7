using System.Globalization;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Loading.Importing;
using ImprovementSuite.Plan.Loading.Workbook;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan.Import;

/// <summary>The plan as a file, in JSON or as a workbook, and the empty template.</summary>
internal sealed class DownloadModel(PlanDb db, BusinessClock clock) : PageModel
{
    public async Task<IActionResult> OnGet(string file, CancellationToken cancel)
    {
        if (file == "template.xlsx")
            return Sent(null, "plan-template.xlsx");
        if (file is not ("plan.xlsx" or "plan.json") || await StoredPlan.Read(db, cancel) is not { } plan)
            return NotFound();
        var day = clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Sent(plan, $"improvement-plan-{day}{Path.GetExtension(file)}");
    }

    private FileContentResult Sent(PlanFile? plan, string name)
    {
        using var content = new MemoryStream();
        if (plan is not null && name.EndsWith(".json", StringComparison.Ordinal))
            PlanFileWriter.Write(plan, content);
        else
            WorkbookWriter.Write(plan, content);
        return File(content.ToArray(), name.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : WorkbookWriter.ContentType, name);
    }
}

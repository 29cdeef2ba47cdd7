using ImprovementSuite.Plan.Data;
using ImprovementSuite.Platform.ChangeLog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Editing;

/// <summary>What was changed in the plan, or in one line or measure of it: who, when, before, after and why. Whoever reads the plan reads it.</summary>
internal sealed class HistoryModel(PlanDb db) : PageModel
{
    private const int PerPage = 50;

    /// <summary>"Line 1.1", "Measure NI59"; empty for the whole plan.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    public IReadOnlyList<ChangeEntry> Entries { get; private set; } = [];
    public int Count { get; private set; }
    public bool More => From + Entries.Count < Count;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var entries = db.ChangeLog.AsNoTracking().Where(entry => Of == null || entry.Subject == Of);
        Count = await entries.CountAsync(cancel);
        From = Math.Clamp(From, 0, Count);
        Entries = await entries.OrderByDescending(entry => entry.Sequence).Skip(From).Take(PerPage).ToListAsync(cancel);
    }

    /// <summary>The page that shows how a thing stands now; null where it has none.</summary>
    public static string? Page(string subject) =>
        subject.StartsWith("Line ", StringComparison.Ordinal) ? $"/plan/line/{subject[5..]}" : subject.StartsWith("Measure ", StringComparison.Ordinal) ? $"/plan/measure/{subject[8..]}" : null;
}

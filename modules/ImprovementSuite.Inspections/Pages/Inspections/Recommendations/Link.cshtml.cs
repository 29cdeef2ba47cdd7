using Microsoft.EntityFrameworkCore;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Inspections.Pages.Inspections.Recommendations;

/// <summary>Says that it asks for the same as one of another report, or that it does not.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class LinkModel(InspectionsDb db, LedgerDesk desk, BusinessClock clock) : RecommendationForm(db, desk, clock)
{
    private const int MostFound = 50;

    /// <summary>Words by which others are looked for.</summary>
    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Words { get; set; }

    /// <summary>The one that it is a duplicate of.</summary>
    [BindProperty]
    public long? Other { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<(string, string)> Others { get; private set; } = [];

    /// <summary>What it is linked to now.</summary>
    public LedgerRow? LinkedTo { get; private set; }

    protected override string Doing => "Link it as a duplicate";

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        await Fill(cancel);
        if (Other is not { } other)
        {
            ModelState.Remove(nameof(Other));
            ModelState.AddModelError(nameof(Other), "Choose the recommendation that asks for the same");
            return Page();
        }
        return await Take(await Desk.Link(Case, other, Why, By, cancel), cancel, theirs => [("Duplicate of", Named(theirs.DuplicateOfId), Named(other))]);
    }

    public async Task<IActionResult> OnPostUnlinkAsync(long id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        await Fill(cancel);
        return await Take(Desk.Unlink(Case, By), cancel, theirs => [("Duplicate of", Named(theirs.DuplicateOfId), "None")]);
    }

    protected override async Task Fill(CancellationToken cancel)
    {
        if (Row.DuplicateOfId is { } linked)
            LinkedTo = await Db.Ledger.SingleOrDefaultAsync(row => row.Id == linked, cancel);
        var (report, due, counts) = (Row.InspectionRef, Row.OriginallyDueOn, Row.Counts);
        var others = Db.Ledger.Where(row => row.InspectionRef != report && row.DuplicateOfId == null && row.Status != LedgerStatus.Withdrawn && row.OriginallyDueOn <= due && (row.Counts || !counts));
        if (!string.IsNullOrWhiteSpace(Words))
        {
            var part = $"%{Words.Trim().Replace("!", "!!").Replace("%", "!%").Replace("_", "!_")}%";
            others = others.Where(row => EF.Functions.Like(row.Text, part, "!") || EF.Functions.Like(row.Report, part, "!"));
        }
        Others = [("", "Choose one"), .. (await others.OrderByDescending(row => row.ReportOn).ThenBy(row => row.Id).Take(MostFound).ToListAsync(cancel)).Select(row => ($"{row.Id}", $"{row.Number} of {row.Report}: {Short(row.Text)}"))];
    }

    private string? Named(long? id) => id is null ? null : Others.FirstOrDefault(one => one.Item1 == $"{id}").Item2 ?? $"Recommendation with the identifier {id}";

    private static string Short(string text) => text.Length <= 100 ? text : $"{text[..100].TrimEnd()}…";
}

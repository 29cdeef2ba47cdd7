using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Publication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>A measure for a year, by month, locality and team; and the two files that leave the suite with it.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class MeasureByTeamModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Measure { get; set; } = "";

    /// <summary>The year that begins on 1 April of it; absent is this one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public MeasureTable Table { get; private set; } = null!;

    /// <summary>The whole authority, all months together; of a stock, the latest.</summary>
    public Figure Whole => Table.Rows[0].Figures[^1];

    public bool IsRate => Table.IsRate;

    /// <summary>This year and those before it, newest first.</summary>
    public IEnumerable<int> Years => Enumerable.Range(0, 3).Select(back => Period.YearToDate(clock.Today).From.Year - back);

    public DateOnly Today => clock.Today;

    public IActionResult OnGet() => Read() ? Page() : NotFound();

    public Task<IActionResult> OnGetPanelAsync() => Download("for the panel", "panel-confidential", TableCsv.ForThePanel);

    public Task<IActionResult> OnGetPublicationAsync() => Download("for publication", "for-publication", TableCsv.ForPublication);

    /// <summary>"2010/11".</summary>
    public static string YearName(int year) => $"{year}/{(year + 1) % 100:00}";

    private bool Read()
    {
        Year ??= Period.YearToDate(clock.Today).From.Year;
        if (!Years.Contains(Year.Value) || database.Read(connection => MeasureTable.Of(connection, Measure, Year.Value, clock.Today)) is not { } table)
            return false;
        (Table, Measure) = (table, table.Definition.Code);
        return true;
    }

    /// <summary>Figures that leave the suite are kept in the change log: who took which form of what.</summary>
    private async Task<IActionResult> Download(string form, string file, Func<MeasureTable, byte[]> write)
    {
        if (!Read())
            return NotFound();
        db.Record(Actor.Of(User), $"downloaded figures {form}", $"{Measure} by team, {Say.Range(Table.Columns[^1].From, Table.Columns[^1].To)}");
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        return File(write(Table), "text/csv; charset=utf-8", $"{Measure}-by-team-{Year}-{file}.csv");
    }
}

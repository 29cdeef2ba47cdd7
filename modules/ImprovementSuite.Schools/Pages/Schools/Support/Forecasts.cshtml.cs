using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>What was expected of a round and what came, school by school; and whose forecasts come near.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ForecastsModel(ModuleDatabase<SchoolsDb> database, BusinessClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Asked { get; set; }

    public ForecastBook Book { get; private set; } = null!;

    /// <summary>The year that is shown; null where there is nothing to show.</summary>
    public int? Year { get; private set; }

    public IReadOnlyList<ExpectedResult> Rows { get; private set; } = [];

    /// <summary>Those of the year that can be judged.</summary>
    public Accuracy Judged => Accuracy.Of(Rows.Select(row => row.Difference).OfType<int>());

    public IActionResult OnGet() => Read() ? Page() : NotFound();

    public IActionResult OnGetCsv() =>
        Read() && Year is { } year ? File(ForecastsCsv.Write(Rows), "text/csv; charset=utf-8", $"schools-forecasts-{year}.csv") : NotFound();

    private bool Read()
    {
        var support = database.Read(connection => SupportReading.Read(connection, clock.Today));
        Book = support.Forecasts;
        if (Asked is { } asked && !Book.Years.Contains(asked))
            return false;
        // The latest results say most; before there are any, what is expected.
        Year = Asked ?? support.Year ?? Book.Years.Select(year => (int?)year).FirstOrDefault();
        Rows = Year is { } shown ? Book.Of(shown) : [];
        return true;
    }
}

using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>Schools beside each other, round by round, with the neighbours and England.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class CompareModel(SchoolsDb db, ModuleDatabase<SchoolsDb> database) : PageModel
{
    public const int Most = 6;

    [BindProperty(SupportsGet = true, Name = "urn")]
    public int[] Urns { get; set; } = [];

    public FloorBook Book { get; private set; } = null!;

    public AreaFigures Areas { get; private set; } = null!;

    public IReadOnlyList<OwnSchool> Schools { get; private set; } = [];

    /// <summary>Chosen, but one too many or of another authority.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The rounds that any of them has, newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Read(cancel);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await Read(cancel);
        return CsvDownload.Of(
            "schools-compared.csv", ["Year", .. Schools.Select(school => school.Name), "Statistical neighbours", "England", "Floor"],
            Years.Select(year => (string[])
            [
                $"{year}", .. Schools.Select(school => FigureText.Write(Book.Result(school.Urn, year)?.Attainment(Ks2Result.StandardOf(year)))), FigureText.Write(Areas.Neighbours(year, Ks2Result.StandardOf(year))),
                FigureText.Write(Areas.England(year, Ks2Result.StandardOf(year))), FigureText.Write(Book.Standard(year)?.Percent),
            ]));
    }

    private async Task Read(CancellationToken cancel)
    {
        Book = await db.Floor(cancel);
        Areas = database.Read(connection => AreaFigures.Read(connection, Book.Settings));
        Schools = [.. Urns.Distinct().Select(Book.School).OfType<OwnSchool>().Take(Most)];
        LeftOut = Urns.Distinct().Count() - Schools.Count;
        Years = [.. Book.Years.Where(year => Schools.Any(school => Book.Result(school.Urn, year) is not null))];
    }
}

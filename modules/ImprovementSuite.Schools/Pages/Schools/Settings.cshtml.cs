using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>Which schools are the council's, whom they are compared with, and when a school is at risk.</summary>
[Authorize(Tasks.LookAfterSchools)]
internal sealed class SettingsModel(SchoolsDb db, Doorbell doorbell) : PageModel
{
    private const int MostNeighbours = 20;

    [BindProperty, Required(ErrorMessage = "Give the authority's three digits, such as 372"), RegularExpression("[0-9]{3}", ErrorMessage = "The authority's number has three digits, such as 372")]
    public string? Authority { get; set; }

    [BindProperty, StringLength(100, ErrorMessage = "The name has 100 characters at most")]
    public string? AuthorityName { get; set; }

    [BindProperty, StringLength(2000, ErrorMessage = "The neighbours have 2,000 characters at most")]
    public string? Neighbours { get; set; }

    [BindProperty]
    public string? RiskPoints { get; set; }

    [BindProperty, Required(ErrorMessage = "Give the number of months"), Range(1, 60, ErrorMessage = "A head is new for 1 to 60 months")]
    public int? NewHeadMonths { get; set; }

    [BindProperty, Required(ErrorMessage = "Give the number of months"), Range(6, 120, ErrorMessage = "An inspection is due after 6 to 120 months")]
    public int? InspectionMonths { get; set; }

    [BindProperty, StringLength(500, ErrorMessage = "The reason has 500 characters at most")]
    public string? Why { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<SavedField> Meanwhile { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var settings = await db.Settings(cancel);
        (Authority, AuthorityName, Neighbours) = (settings.Authority, settings.AuthorityName, settings.Neighbours);
        (RiskPoints, NewHeadMonths, InspectionMonths, Version) = (FigureText.Write(settings.RiskPoints), settings.NewHeadMonths, settings.InspectionMonths, settings.Version);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (FigureText.Read(RiskPoints, isScore: false, out var points, out _) is not null || points is null or 0 or > 50_00)
            ModelState.AddModelError(nameof(RiskPoints), "Give the points above the floor within which a school is at risk, such as 5");
        string[] neighbours = [.. (Neighbours ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (neighbours.FirstOrDefault(line => line.Length < 3 || !line[..3].All(char.IsAsciiDigit) || (line.Length > 3 && line[3] != ' ')) is { } wrong)
            ModelState.AddModelError(nameof(Neighbours), $"\"{wrong}\" does not begin with an authority's three digits: write each neighbour as 210 Southwark, on a line of its own");
        else if (neighbours.Length > MostNeighbours)
            ModelState.AddModelError(nameof(Neighbours), $"{neighbours.Length} neighbours are given: {MostNeighbours} are the most");
        if (!ModelState.IsValid)
            return Page();

        var settings = await db.Settings(cancel);
        var before = InLog(settings);
        db.Expect(settings, Version);
        settings.Set(Authority!, AuthorityName?.Trim() ?? "", string.Join('\n', neighbours), points!.Value, NewHeadMonths!.Value, InspectionMonths!.Value);
        db.Record(Actor.Of(User), "changed the settings of schools", "Schools", before, InLog(settings), Why);
        try
        {
            await db.SaveAndCountAnew(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            var theirs = await db.Set<SchoolSettings>().AsNoTracking().SingleAsync(cancel);
            Meanwhile = SavedField.Of(("Settings", InLog(theirs), InLog(settings)));
            ModelState.AddModelError("", SavedField.Sentence());
            ModelState.Remove(nameof(Version));
            Version = theirs.Version;
            return Page();
        }
        doorbell.Ring(SchoolsModule.Name);
        TempData["Saved"] = true;
        return RedirectToPage();
    }

    private static string InLog(SchoolSettings settings) =>
        $"Authority {settings.Authority} {settings.AuthorityName}. Neighbours {string.Join(", ", settings.NeighbourAreas.Select(area => area.Code))}. At risk within {FigureText.Write(settings.RiskPoints)} points. Head new for {settings.NewHeadMonths} months. Inspection due after {settings.InspectionMonths} months.";
}

using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>A standard is corrected, or another one begins with the results of a year. Every round is counted anew.</summary>
[Authorize(Tasks.LookAfterSchools)]
internal sealed class ChangeFloorModel(SchoolsDb db, Doorbell doorbell) : PageModel
{
    /// <summary>The year of the standard that is changed; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public int? Changed { get; set; }

    [BindProperty]
    public string? FromYear { get; set; }

    [BindProperty]
    public FloorKind Kind { get; set; } = FloorKind.AttainmentAndScores;

    [BindProperty]
    public Ks2Figure Attainment { get; set; } = Ks2Figure.ExpectedReadingWritingMaths;

    [BindProperty]
    public string? Percent { get; set; }

    [BindProperty]
    public string? English { get; set; }

    [BindProperty]
    public string? Reading { get; set; }

    [BindProperty]
    public string? Writing { get; set; }

    [BindProperty]
    public string? Maths { get; set; }

    [BindProperty]
    public string? SmallestCohort { get; set; }

    [BindProperty]
    public bool OneMustBeSignificant { get; set; }

    [BindProperty, StringLength(500, ErrorMessage = "Where it is written down has 500 characters at most")]
    public string? Source { get; set; }

    [BindProperty, Required(ErrorMessage = "Say why, such as the document and its date"), StringLength(500, ErrorMessage = "The reason has 500 characters at most")]
    public string? Why { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<SavedField> Meanwhile { get; private set; } = [];

    public static IEnumerable<(string, string)> Kinds =>
    [
        (nameof(FloorKind.Attainment), "Attainment alone"), (nameof(FloorKind.AttainmentAndMedians), "Attainment, or the median's expected progress in a subject"),
        (nameof(FloorKind.AttainmentAndScores), "Attainment, or progress scores in every subject"), (nameof(FloorKind.Grades), "The latest two inspection grades"), (nameof(FloorKind.None), "No standard"),
    ];

    public static IEnumerable<(string, string)> Attainments =>
        new[] { Ks2Figure.Level4EnglishMaths, Ks2Figure.Level4ReadingWritingMaths, Ks2Figure.ExpectedReadingWritingMaths }.Select(figure => (figure.ToString(), figure.Words()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Changed is null)
            return Page();
        if (await db.Standards.AsNoTracking().SingleOrDefaultAsync(standard => standard.FromYear == Changed, cancel) is not { } stands)
            return NotFound();
        (FromYear, Kind, Attainment, Percent) = ($"{stands.FromYear}", stands.Kind, stands.Attainment ?? Attainment, FigureText.Write(stands.Percent));
        (English, Reading, Writing, Maths) = (FigureText.Write(stands.English), FigureText.Write(stands.Reading), FigureText.Write(stands.Writing), FigureText.Write(stands.Maths));
        (SmallestCohort, OneMustBeSignificant, Source, Version) = ($"{stands.SmallestCohort}", stands.OneMustBeSignificant, stands.Source, stands.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var standard = Changed is null ? null : await db.Standards.SingleOrDefaultAsync(stands => stands.FromYear == Changed, cancel);
        if (Changed is not null && standard is null)
            return NotFound();
        var year = Changed ?? (int.TryParse(FromYear, out var typed) && typed is > ResultSet.FirstYear and < 2100 ? typed : 0);
        if (year == 0)
            ModelState.AddModelError(nameof(FromYear), $"Give the first year of results that it is for, {ResultSet.FirstYear + 1} to 2099");
        else if (standard is null && await db.Standards.AnyAsync(stands => stands.FromYear == year, cancel))
            ModelState.AddModelError(nameof(FromYear), $"A standard begins with the results of {year} already: change that one");
        var attains = Kind is not (FloorKind.None or FloorKind.Grades);
        var percent = attains ? Figure(nameof(Percent), Percent, isScore: false, "the percentage of the attainment", required: true) : null;
        var scores = Kind == FloorKind.AttainmentAndScores;
        var (english, reading, writing, maths) = (
            Kind == FloorKind.AttainmentAndMedians ? Figure(nameof(English), English, false, "the median of English") : null, Progress(nameof(Reading), Reading, "reading"),
            Progress(nameof(Writing), Writing, "writing"), Progress(nameof(Maths), Maths, "maths"));
        int? smallest = null;
        if (!string.IsNullOrWhiteSpace(SmallestCohort) && attains)
        {
            if (int.TryParse(SmallestCohort, out var pupils) && pupils is > 0 and < 1000)
                smallest = pupils;
            else
                ModelState.AddModelError(nameof(SmallestCohort), "The smallest cohort is a number of pupils from 1 to 999, or empty");
        }
        if (!ModelState.IsValid)
            return Page();

        var before = standard?.Words();
        if (standard is null)
            db.Standards.Add(standard = new FloorStandard { FromYear = year });
        else
            db.Expect(standard, Version);
        standard.Set(Kind, attains ? Attainment : null, percent, english, reading, writing, maths, smallest, OneMustBeSignificant && scores, Source?.Trim() ?? "");
        db.Record(Actor.Of(User), before is null ? "added a floor standard" : "changed a floor standard", $"Results of {year} on", before, standard.Words(), Why);
        try
        {
            await db.SaveAndCountAnew(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            var theirs = await db.Standards.AsNoTracking().SingleAsync(stands => stands.FromYear == year, cancel);
            Meanwhile = SavedField.Of(("Standard", theirs.Words(), standard.Words()), ("Where it is written down", theirs.Source, standard.Source));
            ModelState.AddModelError("", SavedField.Sentence());
            ModelState.Remove(nameof(Version));
            Version = theirs.Version;
            return Page();
        }
        doorbell.Ring(SchoolsModule.Name);
        return RedirectToPage("Floor");

        int? Progress(string field, string? text, string subject) => Kind switch
        {
            FloorKind.AttainmentAndScores => Figure(field, text, true, $"the lowest progress score of {subject}", required: true),
            FloorKind.AttainmentAndMedians => Figure(field, text, false, $"the median of {subject}"),
            _ => null,
        };
    }

    private int? Figure(string field, string? text, bool isScore, string what, bool required = false)
    {
        if (FigureText.Read(text, isScore, out var hundredths, out var code) is { } wrong)
            ModelState.AddModelError(field, $"Give {what}: \"{text}\" {wrong}");
        else if (code is not null || (required && hundredths is null))
            ModelState.AddModelError(field, $"Give {what}");
        return hundredths;
    }
}

using System.Globalization;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Schools.Importing.Reading;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Schools.Pages.Schools.Importing;

/// <summary>Choosing a register or results, and what was brought in before.</summary>
[Authorize(Tasks.LookAfterSchools)]
[RequestSizeLimit(UploadLimits.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.LargestRequest)]
internal sealed class IndexModel(SchoolsDb db, ModuleDatabase<SchoolsDb> database, Imports imports, BusinessClock clock, ILogger<IndexModel> log) : PageModel
{
    public const int MostImports = 50;

    public static readonly IReadOnlyList<(string Value, string Title)> Kinds =
    [
        ("", "Choose what is in the file"), (nameof(ImportKind.Register), "Register of schools (Get Information about Schools)"),
        (nameof(ImportKind.Results), "Results of 2016 and later (performance tables)"), (nameof(ImportKind.LevelResults), "Results to 2015, in levels (the suite\u2019s own form)"),
    ];

    public static readonly IReadOnlyList<(string Value, string Title)> Statuses =
        [("", "Choose how far they are settled"), .. Enum.GetValues<ResultStatus>().Select(status => (status.ToString(), status.ToString()))];

    [BindProperty]
    public ImportKind? Kind { get; set; }

    [BindProperty]
    public string? Year { get; set; }

    [BindProperty]
    public ResultStatus? Status { get; set; }

    /// <summary>The latest ones, newest first.</summary>
    public IReadOnlyList<Import> Latest { get; private set; } = [];

    public SchoolSettings Settings { get; private set; } = null!;

    public int Waiting { get; private set; }

    public long Unmatched { get; private set; }

    public Task OnGetAsync() => Read();

    public IActionResult OnGetTemplate() => File(LevelFile.Template(), "text/csv; charset=utf-8", "results-in-levels.csv");

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (Kind is null or ImportKind.Typed)
            ModelState.AddModelError(nameof(Kind), "Choose what is in the file");
        int? year = int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (Kind is ImportKind.Results or ImportKind.LevelResults)
        {
            if (year is not { } given)
                ModelState.AddModelError(nameof(Year), "Give the year of the tests, such as 2010 for the school year 2009/10");
            else if (YearOfFile.WhyNot(Kind.Value, given, clock.Today) is { } why)
                ModelState.AddModelError(nameof(Year), why);
            if (Status is null)
                ModelState.AddModelError(nameof(Status), "Choose whether the results are provisional, revised or final");
        }
        if (file is null or { Length: 0 })
            ModelState.AddModelError(nameof(file), "Choose a CSV file");
        else if (ModelState.IsValid)
            try
            {
                await using var content = file.OpenReadStream();
                return RedirectToPage("/Schools/Importing/Import", new { id = await imports.Read(Kind!.Value, Path.GetFileName(file.FileName), content, year, Status, Actor.Of(User), HttpContext.RequestAborted) });
            }
            catch (ImportFileException refused)
            {
                // The sentence may quote the file.
                log.LogWarning("A file of schools of {Size} bytes was not taken.", file.Length);
                ModelState.AddModelError(nameof(file), refused.Message.TrimEnd('.'));
            }
        await Read();
        return Page();
    }

    private async Task Read()
    {
        var cancel = HttpContext.RequestAborted;
        Latest = await db.Imports.AsNoTracking().OrderByDescending(import => import.Id).Take(MostImports).ToListAsync(cancel);
        Waiting = await db.Imports.CountAsync(import => import.State == ImportState.Waiting, cancel);
        Settings = await db.Settings(cancel);
        Unmatched = database.Read(connection => UnmatchedResults.Count(connection, Settings.Authority));
    }
}

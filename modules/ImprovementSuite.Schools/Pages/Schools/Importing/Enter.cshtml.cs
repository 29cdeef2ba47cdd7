using System.Globalization;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Schools.Importing.Reading;
using ImprovementSuite.Schools.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools.Importing;

/// <summary>Typing one school's results, as when a school reports them before they are published. They are an import of one line, and can be undone as such.</summary>
[Authorize(Tasks.LookAfterSchools)]
internal sealed class EnterModel(SchoolsDb db, TypedRecords typed, BusinessClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Urn { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public ResultStatus? Status { get; set; }

    [BindProperty]
    public string? Pupils { get; set; }

    [BindProperty]
    public string? Reached { get; set; }

    [BindProperty]
    public string? Percent { get; set; }

    /// <summary>The council's schools, by name.</summary>
    public IReadOnlyList<(int Urn, string Name)> Schools { get; private set; } = [];

    /// <summary>What counts of this school and year so far, the most settled first.</summary>
    public IReadOnlyList<(Ks2Result Result, FloorDecision Decision)> Earlier { get; private set; } = [];

    public string SchoolName => Schools.FirstOrDefault(school => school.Urn == Urn).Name;

    /// <summary>The figure that a year's results are about.</summary>
    public Ks2Figure? Standard => YearNumber is { } year ? Ks2Result.StandardOf(year) : null;

    /// <summary>Whether it is said whose results are typed: they are then asked for.</summary>
    public bool IsChosen { get; private set; }

    private int? YearNumber => int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    public async Task OnGetAsync()
    {
        await Read();
        if (Request.Query.Count > 0)
            RequireChoice();
        Status ??= ResultStatus.Provisional;
        Year ??= clock.Today.Year.ToString(CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Read();
        RequireChoice();
        if (!IsChosen)
            return Page();
        var (pupils, reached) = (Whole(nameof(Pupils), Pupils), Whole(nameof(Reached), Reached));
        if (string.IsNullOrWhiteSpace(Reached) && string.IsNullOrWhiteSpace(Percent))
            ModelState.AddModelError(nameof(Reached), "Give how many pupils reached the standard, or the percentage");
        else if (!string.IsNullOrWhiteSpace(Reached) && !string.IsNullOrWhiteSpace(Percent))
            ModelState.AddModelError(nameof(Percent), "Give the pupils or the percentage, not both: the percentage is worked out from the pupils");
        if (!ModelState.IsValid)
            return Page();

        var set = new ResultSet(YearNumber!.Value, Status!.Value);
        var recordId = $"{Urn}-{set.Key}";
        // What is known of the school and was not typed here stays: progress, and whether it is a special school.
        var result = typed.Latest(Tables.Result, recordId)?.Result ?? new Result { Urn = Urn!.Value.ToString(CultureInfo.InvariantCulture), Year = set.Year, Status = set.Status.Words() };
        result.Figures ??= new();
        result.Name = SchoolName;
        result.LocalAuthority = (await db.Settings(HttpContext.RequestAborted)).Authority;
        result.ClearCohort();
        result.ClearReached();
        if (pupils is { } cohort)
            result.Cohort = cohort;
        if (reached is { } at)
            result.Reached = at;
        FedFigures.Set(result.Figures, Ks2Result.StandardOf(set.Year), (Percent ?? "").Trim().TrimEnd('%').TrimEnd());
        var record = new SchoolRecord { Result = result };
        foreach (var problem in typed.Check(record))
            ModelState.AddModelError(FieldOf(problem.Field), Sentence(problem.Field, problem.Sentence));
        if (!ModelState.IsValid)
            return Page();
        var id = await typed.Take($"{ImportWords.Capital(set.Status.Words())} results of {SchoolName}, {set.Year}", record, recordId, Urn!.Value, Actor.Of(User), HttpContext.RequestAborted);
        return RedirectToPage("/Schools/Importing/Import", new { id });
    }

    private void RequireChoice()
    {
        if (SchoolName is null)
            ModelState.AddModelError(nameof(Urn), "Choose a school");
        if (YearNumber is not { } year)
            ModelState.AddModelError(nameof(Year), "Give the year of the tests, such as 2010 for the school year 2009/10");
        else if (YearOfFile.WhyNot(ImportKind.Typed, year, clock.Today) is { } why)
            ModelState.AddModelError(nameof(Year), why);
        if (Status is null)
            ModelState.AddModelError(nameof(Status), "Choose whether the results are provisional, revised or final");
        IsChosen = ModelState.IsValid;
    }

    private int? Whole(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (int.TryParse(text.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
            return number;
        ModelState.AddModelError(field, "Give a whole number of pupils");
        return null;
    }

    private static string FieldOf(string field) => field switch { "cohort" => nameof(Pupils), "reached" => nameof(Reached), "year" => nameof(Year), "urn" => nameof(Urn), _ => nameof(Percent) };

    /// <summary>The check names fields of the feed; a person sees those of the form.</summary>
    private static string Sentence(string field, string sentence) => field switch
    {
        "cohort" when sentence.Contains("without", StringComparison.Ordinal) => "Give the eligible pupils as well: the percentage is worked out from both",
        "reached" when sentence.Contains("of a cohort", StringComparison.Ordinal) => "More pupils reached the standard than were eligible: correct one of the two",
        _ => $"{FieldOf(field) switch { nameof(Percent) => "The percentage", nameof(Pupils) => "The number of eligible pupils", nameof(Reached) => "The number at the standard", nameof(Year) => "The year", _ => "The school" }}{(sentence.StartsWith(field, StringComparison.Ordinal) ? sentence[field.Length..] : $": {sentence}")}".TrimEnd('.'),
    };

    private async Task Read()
    {
        var book = await db.Floor(HttpContext.RequestAborted);
        Schools = [.. book.Schools.Select(school => (school.Urn, school.Name))];
        if (Urn is { } urn && YearNumber is { } year)
            Earlier =
            [
                .. book.Sets.Where(set => set.Year == year).Select(set => (Result: book.Result(urn, set), Decision: book.Decide(urn, set))).Where(one => one.Result is not null)
                    .Select(one => (one.Result!, one.Decision)),
            ];
    }
}

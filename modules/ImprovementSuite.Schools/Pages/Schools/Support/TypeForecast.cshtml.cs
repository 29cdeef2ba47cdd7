using System.Globalization;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Results;
using ImprovementSuite.Schools.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>Types what somebody expects of a school's next results, or what the school has set itself.</summary>
[Authorize(Tasks.SupportSchools)]
internal sealed class TypeForecastModel(ModuleDatabase<SchoolsDb> database, TypedForecast typed, BusinessClock clock) : PageModel
{
    private const int YearsAhead = 5;
    private const int LongestName = 100;

    private SupportBook _book = null!;

    [BindProperty(SupportsGet = true)]
    public string? Urn { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    [BindProperty]
    public ForecastKind Kind { get; set; } = ForecastKind.Forecast;

    [BindProperty]
    public string? Percent { get; set; }

    [BindProperty]
    public string? MadeOn { get; set; }

    [BindProperty]
    public string? By { get; set; }

    public IEnumerable<(string Value, string Title)> Schools => Open.Select(school => ($"{school.Urn}", school.Name)).Prepend(("", "Choose a school"));

    public IEnumerable<(string Value, string Title)> Years =>
        Enumerable.Range(clock.Today.Year - 1, YearsAhead + 2).Select(year => year.ToString(CultureInfo.InvariantCulture)).Select(year => (year, year));

    public static IEnumerable<(string Value, string Title)> Kinds => [(nameof(ForecastKind.Forecast), "Forecast: what somebody expects"), (nameof(ForecastKind.Target), "Target: what the school has set itself")];

    /// <summary>The school that is chosen, and what is known of its year; null before one is.</summary>
    public ExpectedResult? Chosen => Open.FirstOrDefault(school => $"{school.Urn}" == Urn) is { } school ? _book.Forecasts.Of(school).FirstOrDefault(one => $"{one.Year}" == Year) : null;

    /// <summary>What the percentage is of.</summary>
    public string Standard => Ks2Result.StandardOf(int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : clock.Today.Year + 1).Words();

    private IEnumerable<OwnSchool> Open => _book.Floor.Schools.Where(school => school.IsOpen);

    public void OnGet()
    {
        Read();
        Year ??= (_book.Year + 1 ?? clock.Today.Year).ToString(CultureInfo.InvariantCulture);
        (MadeOn, By) = (EnglishDay.Write(clock.Today), Open.FirstOrDefault(school => $"{school.Urn}" == Urn)?.Adviser);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Read();
        if (Check() is not var (school, year, percent, madeOn))
            return Page();
        await typed.Take(school, year, Kind, percent, madeOn, By!.Trim(), Actor.Of(User), cancel);
        return Redirect($"/schools/forecasts?year={year}");
    }

    private (OwnSchool School, int Year, int Percent, DateOnly MadeOn)? Check()
    {
        var school = Open.FirstOrDefault(one => $"{one.Urn}" == Urn);
        if (school is null)
            ModelState.AddModelError(nameof(Urn), "Choose a school from the list");
        if (Years.All(year => year.Value != Year))
            ModelState.AddModelError(nameof(Year), "Choose a year from the list");
        if (!Enum.IsDefined(Kind))
            ModelState.AddModelError(nameof(Kind), "Choose whether it is a forecast or a target");
        var wrong = FigureText.Read(Percent, isScore: false, out var percent, out var code);
        if (wrong is not null)
            ModelState.AddModelError(nameof(Percent), $"\u201c{Percent!.Trim()}\u201d {wrong}");
        else if (percent is null)
            ModelState.AddModelError(nameof(Percent), code is null ? "Give the percentage, such as 64" : $"{code} is no percentage that can be expected: give one such as 64");
        if (string.IsNullOrWhiteSpace(By))
            ModelState.AddModelError(nameof(By), "Say who expects it, or set it");
        else if (By.Length > LongestName)
            ModelState.AddModelError(nameof(By), $"A name has {LongestName} characters at most, and this one has {By.Length}");
        var madeOn = EnglishDay.Read(MadeOn);
        if (madeOn is null)
            ModelState.AddModelError(nameof(MadeOn), string.IsNullOrWhiteSpace(MadeOn) ? $"Give the day on which it was made, such as {Say.Date(clock.Today)}" : $"\u201c{MadeOn.Trim()}\u201d is not a day: write it as {Say.Date(clock.Today)}");
        else if (madeOn > clock.Today || madeOn < WorkingDayCalendar.First)
            ModelState.AddModelError(nameof(MadeOn), $"Give a day from {Say.Date(WorkingDayCalendar.First)} to today, {Say.Date(clock.Today)}");
        return ModelState.IsValid ? (school!, int.Parse(Year!, CultureInfo.InvariantCulture), percent!.Value, madeOn!.Value) : null;
    }

    private void Read() => _book = database.Read(connection => SupportReading.Read(connection, clock.Today));
}

using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Support;

/// <summary>What somebody expects of a school's results, or what the school has set itself.</summary>
/// <param name="Id">Order of arrival.</param>
/// <param name="Percent">Hundredths of a percent.</param>
internal sealed record SchoolForecast(long Id, int Urn, int Year, ForecastKind Kind, int Percent, DateOnly MadeOn, string By);

/// <summary>What was expected of one school in one round, and what came.</summary>
/// <param name="Target">The school's own, the latest; null where it has set none.</param>
/// <param name="Forecast">The latest that was made in time, else the latest; null where nobody has made one.</param>
/// <param name="Result">Attainment in hundredths of a percent; null while it is not known.</param>
/// <param name="Status">Of the result.</param>
internal sealed record ExpectedResult(OwnSchool School, int Year, SchoolForecast? Target, SchoolForecast? Forecast, int? Result, ResultStatus? Status)
{
    /// <summary>Forecast less result; null where there is nothing to compare, or the forecast came after the tests.</summary>
    public int? Difference => Forecast is { } made && ForecastBook.InTime(made) && Result is { } result ? made.Percent - result : null;

    /// <summary>Made when the tests were over: shown, and not judged.</summary>
    public bool CameLate => Forecast is { } made && !ForecastBook.InTime(made);
}

/// <summary>
/// Forecasts and targets beside the most settled results. A school that alone carried on for another is the same school. Pure.
/// </summary>
internal sealed class ForecastBook
{
    private readonly FloorBook _floor;
    private readonly ILookup<int, OwnSchool> _schools;
    private readonly ILookup<(int School, int Year), SchoolForecast> _made;

    /// <param name="forecasts">Of any schools; those of the council's are taken.</param>
    public ForecastBook(FloorBook floor, IEnumerable<SchoolForecast> forecasts)
    {
        _floor = floor;
        _schools = floor.Schools.ToLookup(school => school.CarriesOnAs);
        _made = forecasts.Where(made => floor.School(made.Urn) is not null).OrderBy(made => made.MadeOn).ThenBy(made => made.Id)
            .ToLookup(made => (floor.School(made.Urn)!.CarriesOnAs, made.Year));
    }

    /// <summary>Years with forecasts, targets or results, newest first.</summary>
    public IReadOnlyList<int> Years => [.. _made.Select(made => made.Key.Year).Union(_floor.Years).OrderDescending()];

    /// <summary>A forecast is one of the tests while they are not over: up to the day of the round.</summary>
    public static bool InTime(SchoolForecast made) => made.MadeOn <= ResultSet.RoundDay(made.Year);

    /// <summary>What somebody expected last; null where nobody has said.</summary>
    public SchoolForecast? Latest(OwnSchool school, int year) => Latest(_made[(school.CarriesOnAs, year)], ForecastKind.Forecast);

    /// <summary>Every school that has a forecast, a target or a result of a year: the furthest from its forecast first.</summary>
    public IReadOnlyList<ExpectedResult> Of(int year) =>
    [
        .. _schools.Select(same => Of(same.Key, year)).Where(one => one.Target is not null || one.Forecast is not null || one.Result is not null)
            .OrderByDescending(one => Math.Abs(one.Difference ?? -1)).ThenBy(one => one.Difference is null).ThenBy(one => one.School.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>One school over the years that have a forecast or a target, newest first.</summary>
    public IReadOnlyList<ExpectedResult> Of(OwnSchool school) =>
        [.. _made.Select(made => made.Key).Where(key => key.School == school.CarriesOnAs).Select(key => Of(key.School, key.Year)).OrderByDescending(one => one.Year)];

    /// <summary>How near each person's forecasts came: the last one in time of each school and year. The most forecasts first.</summary>
    public IReadOnlyList<(string By, Accuracy Accuracy)> ByPerson() =>
    [
        .. from made in _made
           from own in made.Where(one => one.Kind == ForecastKind.Forecast && InTime(one)).GroupBy(one => one.By, StringComparer.OrdinalIgnoreCase)
           let result = Result(made.Key.School, made.Key.Year)
           where result is not null
           group (own.Last().By, Difference: own.Last().Percent - result!.Value.Attainment) by own.Key.ToUpperInvariant() into person
           let accuracy = Accuracy.Of(person.Select(one => one.Difference))
           orderby accuracy.Count descending, person.Key
           select (person.First().By, accuracy),
    ];

    /// <summary>How near the last forecast in time came, for each school over the years. The furthest first.</summary>
    public IReadOnlyList<(OwnSchool School, IReadOnlyList<ExpectedResult> Years, Accuracy Accuracy)> BySchool() =>
    [
        .. from key in _made.Select(made => made.Key)
           let one = Of(key.School, key.Year)
           where one.Difference is not null
           group one by key.School into school
           let years = school.OrderByDescending(one => one.Year).ToList()
           let accuracy = Accuracy.Of(years.Select(one => one.Difference!.Value))
           orderby accuracy.MeanError descending, years[0].School.Name
           select (years[0].School, (IReadOnlyList<ExpectedResult>)years, accuracy),
    ];

    private ExpectedResult Of(int key, int year)
    {
        var made = _made[(key, year)];
        var result = Result(key, year);
        return new(
            _floor.School(key) ?? _schools[key].First(), year, Latest(made, ForecastKind.Target), Latest(made.Where(InTime), ForecastKind.Forecast) ?? Latest(made, ForecastKind.Forecast),
            result?.Attainment, result?.Status);
    }

    private static SchoolForecast? Latest(IEnumerable<SchoolForecast> oldestFirst, ForecastKind kind) => oldestFirst.LastOrDefault(made => made.Kind == kind);

    private (int Attainment, ResultStatus Status)? Result(int key, int year) => _schools[key]
        .Select(school => _floor.Result(school.Urn, year))
        .Select(result => result?.Attainment(Ks2Result.StandardOf(year)) is { } attainment ? (attainment, result.Status) : ((int, ResultStatus)?)null)
        .FirstOrDefault(result => result is not null);
}

/// <summary>How near forecasts came to results.</summary>
/// <param name="Within">No more than <see cref="Near"/> off.</param>
/// <param name="TooHigh">More was expected than came; those within are counted too.</param>
/// <param name="MeanError">Points off, whichever way, in the middle of all.</param>
internal sealed record Accuracy(int Count, int Within, int TooHigh, int TooLow, decimal MeanError)
{
    /// <summary>Hundredths of a point within which a forecast is near.</summary>
    public const int Near = 5_00;

    /// <summary>Fewer say nothing of whoever made them.</summary>
    public const int Enough = 5;

    public bool TooFew => Count < Enough;

    /// <param name="differences">Forecasts less results, in hundredths of a point.</param>
    public static Accuracy Of(IEnumerable<int> differences)
    {
        var all = differences.ToList();
        return new(
            all.Count, all.Count(off => Math.Abs(off) <= Near), all.Count(off => off > 0), all.Count(off => off < 0),
            all.Count == 0 ? 0 : Math.Round(all.Sum(off => (decimal)Math.Abs(off)) / all.Count / 100, 1, MidpointRounding.AwayFromZero));
    }

    /// <summary>"2.5 points off", "Too few to judge".</summary>
    public string Words => TooFew ? "Too few to judge" : $"{Points(MeanError)} off";

    /// <summary>"4 points too high", "Just as forecast", of a forecast less its result.</summary>
    public static string InWords(int difference) => difference switch
    {
        0 => "Just as forecast",
        > 0 => $"{Points(difference / 100m)} too high",
        _ => $"{Points(-difference / 100m)} too low",
    };

    private static string Points(decimal points) => points == 1 ? "1 point" : $"{Say.Number(points)} points";
}

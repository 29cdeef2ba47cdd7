using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Floor;

namespace ImprovementSuite.Schools.Support;

/// <summary>Why a school may fall below the floor.</summary>
internal enum RiskReason
{
    Results = 1,
    Forecast,
    NewHead,
    Inspection,
}

/// <summary>One reason, and the sentence that explains it with its numbers.</summary>
internal sealed record SchoolRisk(RiskReason Reason, string Sentence)
{
    /// <summary>An inspection that the register makes due is looked ahead to for so many months.</summary>
    public const int DueWithinMonths = 3;

    /// <summary>One that the council expects, for so many.</summary>
    public const int ExpectedWithinMonths = 6;

    /// <summary>Every reason of one school; none for a school that is below already. Pure.</summary>
    /// <param name="decision">By the latest results; null where none are about the school.</param>
    /// <param name="year">Of those results.</param>
    /// <param name="forecast">The latest for the round after them; null where nobody has made one.</param>
    public static IReadOnlyList<SchoolRisk> Of(FloorBook book, OwnSchool school, FloorDecision? decision, int year, SchoolForecast? forecast, DateOnly today)
    {
        if (decision?.Outcome == FloorOutcome.Below)
            return [];
        var results = decision is null ? [] : ResultRisk.Of(book, school, year, decision).Select(sentence => new SchoolRisk(RiskReason.Results, sentence));
        // A school that has closed since its results has no next round, head or inspection.
        return !school.IsOpen
            ? [.. results]
            :
            [
                .. results,
                .. new[]
                {
                    Of(RiskReason.Forecast, Forecast(book, forecast)), Of(RiskReason.NewHead, NewHead(school.HeadSince, book.Settings.NewHeadMonths, today)),
                    Of(RiskReason.Inspection, Inspection(LastInspected(book, school, today), school.InspectionExpectedOn, book.Settings.InspectionMonths, today)),
                }.OfType<SchoolRisk>(),
            ];
    }

    /// <summary>"A. Jones expects 52% in 2011, under the floor of 60%".</summary>
    public static string? Forecast(FloorBook book, SchoolForecast? forecast) => forecast is { } made && book.Standard(made.Year)?.Percent is { } floor && made.Percent < floor
        ? $"{made.By} expects {Say.Percent(made.Percent / 100m)} in {made.Year}, under the floor of {Say.Percent(floor / 100m)}"
        : null;

    /// <summary>A head is new until so many months have passed, and from when it is known who comes.</summary>
    public static string? NewHead(DateOnly? since, int months, DateOnly today) => since switch
    {
        { } day when day > today => $"A new head starts on {Say.Date(day)}",
        { } day when day.AddMonths(months) > today => $"New head since {Say.Date(day)}",
        _ => null,
    };

    /// <summary>Due by what the council expects, else by when the last one was.</summary>
    public static string? Inspection(DateOnly? last, DateOnly? expected, int months, DateOnly today)
    {
        // An inspection since then is the one that was expected.
        if (expected is { } day && !(last >= day) && day <= today.AddMonths(ExpectedWithinMonths))
            return day < today ? $"An inspection was expected on {Say.Date(day)}" : $"An inspection is expected on {Say.Date(day)}";
        if (last is { } before && before.AddMonths(months) is var due && due <= today.AddMonths(DueWithinMonths))
            return $"Last inspected on {Say.Date(before)}: the next {(due < today ? "was" : "is")} due by {Say.Date(due)}";
        return null;
    }

    private static SchoolRisk? Of(RiskReason reason, string? sentence) => sentence is null ? null : new(reason, sentence);

    /// <summary>The register may be behind what Inspections has published.</summary>
    private static DateOnly? LastInspected(FloorBook book, OwnSchool school, DateOnly today) =>
        book.Grades(school.Urn, today).Select(grade => (DateOnly?)grade.On).Append(school.InspectedOn).Max();
}

/// <summary>The words of the reasons.</summary>
internal static class RiskReasons
{
    public static readonly IReadOnlyList<RiskReason> All = Enum.GetValues<RiskReason>();

    /// <summary>As an address writes it.</summary>
    public static string Key(this RiskReason reason) => reason switch
    {
        RiskReason.Results => "results",
        RiskReason.Forecast => "forecast",
        RiskReason.NewHead => "new-head",
        _ => "inspection",
    };

    public static string Words(this RiskReason reason) => reason switch
    {
        RiskReason.Results => "By their results",
        RiskReason.Forecast => "Forecast under the floor",
        RiskReason.NewHead => "New head",
        _ => "Inspection due",
    };
}

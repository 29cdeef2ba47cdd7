using System.Globalization;
using ImprovementSuite.Contracts;

namespace ImprovementSuite.Platform.Ui;

/// <summary>Numbers, dates and figures in the words of every page, pack and message.</summary>
public static class Say
{
    // Names of days and months are English wherever the host runs. British data of ICU would write "Sept".
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>"20 August 2010", in text.</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>"20 Aug 2010", in tables.</summary>
    public static string ShortDate(DateOnly day) => day.ToString("d MMM yyyy", English);

    /// <summary>"20 August", where the page fixes the year.</summary>
    public static string DayAndMonth(DateOnly day) => day.ToString("d MMMM", English);

    /// <summary>"20 Aug", in tables where the page fixes the year.</summary>
    public static string ShortDayAndMonth(DateOnly day) => day.ToString("d MMM", English);

    /// <summary>"Friday 20 August 2010".</summary>
    public static string LongDate(DateOnly day) => day.ToString("dddd d MMMM yyyy", English);

    /// <summary>"Friday 20 August", where the page fixes the year.</summary>
    public static string LongDayAndMonth(DateOnly day) => day.ToString("dddd d MMMM", English);

    /// <summary>"Fri 20 Aug", where the day of the week matters.</summary>
    public static string Weekday(DateOnly day) => day.ToString("ddd d MMM", English);

    /// <summary>"July 2010".</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", English);

    /// <summary>"1 April to 20 August 2010"; both years where they differ.</summary>
    public static string Range(DateOnly from, DateOnly to) =>
        from == to ? Date(to) : $"{(from.Year == to.Year ? DayAndMonth(from) : Date(from))} to {Date(to)}";

    /// <summary>The days of a period: "July 2010", "1 April to 20 August 2010", "20 August 2010".</summary>
    public static string Period(Period period) => period.Kind == PeriodKind.Month ? Month(period.From) : Range(period.From, period.To);

    /// <summary>"6:02am", of a time that is London's already.</summary>
    public static string Time(DateTime local) => local.ToString("h:mm", English) + (local.Hour < 12 ? "am" : "pm");

    /// <summary>"20 Aug 2010, 6:02am", of a time that is London's already.</summary>
    public static string DateAndTime(DateTime local) => $"{ShortDate(DateOnly.FromDateTime(local))}, {Time(local)}";

    /// <summary>"1,232".</summary>
    public static string Number(long number) => number.ToString("N0", English);

    /// <summary>"147.52": up to two decimals, none that say nothing.</summary>
    public static string Number(decimal number) => number.ToString("#,0.##", English);

    /// <summary>"3 assessments", "1 assessment". <paramref name="plural"/> where an s is not enough.</summary>
    public static string Count(string thing, long number, string? plural = null) => $"{Number(number)} {(number == 1 ? thing : plural ?? thing + "s")}";

    /// <summary>"987 of 1,232".</summary>
    public static string Of(long numerator, long denominator) => $"{Number(numerator)} of {Number(denominator)}";

    /// <summary>"80.11%", "64%": as published, on a line and in headlines.</summary>
    public static string Percent(decimal percent) => Number(percent) + "%";

    /// <summary>"76.9%", "75.0%": in breakdowns and charts, where percentages stand under each other.</summary>
    public static string PercentInTable(decimal percent) => percent.ToString("N1", English) + "%";

    /// <summary>"18.8": full-time posts, of hundredths.</summary>
    public static string Posts(long hundredths) => Number(hundredths / 100m);

    /// <summary>"£467,459": whole pounds, on pages.</summary>
    public static string Money(decimal pounds) => (pounds < 0 ? "−£" : "£") + Math.Abs(pounds).ToString("N0", English);

    /// <summary>"3.5, 5.3 and 5.4".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    /// <summary>A figure's value: "80.11%", "213", "£467,459", "12.5". "Nothing due" for 0 of 0, never 0 and never blank.</summary>
    public static string Figure(Figure figure) => figure switch
    {
        { NothingDue: true } => "Nothing due",
        { Unit: Unit.Percent or Unit.PercentOfPosts, Value: { } percent } => Percent(percent),
        { Unit: Unit.Pence, Value: { } pounds } => Money(pounds),
        { Value: { } value } => Number(value),
        _ => throw new ArgumentException("A figure has a value unless nothing was due.", nameof(figure)),
    };

    /// <summary>A rate's counts: "987 of 1,232", or "counts not published" where a percentage was published alone. Null for a figure that is no rate.</summary>
    public static string? Counts(Figure figure) => figure switch
    {
        { Unit: Unit.PercentOfPosts, Numerator: { } numerator, Denominator: { } denominator } => $"{Posts(numerator)} of {Posts(denominator)}",
        { Unit: Unit.PerPost, Numerator: { } numerator, Denominator: { } denominator } => $"{Number(numerator)} for {Posts(denominator)} full-time posts",
        { Numerator: { } numerator, Denominator: { } denominator } => Of(numerator, denominator),
        { Unit: Unit.Percent, Stated: not null } => "counts not published",
        _ => null,
    };
}

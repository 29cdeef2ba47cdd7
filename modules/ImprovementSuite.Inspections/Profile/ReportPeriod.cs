using System.Globalization;
using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Inspections.Profile;

internal enum ReportState
{
    /// <summary>Its period still runs.</summary>
    NotOver,

    /// <summary>Its period is the last that is over.</summary>
    Due,

    /// <summary>The period after it is over too.</summary>
    Missing,

    Frozen,
}

/// <summary>The month or quarter that a report is of.</summary>
internal readonly record struct ReportPeriod(ReportKind Kind, DateOnly From)
{
    private int Months => Kind == ReportKind.Recommendations ? 1 : 3;

    public DateOnly To => From.AddMonths(Months).AddDays(-1);

    public ReportPeriod Next => this with { From = From.AddMonths(Months) };

    /// <summary>The day by which it is frozen: the last one of the next period.</summary>
    public DateOnly DueBy => Next.To;

    /// <summary>"July 2010", "April to June 2010".</summary>
    public string Name => Kind == ReportKind.Recommendations ? Say.Month(From) : $"{From.ToString("MMMM", CultureInfo.InvariantCulture)} to {Say.Month(To)}";

    public string Title => $"{Kind.Words()}, {Name}";

    public string Path => $"/inspections/reports/{SlugOf(Kind)}/{From:yyyy-MM}";

    public bool IsOver(DateOnly today) => To < today;

    public ReportState State(bool isFrozen, DateOnly today) =>
        isFrozen ? ReportState.Frozen : !IsOver(today) ? ReportState.NotOver : Next.IsOver(today) ? ReportState.Missing : ReportState.Due;

    /// <summary>The period of an address; null where there is none.</summary>
    public static ReportPeriod? Read(string kind, string period)
    {
        if (!DateOnly.TryParseExact(period, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) || from < WorkingDayCalendar.First || from > WorkingDayCalendar.Last)
            return null;
        foreach (var known in Enum.GetValues<ReportKind>())
            if (SlugOf(known) == kind && (from.Month - 1) % new ReportPeriod(known, from).Months == 0)
                return new(known, from);
        return null;
    }

    /// <summary>The periods whose reports are made from 1 April of a year on: the first is the one that was over then.</summary>
    public static IEnumerable<ReportPeriod> MadeFrom(ReportKind kind, int year)
    {
        var april = new ReportPeriod(kind, new(year, 4, 1));
        for (var period = april with { From = april.From.AddMonths(-april.Months) }; ; period = period.Next)
            yield return period;
    }

    /// <summary>The periods whose reports are due in a year from 1 April, as the plan expects them.</summary>
    public static IEnumerable<ReportPeriod> DueIn(ReportKind kind, int year) => MadeFrom(kind, year).TakeWhile(period => period.Year == year);

    /// <summary>The year from 1 April in which the report is due.</summary>
    public int Year => YearOn(DueBy);

    /// <summary>The calendar year in which the year from 1 April of a day begins.</summary>
    public static int YearOn(DateOnly day) => Period.YearToDate(day).From.Year;

    private static string SlugOf(ReportKind kind) => kind == ReportKind.Recommendations ? "recommendations" : "profile";
}

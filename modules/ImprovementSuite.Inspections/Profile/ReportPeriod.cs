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

    /// <summary>The periods of a year from 1 April.</summary>
    public static IEnumerable<ReportPeriod> OfYear(ReportKind kind, int first)
    {
        for (var period = new ReportPeriod(kind, new(first, 4, 1)); period.From < new DateOnly(first + 1, 4, 1); period = period.Next)
            yield return period;
    }

    /// <summary>The year from 1 April whose reports are made on a day: that of the last month that is over.</summary>
    public static int YearOn(DateOnly today) => Period.YearToDate(today.AddMonths(-1)).From.Year;

    private static string SlugOf(ReportKind kind) => kind == ReportKind.Recommendations ? "recommendations" : "profile";
}

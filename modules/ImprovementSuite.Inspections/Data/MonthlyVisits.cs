using ImprovementSuite.Contracts;

namespace ImprovementSuite.Inspections.Data;

/// <summary>What is known of a home's visit in a month.</summary>
internal enum MonthlyVisit
{
    Done,

    /// <summary>The month is over, the home was open throughout, and nobody came.</summary>
    Missing,

    /// <summary>The month is not over, the home was not open in all of it, or nobody recorded visits yet.</summary>
    NotDue,
}

/// <summary>Which months have a visit of a home and which lack one, as the measure of visits counts them.</summary>
internal sealed class MonthlyVisits(IReadOnlyList<Home> homes, DateOnly today)
{
    // Before anybody recorded a visit nobody knows whether there were any.
    private readonly DateOnly _recorded = homes.SelectMany(home => home.Visits).DefaultIfEmpty(DateOnly.MaxValue).Min();

    /// <summary>The first days of the last months up to this one, oldest first.</summary>
    public IReadOnlyList<DateOnly> Last(int months) => [.. Enumerable.Range(1 - months, months).Select(Period.Month(today).From.AddMonths)];

    public MonthlyVisit Of(Home home, DateOnly month)
    {
        var (from, to) = (Period.Month(month).From, Period.Month(month).To);
        return home.Visits.Any(visit => from <= visit && visit <= to) ? MonthlyVisit.Done
            : to < today && to >= _recorded && home.OpenedOn <= from && (home.ClosedOn is null || to <= home.ClosedOn) ? MonthlyVisit.Missing
            : MonthlyVisit.NotDue;
    }
}

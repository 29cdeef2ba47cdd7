using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Measures;

/// <summary>Children's homes that somebody independent visited in the last full month.</summary>
internal sealed class HomesVisited : IMeasure
{
    public const string Code = "HOMES-VISITED";

    public MeasureDefinition Definition { get; } = new(
        Code, "Children's homes visited in the month",
        new MeasureWords(
            Of: "children's homes that were open throughout the last full month before the day", Counted: "those that somebody independent of the home visited in it (regulation 33 in 2010, regulation 44 from April 2015)",
            Clock: "none; a visit counts through the month after it", Limit: null, Finished: "children's homes were visited", More: "homes visited", NumeratorHeading: "Visited", DenominatorHeading: "Homes", Cohort: "the day"),
        Unit.Percent, MeasureKind.Rate, Polarity.HighIsGood, Frequency.Monthly, RatedOn.AsAt, "Children's homes regulations", "/inspections/homes", 1, OpenRecords: true);

    public Additivity Additivity => Additivity.AsAt;

    public bool HasWeeks => false;

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to)
    {
        List<Tally> changes = [];
        var homes = HomeReading.Homes(connection);
        // Before anybody recorded a visit nobody knows whether there were any.
        var recorded = Period.Month(homes.SelectMany(home => home.Visits).DefaultIfEmpty(WorkingDayCalendar.Last).Min()).From;
        foreach (var home in homes)
        {
            // Counted from the day after its first full month to the last day of the month after its last one.
            var first = Later(recorded, home.OpenedOn.Day == 1 ? home.OpenedOn : NextMonth(home.OpenedOn));
            Add(NextMonth(first), 0, 1);
            if (home.ClosedOn is { } closed)
                Add(Later(NextMonth(first), closed == Period.Month(closed).To ? NextMonth(NextMonth(closed)) : NextMonth(closed)), 0, -1);
            foreach (var month in home.Visits.Select(visit => Period.Month(visit).From).Distinct().Where(month => month >= first && (home.ClosedOn is null || Period.Month(month).To <= home.ClosedOn)))
            {
                Add(NextMonth(month), 1, 0);
                Add(NextMonth(NextMonth(month)), -1, 0);
            }
        }
        return [.. changes.Where(change => from <= change.Day && change.Day <= to).GroupBy(change => change.Day).Select(day => new Tally(day.Key, 0, day.Sum(one => one.Numerator), day.Sum(one => one.Denominator)))];

        void Add(DateOnly day, long visited, long homes)
        {
            if (day <= WorkingDayCalendar.Last)
                changes.Add(new(day, 0, visited, homes));
        }
    }

    private static DateOnly NextMonth(DateOnly day) => Period.Month(day).To.AddDays(1);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

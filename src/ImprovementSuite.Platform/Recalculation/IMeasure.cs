using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Recalculation;

/// <summary>One measure of a module: what it means and how it is counted.</summary>
public interface IMeasure
{
    /// <summary>What the measure means now, its dated limits included.</summary>
    MeasureDefinition Definition { get; }

    /// <summary>How its days become the value of a period.</summary>
    Additivity Additivity => Additivity.ByDay;

    /// <summary>
    /// Whether a record that changes on a day may change any later day too, as a review changes when the next one is due. Then everything
    /// from the earliest stale day on is counted again.
    /// </summary>
    bool StaleOnwards => Additivity == Additivity.AsAt;

    /// <summary>
    /// Whether a period whose days came to nothing has the value 0: a round in which nobody is counted, reports of which none was made. Elsewhere nothing
    /// counted is no value.
    /// </summary>
    bool ZeroIsAValue => Additivity == Additivity.ByRound;

    /// <summary>Whether values of single weeks are kept. A stock that changes slowly, such as posts, has months and days alone.</summary>
    bool HasWeeks => true;

    /// <summary>
    /// Where a sum is not of a year but of a span of its own, such as since the start of a programme, the span's first day: the measure is then counted
    /// as a stock from that day on, and the value of a single day is that of the span up to it.
    /// </summary>
    DateOnly? SpanFrom => null;

    /// <summary>
    /// Counts the days from <paramref name="from"/> to <paramref name="to"/>, both included, in one grouped query by day and team. A day or
    /// team without anything to count has no tally. A day after today is allowed where it is known already, such as one on which something is
    /// due: it counts when it has come.
    /// </summary>
    List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to);
}

/// <summary>How the days of a measure become the value of a period.</summary>
public enum Additivity
{
    /// <summary>A period's value is the sum of its days. It has weeks, months and years to date.</summary>
    ByDay,

    /// <summary>
    /// A stock, such as the plans that are open. A tally says by how much it changes on its day, less than 0 where something leaves, and the
    /// value of a period is the stock at its last day, or today while it runs. It has weeks, months and single days, and no year to date.
    /// </summary>
    AsAt,

    /// <summary>
    /// Each day is a round, such as the tests of one year, and stands for it: a value belongs to that round and to no other period.
    /// </summary>
    ByRound,
}

/// <summary>What one team's day adds to a measure.</summary>
/// <param name="Day">The cohort day; of a stock, the day from whose end on the change holds.</param>
/// <param name="Team">The look-up id of the team that the record had on that day; 0 is "not recorded".</param>
/// <param name="Numerator">In the unit's smallest part; of a stock, the change.</param>
/// <param name="Denominator">0 for a count that is no rate; of a stock, the change.</param>
public readonly record struct Tally(DateOnly Day, int Team, long Numerator, long Denominator);

/// <summary>Where a team's figures stand now: a team that was merged or renamed leads to its successor, so that trends survive.</summary>
/// <param name="Team">The team; where a module counts by phase instead, the phase.</param>
/// <param name="Locality">The locality.</param>
/// <param name="Kind">What <paramref name="Team"/> is: a team of its locality, or a phase, which lies across all of them.</param>
public readonly record struct Place(string Team, string Locality, ScopeKind Kind = ScopeKind.Team)
{
    /// <summary>A phase of schools in a locality.</summary>
    public static Place Phase(string phase, string locality) => new(phase, locality, ScopeKind.Phase);

    /// <summary>Whose figures those of this place are part of.</summary>
    internal Scope[] Scopes => [Scope.Authority, Scope.Locality(Locality), Kind == ScopeKind.Phase ? Scope.Phase(Team) : Scope.Team(Team, Locality)];
}

/// <summary>What a module counts at present: read from its database with the counts, so that both are of one moment.</summary>
/// <param name="Measures">Every measure of the module.</param>
/// <param name="Places">Where each team's figures stand now, by look-up id; a team that is missing here is "not recorded".</param>
/// <param name="Trust">How far each measure can be trusted, by code; null where the module grades none.</param>
/// <param name="KeptFrom">
/// By code, the first day of which all records are still kept; the tallies of days before it are of records that were removed, and stand. A measure of which none were is missing.
/// </param>
public sealed record Counting(IReadOnlyList<IMeasure> Measures, IReadOnlyDictionary<int, Place> Places, IReadOnlyDictionary<string, Graded>? Trust = null, IReadOnlyDictionary<string, DateOnly>? KeptFrom = null)
{
    /// <summary>The first day of a measure that can be counted.</summary>
    public DateOnly CountsFrom(string measure) => KeptFrom is not null && KeptFrom.TryGetValue(measure, out var day) ? day : WorkingDayCalendar.First;

    /// <summary>The grade of a measure; null where it has none.</summary>
    public Graded? TrustOf(string measure) => Trust is not null && Trust.TryGetValue(measure, out var graded) ? graded : null;
}

/// <summary>A grade of trust and its reason in a few words.</summary>
public readonly record struct Graded(Trust Trust, string Why)
{
    /// <summary>"B: 2.1% of its records fail a rule".</summary>
    public override string ToString() => $"{Trust}: {Why}";
}

/// <summary>Which period of a measure the plan rates.</summary>
public static class RatedPeriod
{
    /// <summary>The rated period as it is today; a month is rated once it is over.</summary>
    public static Period Of(RatedOn ratedOn, DateOnly today) => ratedOn switch
    {
        RatedOn.Month => Period.Month(Period.Month(today).From.AddDays(-1)),
        RatedOn.AsAt => Period.AsAt(today),
        _ => Period.YearToDate(today),
    };
}

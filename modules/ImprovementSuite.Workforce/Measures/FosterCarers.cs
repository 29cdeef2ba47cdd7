using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Measures;

/// <summary>Approved foster households on a day.</summary>
internal sealed class FosterCarers(DateOnly countsFrom) : IMeasure
{
    public const string Code = "FOSTER-CARERS";

    public MeasureDefinition Definition { get; } = new(
        Code, "Foster carers",
        new MeasureWords(
            Of: "households that are approved to foster, family and friends of a child left out",
            Counted: "those approved on or before the day and not ended before it, and corrections of the register with their reasons",
            Clock: "none; a household counts from the panel's decision to approve to the day on which it ends", Limit: $"counted from {countsFrom:d MMMM yyyy}",
            Finished: "households foster", More: "households", NumeratorHeading: "Households", DenominatorHeading: "", Cohort: "the day"),
        Unit.Count, MeasureKind.Count, Polarity.HighIsGood, Frequency.Monthly, RatedOn.AsAt, "Local measure: the council's register of carers", "/workforce/foster-carers", 1, OpenRecords: true);

    public Additivity Additivity => Additivity.AsAt;

    public bool HasWeeks => false;

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => connection.Query(
        $"""
         WITH change AS (
           SELECT ApprovedOn AS Day, TeamId, 1 AS Households FROM foster_household WHERE Counts = 1 AND Connected = 0 AND ApprovedOn IS NOT NULL
           UNION ALL SELECT EndedOn + 1, TeamId, -1 FROM foster_household WHERE Counts = 1 AND Connected = 0 AND ApprovedOn IS NOT NULL AND EndedOn IS NOT NULL
           UNION ALL SELECT "On", 0, Households FROM foster_correction)
         SELECT MAX(Day, {countsFrom.DayNumber}) AS At, TeamId, SUM(Households) FROM change WHERE MAX(Day, {countsFrom.DayNumber}) BETWEEN $1 AND $2 GROUP BY At, TeamId
         """,
        row => new Tally(row.GetDay(0), row.GetInt32(1), row.GetInt64(2), 0), from, to);
}

/// <summary>Households approved since the programme of recruitment began: gross, whoever has left since.</summary>
internal sealed class FosterCarersRecruited(DateOnly programmeFrom) : IMeasure
{
    public const string Code = "FOSTER-CARERS-RECRUITED";

    public MeasureDefinition Definition { get; } = new(
        Code, $"Foster carers approved since {programmeFrom:MMMM yyyy}",
        new MeasureWords(
            Of: $"households that were approved to foster since {programmeFrom:d MMMM yyyy}, family and friends of a child left out",
            Counted: "each once, whether it has left since or not",
            Clock: "none; a household counts on the day of the panel's decision to approve", Limit: null,
            Finished: "households were approved", More: "approvals", NumeratorHeading: "Approved", DenominatorHeading: "", Cohort: "the day of the panel's decision"),
        Unit.Count, MeasureKind.Cumulative, Polarity.HighIsGood, Frequency.Monthly, RatedOn.Span, "Local measure: the council's register of carers", "/workforce/foster-carers", 1, OpenRecords: true);

    public Additivity Additivity => Additivity.AsAt;

    public bool HasWeeks => false;

    public DateOnly? SpanFrom => programmeFrom;

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => connection.Query(
        "SELECT ApprovedOn, TeamId, COUNT(*) FROM foster_household WHERE Counts = 1 AND Connected = 0 AND ApprovedOn >= $3 AND ApprovedOn BETWEEN $1 AND $2 GROUP BY ApprovedOn, TeamId",
        row => new Tally(row.GetDay(0), row.GetInt32(1), row.GetInt64(2), 0), from, to, programmeFrom);
}

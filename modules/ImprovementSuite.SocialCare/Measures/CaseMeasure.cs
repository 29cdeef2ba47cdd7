using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>
/// One measure of the module. What it counts is one query of records: the figure adds the rows up, and the page behind the figure lists them, so
/// that the two cannot differ.
/// </summary>
internal abstract class CaseMeasure : IMeasure
{
    public abstract MeasureDefinition Definition { get; }

    /// <summary>What the columns of the list are called.</summary>
    public abstract RecordHeadings Headings { get; }

    /// <summary>
    /// The records of the days from $1 to $2; of a stock, those that are in it at the end of $2. One row each, with Id, RecordId, Child, WorkerId,
    /// TeamId, Began, Day, Days and Counted: 1 where it is in the numerator, else 0 or NULL. Day is the cohort day.
    /// </summary>
    public abstract string Records { get; }

    /// <summary>The type of a row's record, as SQL over the row.</summary>
    public virtual string RecordType => $"'{CountedOn.TypesOf(Definition.Code).Single()}'";

    /// <summary>The types of record without which it cannot be counted again.</summary>
    public virtual IEnumerable<string> CountedFrom => CountedOn.TypesOf(Definition.Code);

    /// <summary>Whether a record may stand in the list several times, as a period whose reviews were due several times.</summary>
    public virtual bool Repeats => false;

    public virtual Additivity Additivity => Additivity.ByDay;

    public virtual bool StaleOnwards => Additivity == Additivity.AsAt;

    /// <summary>Whether the numerator is a part of the denominator, so that "987 of 1,232" makes sense.</summary>
    public virtual bool IsShare => Definition.Unit == Unit.Percent;

    public virtual List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) =>
        Tallies(connection, $"SELECT Day, TeamId, TOTAL(Counted), {(Definition.Unit == Unit.Percent ? "COUNT(*)" : "0")} FROM ({Records}) GROUP BY Day, TeamId", from, to);

    /// <summary>Tallies of a query of day, team, numerator and denominator.</summary>
    protected static List<Tally> Tallies(SqliteConnection connection, string sql, DateOnly from, DateOnly to) => connection.Query(
        sql, row => new Tally(row.GetDay(0), row.GetInt32(1), (long)row.GetDouble(2), (long)row.GetDouble(3)), from, to);

    /// <summary>A share of records whose high or low value is good.</summary>
    protected static MeasureDefinition Rate(string code, string title, MeasureWords words, Polarity polarity, string source, RatedOn ratedOn = RatedOn.YearToDate, int version = 1, bool countsPeople = true) => new(
        code, title, words, Unit.Percent, MeasureKind.Rate, polarity, ratedOn == RatedOn.Month ? Frequency.Monthly : Frequency.Daily, ratedOn, source, $"/social-care/records/{code}", version,
        TrustOf(code), countsPeople);

    /// <summary>The page that says how a measure's grade of trust came about.</summary>
    protected static string TrustOf(string code) => $"/social-care/data-quality/measure/{code}";
}

/// <summary>What the columns and parts of a list of records are called.</summary>
/// <param name="Record">One record: "assessment".</param>
/// <param name="Day">The cohort day: "Completed".</param>
/// <param name="All">All of them: "All completed".</param>
/// <param name="Counted">Those in the numerator: "In time".</param>
/// <param name="Rest">The others: "Not in time".</param>
/// <param name="Began">The day before it that matters: "Clock started"; null where there is none.</param>
/// <param name="Days">The time between: "Working days"; null where there is none.</param>
/// <param name="NotBegan">What stands for a day before that is not there: "Referral not in yet".</param>
internal sealed record RecordHeadings(string Record, string Day, string All, string Counted, string Rest, string? Began = null, string? Days = null, string NotBegan = "None");

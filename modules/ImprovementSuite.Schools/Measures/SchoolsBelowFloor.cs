using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Results;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Schools.Measures;

/// <summary>A count of schools in a round, of those that the floor standard of the year decides.</summary>
internal abstract class RoundOfSchools : IMeasure
{
    public abstract MeasureDefinition Definition { get; }

    public Additivity Additivity => Additivity.ByRound;

    // A fall of two years looks back over two rounds.
    public bool StaleOnwards => true;

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to)
    {
        var book = FloorReading.Read(connection);
        return
        [
            .. from year in book.Years
               let day = ResultSet.RoundDay(year)
               where @from <= day && day <= to
               from one in book.Decisions(year)
               where one.Decision.Outcome is FloorOutcome.Above or FloorOutcome.Below
               // A school that is not counted says that the round was looked at: with none below it is 0, and not nothing.
               select new Tally(day, one.School.Urn, Is(book, one.School, year, one.Decision) ? 1 : 0, 0),
        ];
    }

    /// <summary>Whether a school that is decided is counted.</summary>
    protected abstract bool Is(FloorBook book, OwnSchool school, int year, FloorDecision decision);

    protected static MeasureDefinition Define(string code, string title, MeasureWords words, string source, string path) =>
        new(code, title, words, Unit.Count, MeasureKind.Round, Polarity.LowIsGood, Frequency.Yearly, RatedOn.Round, source, path, 1, OpenRecords: true);
}

/// <summary>Schools below the floor standard of the year.</summary>
internal sealed class SchoolsBelowFloor : RoundOfSchools
{
    public const string Code = "SCHOOLS-BELOW-FLOOR";

    public override MeasureDefinition Definition => Define(
        Code, "Primary schools below floor target",
        new MeasureWords(
            Of: "schools of the authority that the floor standard of the year decides: those with published results, enough pupils, and not closed",
            Counted: "those below it, by the most settled results of the round",
            Clock: "none; a round is that of the tests in May, and its day is 31 May",
            Limit: "that of the year of the results; they stand under Schools, Floor standards",
            Finished: "schools are below the floor",
            More: "schools",
            NumeratorHeading: "Below the floor", DenominatorHeading: "",
            Cohort: "the round of tests"),
        "Floor standards of the Department for Education", "/schools/list/below");

    protected override bool Is(FloorBook book, OwnSchool school, int year, FloorDecision decision) => decision.Outcome == FloorOutcome.Below;
}

/// <summary>Schools that are not below, but near it or falling.</summary>
internal sealed class SchoolsAtRisk(int points) : RoundOfSchools
{
    public const string Code = "SCHOOLS-AT-RISK";

    public override MeasureDefinition Definition => Define(
        Code, "Schools at risk of falling below the floor",
        new MeasureWords(
            Of: "schools of the authority that the floor standard of the year decides",
            Counted: $"those not below it whose attainment is less than {Say.Number(points / 100m)} points above it or under it, or has fallen in each of the last two rounds",
            Clock: "none; a round is that of the tests in May, and its day is 31 May",
            Limit: null,
            Finished: "schools are at risk by their results",
            More: "schools",
            NumeratorHeading: "At risk", DenominatorHeading: "",
            Cohort: "the round of tests"),
        "Local measure", "/schools/list/risk");

    protected override bool Is(FloorBook book, OwnSchool school, int year, FloorDecision decision) => ResultRisk.Of(book, school, year, decision).Any();
}

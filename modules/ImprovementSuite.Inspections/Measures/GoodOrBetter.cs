using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Platform.Recalculation;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Measures;

/// <summary>Block A of the performance profile.</summary>
internal sealed class GoodOrBetter : IMeasure
{
    public const string Code = "BLOCK-A";

    public MeasureDefinition Definition { get; } = new(
        Code, "Block A: inspected services rated good or better",
        new MeasureWords(
            Of: "services and settings that are open on the day and have been inspected; fostering, adoption and the authority itself are judged in Block B",
            Counted: "those whose last overall judgement is good or better on the scale of its framework",
            Clock: "none; a judgement counts from the inspection's last day until the next one with an overall grade", Limit: null, Finished: "services are good or better",
            More: "services good or better", NumeratorHeading: "Good or better", DenominatorHeading: "Inspected", Cohort: "the day"),
        Unit.Percent, MeasureKind.Rate, Polarity.HighIsGood, Frequency.Quarterly, RatedOn.AsAt, "Performance profile of children's services, Block A", "/inspections/profile", 1, OpenRecords: true);

    public Additivity Additivity => Additivity.AsAt;

    public bool HasWeeks => false;

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => StandingJudgement.Tallies(
        StandingJudgement.Read(connection).Where(one => one.InBlockA), one => (one.IsGood ? 1 : 0, 1), from, to);
}

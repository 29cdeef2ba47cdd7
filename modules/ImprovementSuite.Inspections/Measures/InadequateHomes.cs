using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.Recalculation;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Measures;

/// <summary>Children's homes whose last overall judgement is the worst of its scale.</summary>
internal sealed class InadequateHomes : IMeasure
{
    public const string Code = "INADEQUATE-HOMES";

    public MeasureDefinition Definition { get; } = new(
        Code, "Children's homes judged inadequate",
        new MeasureWords(
            Of: "children's homes that are open on the day and have been inspected", Counted: "those whose last overall judgement is inadequate",
            Clock: "none; a judgement counts from the inspection's last day until the next one with an overall grade", Limit: null, Finished: "children's homes are inadequate", More: "homes",
            NumeratorHeading: "Inadequate", DenominatorHeading: "", Cohort: "the day"),
        Unit.Count, MeasureKind.Count, Polarity.LowIsGood, Frequency.Monthly, RatedOn.AsAt, "Ofsted inspections of children's homes", "/inspections/homes", 1, OpenRecords: true);

    public Additivity Additivity => Additivity.AsAt;

    public bool HasWeeks => false;

    // The homes stand below the line, which no page shows of a count: without them, that none is inadequate would be no figure.
    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => StandingJudgement.Tallies(
        StandingJudgement.Read(connection).Where(one => one.ProviderKind == ProviderKind.ChildrensHome), one => (one.Rank == 0 ? 1 : 0, 1), from, to);
}

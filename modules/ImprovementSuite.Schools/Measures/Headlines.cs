using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Results;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Schools.Measures;

/// <summary>A headline rate of another stage, where it is fed.</summary>
internal abstract class HeadlineRate(Stage stage) : IMeasure
{
    public abstract MeasureDefinition Definition { get; }

    public Additivity Additivity => Additivity.ByRound;

    public bool StaleOnwards => true;

    /// <summary>The most settled value of each school; the authority's own only in a round of which no school has one.</summary>
    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => connection.Query(
        $"""
         WITH settled AS (
           SELECT h.RoundOn, h.Urn, h.Reached, h.Cohort, ROW_NUMBER() OVER (PARTITION BY h.RoundOn, h.Urn ORDER BY h.Status DESC, h.Id DESC) AS Place
           FROM headline h WHERE h.Counts = 1 AND h.Stage = {(int)stage} AND h.RoundOn BETWEEN $1 AND $2)
         SELECT RoundOn, Urn, Reached, Cohort FROM settled s
         WHERE Place = 1 AND (Urn <> 0 OR NOT EXISTS (SELECT 1 FROM settled other WHERE other.RoundOn = s.RoundOn AND other.Urn <> 0))
         """,
        row => new Tally(row.GetDay(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3)), from, to);

    protected static MeasureDefinition Define(string code, string title, string of, string counted, string more) => new(
        code, title,
        new MeasureWords(
            Of: of, Counted: counted, Clock: "none; the day of a round is 31 May of its year", Limit: null, Finished: counted, More: more,
            NumeratorHeading: "Reached it", DenominatorHeading: "Pupils", Cohort: "the round of results"),
        Unit.Percent, MeasureKind.Round, Polarity.HighIsGood, Frequency.Yearly, RatedOn.Round, "Headline values of the Department for Education", "/schools/headlines", 1, CountsPeople: true, OpenRecords: true);
}

/// <summary>A good level of development at the end of the Foundation Stage.</summary>
internal sealed class GoodDevelopment() : HeadlineRate(Stage.Foundation)
{
    public const string Code = "EYFS-GLD";

    public override MeasureDefinition Definition => Define(
        Code, "Good level of development at the end of the Foundation Stage", "children at the end of the Foundation Stage", "children who reached a good level of development", "more children");
}

/// <summary>Five or more GCSEs at A* to C with English and maths.</summary>
internal sealed class GcseFive() : HeadlineRate(Stage.Gcse)
{
    public const string Code = "GCSE-5ACEM";

    public override MeasureDefinition Definition => Define(
        Code, "5 or more GCSEs at A* to C with English and maths", "pupils at the end of key stage 4", "pupils who reached 5 or more GCSEs at A* to C with English and maths", "more pupils");
}

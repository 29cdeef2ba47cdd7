using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Surveys;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Measures;

/// <summary>A survey's result, in each round of which the counts are known. A percentage that was published alone is no reading.</summary>
internal sealed class SurveyResult(int id, string code, string title, string asks, SurveyValue value) : IMeasure
{
    public MeasureDefinition Definition { get; } = new(
        code, title,
        value == SurveyValue.Response
            ? new MeasureWords(
                Of: "those who were asked in the round", Counted: "those who answered", Clock: "none; a round counts on the day that stands for it", Limit: $"it asks {asks}",
                Finished: "answered", More: "answers", NumeratorHeading: "Answered", DenominatorHeading: "Asked", Cohort: "the round")
            : new MeasureWords(
                Of: "those who answered in the round", Counted: "those who are satisfied", Clock: "none; a round counts on the day that stands for it", Limit: $"it asks {asks}",
                Finished: "are satisfied", More: "satisfied answers", NumeratorHeading: "Satisfied", DenominatorHeading: "Answered", Cohort: "the round"),
        Unit.Percent, MeasureKind.Rate, Polarity.HighIsGood, Frequency.Yearly, RatedOn.Round, "The survey's own results", "/workforce/surveys", 1, OpenRecords: true);

    public Additivity Additivity => Additivity.ByRound;

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to)
    {
        var (numerator, denominator) = value == SurveyValue.Response ? ("Answered", "Asked") : ("Satisfied", "Answered");
        return connection.Query(
            $"""SELECT "On", {numerator}, {denominator} FROM survey_round WHERE SurveyId = $1 AND Whose = '' AND Published IS NULL AND "On" BETWEEN $2 AND $3 ORDER BY "On" """,
            row => new Tally(row.GetDay(0), 0, row.GetInt64(1), row.GetInt64(2)), id, from, to);
    }

    public static List<SurveyResult> All(SqliteConnection connection) => connection.Query(
        "SELECT Id, Code, Title, Asks, Value FROM survey ORDER BY Id",
        row => new SurveyResult(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), (SurveyValue)row.GetInt32(4)));
}

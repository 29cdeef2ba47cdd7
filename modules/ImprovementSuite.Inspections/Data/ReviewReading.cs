using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>A serious case review that was judged.</summary>
internal sealed record JudgedReview(string InspectionRef, string Title, string Grade, bool IsGood, DateOnly On);

/// <summary>Reads serious case reviews: reports of their own kind, with their actions in the ledger.</summary>
internal static class ReviewReading
{
    public static List<JudgedReview> Judged(SqliteConnection connection)
    {
        var frameworks = FrameworkReading.All(connection);
        return connection.Query(
            $"""
             SELECT i.Reference, i.Title, i.Framework, j.Grade, i.EndedOn FROM judgement j JOIN inspection i ON i.Reference = j.InspectionRef AND i.Counts = 1
             WHERE j.Counts = 1 AND j.Area = '{Judgement.Overall}' AND i.Kind = {(int)SourceKind.SeriousCaseReview} ORDER BY i.EndedOn, i.Id
             """,
            row => new JudgedReview(row.GetString(0), row.GetString(1), row.GetString(3), frameworks[row.GetString(2)].IsGood(row.GetString(3)), row.GetDay(4)));
    }

    /// <summary>Who answers for the actions of each review that were not withdrawn, by the review's reference.</summary>
    public static ILookup<string, string> Owners(SqliteConnection connection) => connection.Query(
        $"SELECT DISTINCT InspectionRef, Owner FROM ({LedgerSql.Rows}) WHERE Source = {(int)SourceKind.SeriousCaseReview} AND Status <> {(int)LedgerStatus.Withdrawn} ORDER BY Owner COLLATE NOCASE",
        row => (Review: row.GetString(0), Owner: row.GetString(1))).ToLookup(row => row.Review, row => row.Owner);
}

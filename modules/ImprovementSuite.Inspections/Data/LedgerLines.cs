using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>Of which recommendations somebody wants to know; null asks for any.</summary>
/// <param name="Provider">The provider's reference.</param>
/// <param name="Report">The report's reference, or a part of its title.</param>
/// <param name="Owner">A part of the owner's name.</param>
/// <param name="Measure">The code of a measure that the report is counted as.</param>
/// <param name="DueFrom">The first original date.</param>
/// <param name="DueTo">The last.</param>
internal sealed record LedgerQuestion(string? Service, SourceKind? Source, string? Provider, string? Report, string? Owner, string? Measure, DateOnly? DueFrom, DateOnly? DueTo);

/// <summary>What order and counts need of recommendations, as fast as the database gives it: one pass over the ledger, whatever is asked.</summary>
internal static class LedgerLines
{
    private static readonly string Sql =
        $"""
         SELECT Id, Status, OriginallyDueOn, CompletedOn, DuplicateOfId, Counts FROM ({LedgerSql.Rows})
         WHERE ($1 IS NULL OR Service = $1) AND ($2 IS NULL OR Source = $2) AND ($3 IS NULL OR ProviderRef = $3)
           AND ($4 IS NULL OR InspectionRef = $4 OR instr(lower(Report), lower($4)) > 0) AND ($5 IS NULL OR instr(lower(Owner), lower($5)) > 0)
           AND ($6 IS NULL OR InspectionRef IN (SELECT InspectionRef FROM report_measure WHERE Code = $6)) AND ($7 IS NULL OR OriginallyDueOn >= $7) AND ($8 IS NULL OR OriginallyDueOn <= $8)
         """;

    public static List<LedgerLine> Read(SqliteConnection connection, LedgerQuestion asked) => connection.Query(
        Sql,
        row => new LedgerLine
        {
            Id = row.GetInt64(0), Status = (LedgerStatus)row.GetInt32(1), OriginallyDueOn = row.GetDay(2), CompletedOn = row.IsDBNull(3) ? null : row.GetDay(3),
            DuplicateOfId = row.IsDBNull(4) ? null : row.GetInt64(4), Counts = row.GetBoolean(5),
        },
        asked.Service, (int?)asked.Source, asked.Provider, asked.Report, asked.Owner, asked.Measure, asked.DueFrom, asked.DueTo);
}

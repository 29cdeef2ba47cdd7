using System.Text.Json;
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

/// <summary>What order and counts need of recommendations, in one pass over the ledger.</summary>
internal static class LedgerLines
{
    // Of a ledger of many thousands, fetching a row costs more than finding it: a line is one number, and all lines come as one value.
    private static readonly string Lines =
        $"SELECT json_group_array((Id << 28) | (OriginallyDueOn << 6) | (Status << 3) | (Counts << 2) | ((DuplicateOfId IS NOT NULL) << 1) | IFNULL({LedgerSql.MetInTime}, 0)) FROM ({LedgerSql.Rows})";

    public static List<LedgerLine> Read(SqliteConnection connection, LedgerQuestion asked)
    {
        var given = new (object? Value, string Condition)[]
        {
            (asked.Service, "Service = $"), ((int?)asked.Source, "Source = $"), (asked.Provider, "ProviderRef = $"), (asked.Report, "(InspectionRef = $ OR instr(lower(Report), lower($)) > 0)"),
            (asked.Owner, "instr(lower(Owner), lower($)) > 0"), (asked.Measure, "InspectionRef IN (SELECT InspectionRef FROM report_measure WHERE Code = $)"),
            (asked.DueFrom, "OriginallyDueOn >= $"), (asked.DueTo, "OriginallyDueOn <= $"),
        }.Where(one => one.Value is not null).ToList();
        var conditions = given.Select((one, i) => one.Condition.Replace("$", $"${i + 1}", StringComparison.Ordinal)).ToList();
        var lines = connection.Scalar<string>(conditions.Count == 0 ? Lines : $"{Lines} WHERE {string.Join(" AND ", conditions)}", [.. given.Select(one => one.Value)])!;
        return JsonSerializer.Deserialize<List<long>>(lines)!.ConvertAll(packed => new LedgerLine(packed));
    }
}

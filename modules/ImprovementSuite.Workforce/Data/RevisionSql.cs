namespace ImprovementSuite.Workforce.Data;

/// <summary>Revisions of what the module tells others, as SQL.</summary>
internal static class RevisionSql
{
    /// <summary>One more than a row's, and above the values': a restored database has raised theirs above all that was ever published.</summary>
    public static string Next(string column) => $"MAX({column}, COALESCE((SELECT CAST(Value AS INTEGER) FROM recalculation_mark WHERE Name = 'revision'), 0)) + 1";
}

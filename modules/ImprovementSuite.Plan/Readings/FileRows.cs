namespace ImprovementSuite.Plan.Readings;

/// <summary>A row of a file with what stands in its cells.</summary>
/// <param name="Sheet">The sheet of a workbook; null in a CSV file.</param>
/// <param name="Number">As a spreadsheet counts rows: the headings are row 1.</param>
/// <param name="Cells">From the first column on.</param>
internal sealed record FileRow(string? Sheet, int Number, IReadOnlyList<string?> Cells)
{
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>What is wrong in a file, and where.</summary>
/// <param name="Column">Its heading, and its letter in a workbook; null for the whole row.</param>
internal sealed record FileError(string File, string? Sheet, int? Row, string? Column, string What);

/// <summary>Why nothing of a file can be read.</summary>
internal sealed class UnreadableFileException(string message) : Exception(message);

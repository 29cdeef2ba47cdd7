namespace ImprovementSuite.Platform.Publication;

/// <summary>A text of people or of source systems as a cell of a CSV file.</summary>
public static class CsvCell
{
    /// <summary>Quoted; and what a spreadsheet would take for a formula is made text by an apostrophe.</summary>
    public static string Of(string text) => $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" : "")}{text.Replace("\"", "\"\"")}\"";
}

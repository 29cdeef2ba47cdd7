using System.Text;
using ImprovementSuite.Platform.Publication;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Workforce.Pages.Workforce;

/// <summary>A table as a CSV file that spreadsheets open: UTF-8 with its mark, every cell quoted, nothing that could run as a formula.</summary>
internal static class CsvDownload
{
    public static FileContentResult Of(string name, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(headings))
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return new((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8") { FileDownloadName = name };
    }

    // A number keeps its sign: it is no formula.
    private static string Cell(string text) => decimal.TryParse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out _) ? text : CsvCell.Of(text);
}

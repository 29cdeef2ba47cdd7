using System.Text;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>Records as a file for a spreadsheet. Every measure has the same columns, so that files can be put together; the headings are the measure's own.</summary>
internal static class RecordsCsv
{
    public static byte[] Write(RecordHeadings headings, IEnumerable<RecordRow> rows)
    {
        var text = new StringBuilder().AppendJoin(',', "Record", "Worker", "Team", CsvCell.Of(headings.Began ?? "Before"), CsvCell.Of(headings.Day), CsvCell.Of(headings.Days ?? "Days"), CsvCell.Of(headings.Counted)).Append("\r\n");
        foreach (var row in rows)
            text.AppendJoin(
                ',', CsvCell.Of(row.RecordId ?? RecordRow.RestrictedWords), CsvCell.Of(row.Worker), CsvCell.Of(row.Team), row.Began?.ToString("yyyy-MM-dd"), row.Day?.ToString("yyyy-MM-dd"), row.Days,
                row.Counted ? "yes" : "no").Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}

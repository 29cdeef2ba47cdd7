using System.Text;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>Records as a file for a spreadsheet. Every measure has the same columns, so that files can be put together; the headings are the measure's own.</summary>
internal static class RecordsCsv
{
    public static byte[] Write(RecordHeadings headings, IEnumerable<RecordRow> rows)
    {
        var text = new StringBuilder().AppendJoin(',', "Record", "Worker", "Team", Cell(headings.Began ?? "Before"), Cell(headings.Day), Cell(headings.Days ?? "Days"), Cell(headings.Counted)).Append("\r\n");
        foreach (var row in rows)
            text.AppendJoin(
                ',', Cell(row.RecordId ?? RecordRow.RestrictedWords), Cell(row.Worker), Cell(row.Team), row.Began?.ToString("yyyy-MM-dd"), row.Day.ToString("yyyy-MM-dd"), row.Days,
                row.Counted ? "yes" : "no").Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Quoted; and what a spreadsheet would take for a formula is made text by an apostrophe.</summary>
    public static string Cell(string text) => $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" : "")}{text.Replace("\"", "\"\"")}\"";
}

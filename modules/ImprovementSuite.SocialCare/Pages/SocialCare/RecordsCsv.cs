using System.Text;
using ImprovementSuite.SocialCare.Data;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>Records as a file for a spreadsheet.</summary>
internal static class RecordsCsv
{
    public static byte[] Write(IEnumerable<RecordRow> rows)
    {
        var text = new StringBuilder("Record,Worker,Team,Clock started,Day,Working days,In time\r\n");
        foreach (var row in rows)
            text.AppendJoin(',', Cell(row.RecordId), Cell(row.Worker), Cell(row.Team), row.ClockFrom?.ToString("yyyy-MM-dd"), row.Day.ToString("yyyy-MM-dd"), row.Days, row.InTime switch { true => "yes", false => "no", null => "" }).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Quoted; and what a spreadsheet would take for a formula is made text by an apostrophe.</summary>
    public static string Cell(string text) => $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" : "")}{text.Replace("\"", "\"\"")}\"";
}

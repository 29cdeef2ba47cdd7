using System.Text;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.SocialCare.Data;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>Work in progress as a file for a spreadsheet.</summary>
internal static class WorkCsv
{
    public static byte[] Write(WorkModel work)
    {
        var text = new StringBuilder($"Record,Worker,Team,{work.Kind.ClockHeading},Limit,Working days left,Check\r\n");
        foreach (var row in work.Rows)
            text.AppendJoin(
                ',', CsvCell.Of(row.RecordId ?? RecordRow.RestrictedWords), CsvCell.Of(row.Worker), CsvCell.Of(work.TeamOf(row)), row.ClockFrom?.ToString("yyyy-MM-dd"),
                row.ClockFrom is null ? null : work.DueOn(row).ToString("yyyy-MM-dd"), row.Left, CsvCell.Of(string.Join("; ", work.Checks(row)))).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}

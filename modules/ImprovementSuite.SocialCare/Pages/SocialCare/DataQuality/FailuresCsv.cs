using System.Text;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.DataQuality;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.DataQuality;

/// <summary>Failing records as a file for a spreadsheet.</summary>
internal static class FailuresCsv
{
    public static byte[] Write(Rule rule, IEnumerable<FailureRow> rows)
    {
        var text = new StringBuilder("Rule,Type,Record,Worker,Team,Day,Seen since\r\n");
        foreach (var row in rows)
            text.AppendJoin(
                ',', rule.Code, CsvCell.Of(row.Type.Words), CsvCell.Of(row.RecordId ?? RecordRow.RestrictedWords), CsvCell.Of(row.Worker), CsvCell.Of(row.Team),
                row.Day?.ToString("yyyy-MM-dd"), row.Since?.ToString("yyyy-MM-dd")).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}

using System.Text;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Schools.Support;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>Schools at risk as a file for a spreadsheet: a column for each reason.</summary>
internal static class RiskCsv
{
    public static byte[] Write(IEnumerable<SupportedSchool> schools)
    {
        var text = new StringBuilder($"URN,School,Phase,Locality,Adviser,{string.Join(',', RiskReasons.All.Select(reason => reason.Words()))},Latest results,Support plan\r\n");
        foreach (var one in schools)
            text.AppendJoin(
                ',',
                [
                    $"{one.School.Urn}", CsvCell.Of(one.School.Name), CsvCell.Of(one.School.Phase), CsvCell.Of(one.School.Locality), CsvCell.Of(one.Adviser),
                    .. RiskReasons.All.Select(reason => CsvCell.Of(string.Join("; ", one.Risks.Where(risk => risk.Reason == reason).Select(risk => risk.Sentence)))),
                    CsvCell.Of(one.Decision?.Sentence ?? ""), one.Plan is null ? "No" : "Yes",
                ]).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}

using System.Text;
using ImprovementSuite.Platform.Publication;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>Support as a file for a spreadsheet.</summary>
internal static class SupportedCsv
{
    public static byte[] Write(SupportedModel support)
    {
        var text = new StringBuilder("URN,School,Phase,Locality,Below the floor,At risk,Reasons,Support plan,Colour,Why that colour,Adviser,Next review,Open actions,Late actions,Last visit,Hard to reach\r\n");
        foreach (var one in support.Rows)
            text.AppendJoin(
                ',', one.School.Urn, CsvCell.Of(one.School.Name), CsvCell.Of(one.School.Phase), CsvCell.Of(one.School.Locality), YesNo(one.IsBelow), YesNo(one.IsAtRisk),
                CsvCell.Of(string.Join("; ", one.Reasons)), YesNo(one.Plan is not null), one.Plan?.Colour?.ToString(), CsvCell.Of(one.Plan?.ColourWhy ?? ""), CsvCell.Of(one.Adviser),
                one.Plan?.NextReviewOn?.ToString("yyyy-MM-dd"), one.Plan?.OpenActions, one.Plan?.LateActions, one.Plan?.LastVisitOn?.ToString("yyyy-MM-dd"), YesNo(one.HardToReach)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string YesNo(bool so) => so ? "Yes" : "No";
}

using System.Text;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Schools.Results;
using ImprovementSuite.Schools.Support;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>Forecasts and results of a year as a file for a spreadsheet.</summary>
internal static class ForecastsCsv
{
    public static byte[] Write(IEnumerable<ExpectedResult> rows)
    {
        var text = new StringBuilder("URN,School,Year,Target,Forecast,Forecast by,Forecast made on,Result,Result is,Forecast less result in points\r\n");
        foreach (var row in rows)
            text.AppendJoin(
                ',', row.School.Urn, CsvCell.Of(row.School.Name), row.Year, FigureText.Write(row.Target?.Percent), FigureText.Write(row.Forecast?.Percent), CsvCell.Of(row.Forecast?.By ?? ""),
                row.Forecast?.MadeOn.ToString("yyyy-MM-dd"), FigureText.Write(row.Result), row.Status?.Words(), FigureText.Write(row.Difference)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}

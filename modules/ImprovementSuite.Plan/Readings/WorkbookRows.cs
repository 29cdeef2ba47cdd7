using System.Globalization;
using ImprovementSuite.Plan.Loading.Workbook;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace ImprovementSuite.Plan.Readings;

/// <summary>The rows of a workbook's sheet "Readings", or of its first sheet. A formula is its last value; a text that looks like one is a text.</summary>
internal static class WorkbookRows
{
    /// <summary>A sheet may say that it is sixteen thousand columns wide: readings have fewer than twenty.</summary>
    private const int MostColumns = 100;

    private static readonly OpenXmlConfiguration InMemory = new() { EnableSharedStringCache = false };

    /// <exception cref="UnreadableFileException">It is no workbook.</exception>
    public static IReadOnlyList<FileRow> Read(byte[] content)
    {
        RefuseBombs(content);
        try
        {
            using var stream = new MemoryStream(content);
            var sheets = MiniExcel.GetSheetNames(stream, InMemory);
            var sheet = sheets.FirstOrDefault(name => name.Equals(ReadingTemplate.Sheet, StringComparison.OrdinalIgnoreCase)) ?? sheets[0];
            return [.. MiniExcel.Query(stream, useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX, configuration: InMemory)
                .Cast<IDictionary<string, object?>>()
                .Take(ReadingsFile.MostRows + 2)
                .Select((row, i) => new FileRow(sheet, i + 1, [.. row.Values.Take(MostColumns).Select(Text)]))];
        }
        // What a broken workbook makes its reader throw is not foreseeable.
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            throw new UnreadableFileException("The file cannot be read as an Excel workbook. Save it as .xlsx or as CSV and bring it in again.");
        }
    }

    private static void RefuseBombs(byte[] content)
    {
        try
        {
            if (WorkbookLimits.TooMuch(new MemoryStream(content), narrow: true) is { } much)
                throw new UnreadableFileException($"{much} Take out what is not needed, or save it as CSV.");
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFileException("The file is no Excel workbook (.xlsx). Older .xls files are not read: save it as .xlsx or as CSV.");
        }
    }

    private static string? Text(object? cell) => cell switch
    {
        null => null,
        DateTime day => day.ToString(day.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };
}

using ImprovementSuite.Platform.Publication;
using Microsoft.AspNetCore.Mvc;
using MiniExcelLibs;

namespace ImprovementSuite.Platform.Importing;

/// <summary>A form to fill, with one line that shows how.</summary>
public static class FormTemplate
{
    /// <summary>As a CSV file.</summary>
    public static FileContentResult Csv(RecordForm form) => CsvDownload.Of($"{NameOf(form)}.csv", Headings(form), [Example(form)]);

    /// <summary>As a workbook: the first sheet is filled and read, the second says what each column holds.</summary>
    public static FileContentResult Workbook(RecordForm form)
    {
        using var file = new MemoryStream();
        file.SaveAs(new Dictionary<string, object>
        {
            ["Records"] = new[] { Headings(form).Zip(Example(form)).ToDictionary(cell => cell.First, cell => (object?)cell.Second) },
            ["Columns"] = form.Columns.Select(column => Column(column.Heading, column.InWords, column.Needed)).Append(Column(RecordForm.TakeOut, RecordForm.TakeOutInWords, false)).ToList(),
        });
        return new(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") { FileDownloadName = $"{NameOf(form)}.xlsx" };
    }

    private static string NameOf(RecordForm form) => form.Code.Replace('_', '-');

    private static IReadOnlyList<string> Headings(RecordForm form) => [.. form.Columns.Select(column => column.Heading), RecordForm.TakeOut];

    private static IReadOnlyList<string> Example(RecordForm form) => [.. form.Columns.Select(column => column.Example), ""];

    private static Dictionary<string, object?> Column(string heading, string words, bool needed) => new() { ["Column"] = heading, ["What it holds"] = words, ["Needed"] = needed ? "Yes" : "No" };
}

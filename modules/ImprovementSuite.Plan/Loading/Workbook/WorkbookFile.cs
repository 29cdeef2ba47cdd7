using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ImprovementSuite.Plan.Loading.Workbook;

/// <summary>Reads the cells of a workbook (.xlsx), whichever program saved it. A formula is its last value.</summary>
internal sealed class WorkbookFile
{
    public const int MostRows = 20_000;

    private readonly List<string> _texts = [];
    private readonly HashSet<uint> _dates = [];
    private readonly HashSet<uint> _percents = [];
    private int _firstDay;

    private WorkbookFile()
    {
    }

    /// <exception cref="PlanFileException">It is no workbook, or too large a one.</exception>
    public static IReadOnlyList<SheetContent> Read(Stream file)
    {
        try
        {
            if (WorkbookLimits.TooMuch(file) is { } much)
                throw new PlanFileException($"{much} A plan needs far less: take out pictures, other sheets and empty formatted rows, and choose it again.");
            using var document = SpreadsheetDocument.Open(file, isEditable: false);
            return new WorkbookFile().Read(document.WorkbookPart!);
        }
        // What a broken workbook makes its reader throw is not foreseeable.
        catch (Exception broken) when (broken is not (OutOfMemoryException or PlanFileException))
        {
            throw new PlanFileException("The file cannot be read as an Excel workbook. Save it again as an Excel workbook (.xlsx) and choose that file.");
        }
    }

    private List<SheetContent> Read(WorkbookPart book)
    {
        WorkbookLimits.RefuseLarge(book);
        WorkbookLimits.RefuseLarge(book.WorkbookStylesPart);
        _firstDay = book.Workbook.WorkbookProperties?.Date1904?.Value == true ? 1462 : 0;
        ReadTexts(book.SharedStringTablePart);
        ReadStyles(book.WorkbookStylesPart?.Stylesheet);
        return
        [
            .. (book.Workbook.Sheets?.Elements<Sheet>() ?? [])
                .Where(sheet => sheet.Id?.Value is { } id && book.GetPartById(id) is WorksheetPart)
                .Select(sheet => new SheetContent(sheet.Name?.Value ?? "", Rows(sheet.Name?.Value ?? "", (WorksheetPart)book.GetPartById(sheet.Id!.Value!)))),
        ];
    }

    private void ReadTexts(SharedStringTablePart? part)
    {
        if (part is null)
            return;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem))
                _texts.Add(TextOf(reader.LoadCurrentElement()!));
    }

    private void ReadStyles(Stylesheet? styles)
    {
        if (styles?.CellFormats is not { } formats)
            return;
        var codes = (styles.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId is not null).ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode?.Value ?? "");
        var place = 0u;
        foreach (var format in formats.Elements<CellFormat>())
        {
            var id = format.NumberFormatId?.Value ?? 0;
            // Texts in quotes and colours in brackets say nothing of the kind: [Red]0 "days".
            var code = codes.TryGetValue(id, out var own) ? Bare(own) : "";
            if (id is 9 or 10 || code.Contains('%'))
                _percents.Add(place);
            else if (id is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58 || code.AsSpan().ContainsAny("dmyDMY"))
                _dates.Add(place);
            place++;
        }
    }

    private static string Bare(string code)
    {
        var bare = new StringBuilder();
        var until = '\0';
        for (var i = 0; i < code.Length; i++)
        {
            if (until != '\0')
                until = code[i] == until ? '\0' : until;
            else if (code[i] is '"')
                until = '"';
            else if (code[i] is '[')
                until = ']';
            else if (code[i] is '\\' or '_' or '*')
                i++;
            else
                bare.Append(code[i]);
        }
        return bare.ToString();
    }

    private List<SheetLine> Rows(string sheet, WorksheetPart part)
    {
        var rows = new List<SheetLine>();
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement || reader.ElementType != typeof(Row))
                continue;
            var row = (Row)reader.LoadCurrentElement()!;
            number = (int?)row.RowIndex?.Value ?? number + 1;
            var cells = new Dictionary<int, SheetCell>();
            var column = -1;
            foreach (var cell in row.Elements<Cell>())
            {
                column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : column + 1;
                if (Of(cell) is { } content)
                    cells[column] = content;
            }
            if (cells.Count == 0)
                continue;
            if (rows.Count == MostRows)
                throw new PlanFileException($"Sheet {sheet} has more than {MostRows:N0} rows. A plan needs far fewer: take out what does not belong to it.");
            rows.Add(new(number, cells));
        }
        return rows;
    }

    private SheetCell? Of(Cell cell)
    {
        var value = cell.CellValue?.Text;
        var kind = cell.DataType?.Value;
        if (kind == CellValues.InlineString)
            return Filled(cell.InlineString is { } inline ? TextOf(inline) : "");
        if (string.IsNullOrEmpty(value))
            return null;
        if (kind == CellValues.SharedString)
            return Filled(_texts[int.Parse(value, CultureInfo.InvariantCulture)]);
        if (kind == CellValues.Boolean)
            return new(value == "1" ? "yes" : "no", Flag: value == "1");
        if (kind == CellValues.String || kind == CellValues.Error)
            return Filled(XmlText.Decoded(value));
        if (kind == CellValues.Date)
            return DateTime.TryParse(value, CultureInfo.InvariantCulture, out var at) ? new(value, Day: DateOnly.FromDateTime(at)) : Filled(value);
        if (Number(value) is not { } number)
            return Filled(value);
        var style = cell.StyleIndex?.Value ?? 0;
        if (_percents.Contains(style))
            number *= 100;
        var day = number is >= 1 and < 2_958_466 ? DateOnly.FromDateTime(DateTime.FromOADate((double)number + _firstDay)) : (DateOnly?)null;
        return new(
            _dates.Contains(style) && day is { } shown ? Platform.Ui.Say.Date(shown) : number.ToString("0.###############", CultureInfo.InvariantCulture) + (_percents.Contains(style) ? "%" : ""),
            number, day);
    }

    /// <summary>Programs save 79.74 as 79.739999999999995: what has more than 15 digits is the nearest number that has them.</summary>
    private static decimal? Number(string value) =>
        value.Count(char.IsAsciiDigit) <= 15 && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact
        : long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var near) && Math.Abs(near) < 1e27 ? (decimal)near
        : null;

    private static SheetCell? Filled(string text) => string.IsNullOrWhiteSpace(text) ? null : new(text);

    /// <summary>The text of all its runs; readings of Japanese signs are not part of it.</summary>
    private static string TextOf(OpenXmlElement item) =>
        XmlText.Decoded(string.Concat(item.Descendants<Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text)));

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
            column = column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
        return column - 1;
    }
}

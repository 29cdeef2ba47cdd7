using System.Globalization;
using System.Xml;
using ImprovementSuite.Platform.Files;

namespace ImprovementSuite.SocialCare.AnnexA.Workbook;

/// <summary>The rows of a sheet, one after the other: however large the sheet, one row is in memory.</summary>
internal sealed class SheetRows(string sheet, Stream part, IReadOnlyList<string> texts, IReadOnlySet<int> dates, double firstDay) : IDisposable
{
    /// <summary>Cells further right belong to no list.</summary>
    private const int MostColumns = 200;

    /// <summary>More than every list of the largest authority.</summary>
    public const int MostRows = 200_000;

    private readonly CountedStream _counted = new(part);
    private readonly WorkbookCell[] _cells = new WorkbookCell[MostColumns];
    private readonly char[] _buffer = new char[4096];
    private XmlReader? _xml;
    private int _rows;

    /// <summary>As Excel numbers it, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The cells of the row, from column A; they are gone with the next row.</summary>
    public ReadOnlySpan<WorkbookCell> Cells => _cells;

    /// <summary>How many bytes of the sheet have been read.</summary>
    public long Position => _counted.Position;

    /// <summary>Goes to the next row that has cells.</summary>
    /// <exception cref="AnnexAFileException">There are too many, or the sheet is broken.</exception>
    public bool Next()
    {
        try
        {
            return NextRow();
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or FormatException or OverflowException or ArgumentException)
        {
            throw new AnnexAFileException($"{sheet} is broken after row {Number}. {(broken is InvalidDataException ? $"{broken.Message} " : "")}Save the workbook again in Excel and send that.");
        }
    }

    public void Dispose()
    {
        _xml?.Dispose();
        _counted.Dispose();
    }

    private bool NextRow()
    {
        _xml ??= BoundedXml.Reader(_counted);
        while (_xml.Forward())
        {
            if (!_xml.IsStart("row"))
                continue;
            Number = int.TryParse(_xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) ? number : Number + 1;
            if (_xml.IsEmptyElement)
                continue;
            Array.Clear(_cells);
            var (depth, column, any) = (_xml.Depth, -1, false);
            while (_xml.Forward() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
                if (_xml.IsStart("c"))
                    any |= Read(ref column);
            if (!any)
                continue;
            if (++_rows > MostRows)
                throw new AnnexAFileException($"{sheet} has more than {MostRows:N0} rows. No list of Annex A has so many: take out what does not belong to it.");
            return true;
        }
        return false;
    }

    private bool Read(ref int column)
    {
        column = _xml!.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
        var (kind, style) = (_xml.GetAttribute("t"), _xml.GetAttribute("s"));
        if (_xml.IsEmptyElement)
            return false;
        var (depth, value, inline) = (_xml.Depth, "", false);
        while (_xml.Forward() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.IsStart("v"))
                value = _xml.ElementText(_buffer);
            else if (_xml.IsStart("is"))
                (value, inline) = (_xml.RichText(_buffer), true);
        }
        if (value.Length == 0 || column is < 0 or >= MostColumns)
            return false;
        _cells[column] = inline ? WorkbookCell.OfText(value) : Of(kind, style, value);
        return !_cells[column].IsBlank;
    }

    private WorkbookCell Of(string? kind, string? style, string value) => kind switch
    {
        "s" => WorkbookCell.OfText(texts[int.Parse(value, CultureInfo.InvariantCulture)]),
        "e" => new(value, IsError: true),
        "b" => new(value == "1" ? "Yes" : "No"),
        "str" or "d" => WorkbookCell.OfText(value),
        _ when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            style is not null && dates.Contains(int.Parse(style, CultureInfo.InvariantCulture)) ? WorkbookCell.OfDay(number + firstDay) : WorkbookCell.OfNumber(number),
        _ => WorkbookCell.OfText(value),
    };

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetter(letter) || column > MostColumns)
                break;
            column = column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
        }
        return column - 1;
    }
}

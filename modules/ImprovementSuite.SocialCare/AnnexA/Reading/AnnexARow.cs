using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.AnnexA.Workbook;

namespace ImprovementSuite.SocialCare.AnnexA.Reading;

/// <summary>
/// One row of a list. What is asked of it and cannot be used is a problem, which rejects the row; every other cell that is not as Annex A
/// wants it is a remark, which stops nothing.
/// </summary>
/// <param name="number">As Excel numbers it.</param>
/// <param name="known">The places of the columns that the sheet has.</param>
/// <param name="cells">In the order of the list's columns.</param>
internal sealed partial class AnnexARow(AnnexAList list, int number, IReadOnlySet<int> known, WorkbookCell[] cells, DateOnly today)
{
    private const string Advice = "Correct the cell and send the workbook again.";

    private readonly List<Problem> _problems = [];
    private readonly HashSet<int> _wrong = [];

    public AnnexAList List => list;

    public int Number => number;

    public DateOnly Today => today;

    /// <summary>Why the row is rejected; empty where it is taken.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>A text that the row cannot do without.</summary>
    public string NeededText(string heading, int longest)
    {
        var (column, cell) = Cell(heading);
        if (cell.IsBlank)
            Blank(column);
        return Text(heading, longest);
    }

    /// <summary>A text, or empty.</summary>
    public string Text(string heading, int longest)
    {
        var (column, cell) = Cell(heading);
        if (cell.IsError)
            Error(column, cell);
        else if (cell.Text.Length > longest)
            Problem(RejectionCode.TooLong, column, $"has {cell.Text.Length:N0} characters: {longest} are the most. {Advice}");
        else
            return cell.Text;
        return "";
    }

    /// <summary>A day that the row cannot do without.</summary>
    public DateOnly? NeededDay(string heading)
    {
        var (column, cell) = Cell(heading);
        if (cell.IsBlank)
            Blank(column);
        return Day(heading);
    }

    /// <summary>A day up to today, or none.</summary>
    public DateOnly? Day(string heading)
    {
        var (column, cell) = Cell(heading);
        if (cell.IsBlank)
            return null;
        if (cell.IsError)
            Error(column, cell);
        else if (cell.Day is not { } day)
            Problem(RejectionCode.BadDate, column, $"\"{Shorten(cell.Text)}\" is no day of the calendar. {Advice}");
        else if (day > today)
            Problem(RejectionCode.DateOutOfRange, column, $"{Say.Date(day)} is after today ({Say.Date(today)}). Correct the cell, or send the workbook when the day has come.");
        else if (day < WorkingDayCalendar.First)
            Problem(RejectionCode.DateOutOfRange, column, $"days before {Say.Date(WorkingDayCalendar.First)} are not taken, and this is {Say.Date(day)}. {Advice}");
        else
            return day;
        return null;
    }

    /// <summary>A day up to today that does not lie before the start, or none.</summary>
    public DateOnly? DayFrom(DateOnly? start, string startHeading, string heading)
    {
        var day = Day(heading);
        if (day < start)
            Problem(RejectionCode.EndBeforeStart, list.Column(heading), $"{Say.Date(day!.Value)} lies before {startHeading} ({Say.Date(start!.Value)}). Correct one of the cells and send the workbook again.");
        return day;
    }

    /// <summary>A code of the column's vocabulary; empty where nothing stands there.</summary>
    public string Code(string heading)
    {
        var (column, cell) = Cell(heading);
        if (cell.IsBlank)
            return "";
        if (cell.IsError)
            Error(column, cell);
        else if (column.Spellings!.CodeOf(cell.Text) is { } code)
            return code;
        else
            Problem(RejectionCode.UnknownCode, column, $"\"{Shorten(cell.Text)}\" is not known as a spelling of any code of this column. Write one of the codes of Annex A and send the workbook again.");
        return "";
    }

    /// <summary>A whole number; 0 where nothing stands there.</summary>
    public int WholeNumber(string heading)
    {
        var (column, cell) = Cell(heading);
        if (cell.IsBlank)
            return 0;
        if (cell.IsError)
            Error(column, cell);
        else if (int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
            return whole;
        else
            Problem(RejectionCode.UnknownCode, column, $"\"{Shorten(cell.Text)}\" is no whole number. {Advice}");
        return 0;
    }

    /// <summary>What stands in a cell, whatever that is.</summary>
    public WorkbookCell Peek(string heading) => Cell(heading).Cell;

    /// <summary>Each cell that is not as Annex A wants it and does not reject the row, with what is the matter with it.</summary>
    public IEnumerable<(AnnexAColumn Column, string What)> Remarks() =>
        from column in list.Columns
        where known.Contains(column.Place) && !_wrong.Contains(column.Place)
        let what = Remark(column, cells[column.Place])
        where what is not null
        select (column, what);

    /// <summary>What stands in the row, as JSON by heading: the same wherever in the sheet the row stands.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        list.Columns.Where(column => !cells[column.Place].IsBlank).ToDictionary(column => column.Heading, column => cells[column.Place].Text));

    /// <summary>"List 3, row 7, Date of referral".</summary>
    public string Place(AnnexAColumn column) => $"{list.Sheet}, row {number}, {column.Heading}";

    private string? Remark(AnnexAColumn column, WorkbookCell cell)
    {
        if (cell.IsBlank)
            return column.MayBeBlank ? null : "is blank";
        if (cell.IsError)
            return "is an Excel error such as #N/A";
        return column.Kind switch
        {
            ColumnKind.Date when cell.Day is null => "is no day of the calendar",
            ColumnKind.Category when column.Spellings!.CodeOf(cell.Text) is null => "is no known spelling of a code",
            ColumnKind.Number when !int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _) => "is no whole number",
            ColumnKind.Age when !(decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var age) && age is >= 0 and < 130) => "is no age in years",
            ColumnKind.Postcode when !Postcode().IsMatch(cell.Text) => "is no postcode",
            _ => null,
        };
    }

    private (AnnexAColumn Column, WorkbookCell Cell) Cell(string heading)
    {
        var column = list.Column(heading);
        return (column, cells[column.Place]);
    }

    private void Blank(AnnexAColumn column) => Problem(RejectionCode.MissingField, column, "the cell is blank. Fill it in and send the workbook again.");

    private void Error(AnnexAColumn column, WorkbookCell cell) => Problem(RejectionCode.UnknownCode, column, $"{cell.Text} is an error of Excel and no content. {Advice}");

    private void Problem(RejectionCode code, AnnexAColumn column, string what)
    {
        if (_wrong.Add(column.Place))
            _problems.Add(new(code, Place(column), $"{Place(column)}: {what}"));
    }

    private static string Shorten(string value) => value.Length <= 40 ? value : value[..40] + "...";

    [GeneratedRegex("^[A-Z]{1,2}[0-9][0-9A-Z]? *[0-9][A-Z]{2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Postcode();
}

using System.Globalization;
using System.Text;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Loading.Workbook;

/// <summary>A row of a plan's workbook. Dates, numbers and yes or no are taken as people type them.</summary>
internal sealed class SheetRow(PlanSheet sheet, int number, IReadOnlyDictionary<string, SheetCell> cells, FileProblems problems) : FilePart(problems)
{
    private static readonly string[] Days = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy-MM-dd", "d/M/yy", "d-MMM-yyyy", "d-MMM-yy"];

    public override string? TextOrNull(string field) => cells.GetValueOrDefault(field)?.Text;

    public override DateOnly? DayOrNull(string field)
    {
        if (cells.GetValueOrDefault(field) is not { } cell)
            return null;
        if (cell.Day is { } day)
            return day;
        var text = string.Join(' ', cell.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase);
        return DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed)
            ? typed
            : Refuse<DateOnly?>(field, $"is \"{cell.Text}\", which is not a date: write it as 31 October 2010 or as an Excel date");
    }

    public override decimal? NumberOrNull(string field)
    {
        if (cells.GetValueOrDefault(field) is not { } cell)
            return null;
        if (cell.Number is { } number)
            return number;
        var text = cell.Text.Trim().TrimStart('£').TrimEnd('%').Trim();
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var typed)
            ? typed
            : Refuse<decimal?>(field, $"is \"{cell.Text}\", which is not a number");
    }

    public override bool? FlagOrNull(string field) => cells.GetValueOrDefault(field) switch
    {
        null => null,
        { Flag: { } flag } => flag,
        { Text: var text } => text.Trim().ToLowerInvariant() switch
        {
            "yes" or "y" or "true" or "x" or "1" => true,
            "no" or "n" or "false" or "0" => false,
            _ => Refuse<bool?>(field, $"is \"{text}\"; it must be yes or no"),
        },
    };

    public override List<string> Texts(string field) => TextOrNull(field) is { } text ? Split(text) : [];

    protected override string Written<T>(T value) => Token(value).Replace('-', ' ');

    protected override string Place(string field) => Before(field);

    protected override string Before(string field) => $"Sheet {sheet.Name}, row {number}"
        + (sheet.Columns.FirstOrDefault(column => column.Field == field) is { } column ? $", column {column.Title}" : "");

    /// <summary>Texts in one cell; a semicolon that is part of one is doubled.</summary>
    public static string Joined(IEnumerable<string> texts) => string.Join("; ", texts.Select(text => text.Replace(";", ";;")));

    private static List<string> Split(string cell)
    {
        var (texts, text) = (new List<string>(), new StringBuilder());
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] != ';')
            {
                text.Append(cell[i]);
            }
            else if (i + 1 < cell.Length && cell[i + 1] == ';')
            {
                text.Append(';');
                i++;
            }
            else
            {
                texts.Add(text.ToString().Trim());
                text.Clear();
            }
        }
        texts.Add(text.ToString().Trim());
        texts.RemoveAll(one => one.Length == 0);
        return texts;
    }
}

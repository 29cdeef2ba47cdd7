using System.Globalization;
using Google.Protobuf;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Feed.V1;

namespace ImprovementSuite.Workforce.Importing.Reading;

/// <summary>Reads a file in one of the suite's own forms. Columns are found by their headings, in whatever order.</summary>
internal static class FilledForm
{
    private static readonly string[] DayForms = ["dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy"];

    /// <exception cref="FileRefusedException">It cannot be taken as a whole.</exception>
    public static ImportDraft Read(byte[] content, RecordForm form, Pseudonyms pseudonyms, DateOnly today)
    {
        var table = FileTable.Read(content);
        var columns = Columns(table, form);
        var takeOut = Find(table, RecordForm.TakeOut);
        var draft = new ImportDraft(today)
        {
            Rows = table.Lines.Count,
            PassedOver = [.. table.Headings.Where((heading, place) => heading.Length > 0 && place != takeOut && !columns.ContainsValue(place))],
        };
        if (table.Lines.Count == 0)
            throw new FileRefusedException("The file has headings and no lines under them.");
        foreach (var line in table.Lines)
            Read(line, form, columns, takeOut, table.Headings.Count, pseudonyms, draft);
        return draft;
    }

    /// <summary>The form with its headings and one line that shows how to fill it.</summary>
    public static (IReadOnlyList<string> Headings, IReadOnlyList<string> Example) Template(RecordForm form) =>
        ([.. form.Columns.Select(column => column.Heading), RecordForm.TakeOut], [.. form.Columns.Select(column => column.Example), ""]);

    private static Dictionary<FormColumn, int> Columns(FileTable table, RecordForm form)
    {
        if (table.Headings.Where(heading => heading.Length > 0).GroupBy(heading => heading, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new FileRefusedException($"The heading {twice.Key} stands in the file twice. Take one of the two columns out.");
        var columns = form.Columns.ToDictionary(column => column, column => Find(table, column.Heading, column.Field));
        var missing = columns.Where(column => column is { Key.Needed: true, Value: < 0 }).Select(column => column.Key.Heading).ToList();
        return missing.Count == 0 ? columns : throw new FileRefusedException(
            $"The {(missing.Count == 1 ? "heading" : "headings")} {Say.List(missing)} {(missing.Count == 1 ? "is" : "are")} missing from the first line, without which this is no file of {char.ToLowerInvariant(form.Title[0])}{form.Title[1..]}. Choose another file, or put {(missing.Count == 1 ? "it" : "them")} in.");
    }

    private static int Find(FileTable table, params ReadOnlySpan<string> names)
    {
        for (var place = 0; place < table.Headings.Count; place++)
            foreach (var name in names)
                if (table.Headings[place].Equals(name, StringComparison.OrdinalIgnoreCase))
                    return place;
        return -1;
    }

    private static void Read(FileLine line, RecordForm form, Dictionary<FormColumn, int> columns, int takeOut, int width, Pseudonyms pseudonyms, ImportDraft draft)
    {
        var message = (IMessage)Activator.CreateInstance(form.Message.ClrType)!;
        var faults = draft.Faults.Count;
        foreach (var (column, place) in columns)
            if (Cell(place) is { Length: > 0 } text)
                Fill(message, column, text, sentence => draft.Fault(line.Number, column.Heading, sentence), pseudonyms);
        if (line.Cells.Skip(width).Any(cell => cell.Length > 0))
            draft.Fault(line.Number, "", "The line has more cells than there are headings: look for a comma in a text that is not in quotation marks.");
        var deleted = YesNo(Cell(takeOut));
        if (deleted is null)
            draft.Fault(line.Number, RecordForm.TakeOut, $"{RecordForm.TakeOut} is \"{Short(Cell(takeOut))}\": write yes to take the record out again, or leave it empty.");
        if (draft.Faults.Count > faults)
            return;
        var record = new WorkforceRecord();
        WorkforceRecord.Descriptor.FindFieldByName(form.Code).Accessor.SetValue(record, message);
        var headings = columns.Keys.ToDictionary(column => column.Field, column => column.Heading);
        draft.Add(
            line.Number, record, [.. form.Key.Select(field => KeyPart(message, form, field))], deleted!.Value, field => headings.GetValueOrDefault(field, field));

        string Cell(int place) => place >= 0 && place < line.Cells.Count ? line.Cells[place] : "";
    }

    private static void Fill(IMessage message, FormColumn column, string text, Action<string> fault, Pseudonyms pseudonyms)
    {
        var field = message.Descriptor.FindFieldByName(column.Field).Accessor;
        switch (column.Kind)
        {
            case CellKind.Day when DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                field.SetValue(message, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case CellKind.Day:
                fault($"{column.Heading} is \"{Short(text)}\", which is no day of the calendar: write it as 16/12/2009.");
                break;
            case CellKind.Whole when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                field.SetValue(message, number);
                break;
            case CellKind.Whole:
                fault($"{column.Heading} is \"{Short(text)}\", which is no whole number: correct it.");
                break;
            case CellKind.YesNo when YesNo(text) is { } yes:
                field.SetValue(message, yes);
                break;
            case CellKind.YesNo:
                fault($"{column.Heading} is \"{Short(text)}\": write yes or no.");
                break;
            case CellKind.Choice:
                // "Social worker" is "social-worker".
                var code = string.Join('-', text.ToLowerInvariant().Split([' ', '_'], StringSplitOptions.RemoveEmptyEntries));
                if (column.Codes.Contains(code))
                    field.SetValue(message, code);
                else
                    fault($"{column.Heading} is \"{Short(text)}\", which is not in its list: give one of {string.Join(", ", column.Codes)}.");
                break;
            case CellKind.Mark:
                field.SetValue(message, MarkOf(text, pseudonyms));
                break;
            default:
                field.SetValue(message, text);
                break;
        }
    }

    /// <summary>What stands for the registration number of a social worker: the same in every file, however it is cased.</summary>
    public static string MarkOf(string number, Pseudonyms pseudonyms) => pseudonyms.Of($"social worker {number.Trim().ToUpperInvariant()}");

    /// <summary>Agencies are written in capitals here and not there; what a person can tell apart keeps its case.</summary>
    private static string KeyPart(IMessage message, RecordForm form, string field)
    {
        var value = Convert.ToString(form.Message.FindFieldByName(field).Accessor.GetValue(message), CultureInfo.InvariantCulture)!;
        return field == "agency" ? value.ToLowerInvariant() : value;
    }

    /// <summary>False where nothing stands there; null where it is neither.</summary>
    private static bool? YesNo(string text) => text.ToLowerInvariant() switch
    {
        "" or "no" or "n" or "false" or "0" => false,
        "yes" or "y" or "true" or "1" => true,
        _ => null,
    };

    private static string Short(string text) => text.Length > 40 ? text[..40] + "..." : text;
}

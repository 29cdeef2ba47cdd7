using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Platform.Importing;

/// <summary>Reads a file in one of a module's forms. Columns are found by their headings, in whatever order.</summary>
public static class FilledForm
{
    /// <summary>Reads it into a draft that is empty.</summary>
    /// <exception cref="FileRefusedException">It cannot be taken as a whole.</exception>
    public static void Read(byte[] content, RecordForm form, ImportDraft draft)
    {
        var table = FileTable.Read(content);
        var columns = Columns(table, form);
        var takeOut = Find(table, RecordForm.TakeOut);
        if (table.Lines.Count == 0)
            throw new FileRefusedException("The file has headings and no lines under them.");
        draft.Rows = table.Lines.Count;
        draft.PassedOver = [.. table.Headings.Where((heading, place) => heading.Length > 0 && place != takeOut && !columns.ContainsValue(place))];
        foreach (var line in table.Lines)
            Read(line, form, columns, takeOut, table.Headings.Count, draft);
    }

    private static Dictionary<FormColumn, int> Columns(FileTable table, RecordForm form)
    {
        if (table.Headings.Where(heading => heading.Length > 0).GroupBy(heading => heading, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new FileRefusedException($"The heading {twice.Key} stands in the file twice. Take one of the two columns out.");
        var columns = form.Columns.ToDictionary(column => column, column => Find(table, column.Heading));
        // A field's own name is taken too, where it is not another column's heading: "report" is the address of a report, and "Report" its reference.
        foreach (var column in form.Columns.Where(column => columns[column] < 0))
            if (Find(table, column.Field) is >= 0 and var place && !columns.ContainsValue(place))
                columns[column] = place;
        var missing = columns.Where(column => column is { Key.Needed: true, Value: < 0 }).Select(column => column.Key.Heading).ToList();
        return missing.Count == 0 ? columns : throw new FileRefusedException(
            $"The {(missing.Count == 1 ? "heading" : "headings")} {Say.List(missing)} {(missing.Count == 1 ? "is" : "are")} missing from the first line, without which this is no file of {form.Title.ToLowerInvariant()}. Choose another file, or put {(missing.Count == 1 ? "it" : "them")} in.");
    }

    private static int Find(FileTable table, string name)
    {
        for (var place = 0; place < table.Headings.Count; place++)
            if (table.Headings[place].Equals(name, StringComparison.OrdinalIgnoreCase))
                return place;
        return -1;
    }

    private static void Read(FileLine line, RecordForm form, Dictionary<FormColumn, int> columns, int takeOut, int width, ImportDraft draft)
    {
        var (record, faults) = (form.Empty(), draft.Faults.Count);
        foreach (var (column, place) in columns)
        {
            var (text, fault) = CellText.Read(column, Cell(place));
            if (fault is not null)
                draft.Fault(line.Number, column.Heading, fault);
            else
                form.Set(record, column.Field, text!);
        }
        if (line.Cells.Skip(width).Any(cell => cell.Length > 0))
            draft.Fault(line.Number, "", "The line has more cells than there are headings: look for a comma in a text that is not in quotation marks.");
        var deleted = CellText.YesNo(Cell(takeOut));
        if (deleted is null)
            draft.Fault(line.Number, RecordForm.TakeOut, $"{RecordForm.TakeOut} is \"{CellText.Short(Cell(takeOut))}\": write yes to take the record out again, or leave it empty.");
        if (draft.Faults.Count == faults)
            draft.Add(form, line.Number, record, deleted!.Value);

        string Cell(int place) => place >= 0 && place < line.Cells.Count ? line.Cells[place] : "";
    }
}

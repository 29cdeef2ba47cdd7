using ImprovementSuite.Plan.Lines;

namespace ImprovementSuite.Plan.Readings;

/// <summary>Reads a file of readings, CSV or Excel, into drafts; or says everything that is wrong with it, each with its file, sheet, row and column.</summary>
internal static class ReadingsFile
{
    public const int MostRows = 20_000;

    /// <summary>After so many it is not the template that somebody has filled.</summary>
    private const int MostHeadingErrors = 20;

    public static (IReadOnlyList<ReadingDraft> Drafts, IReadOnlyList<FileError> Errors) Read(string name, byte[] content, IReadOnlyDictionary<string, Measure> measures, DateOnly today)
    {
        try
        {
            // One more than is taken, so that what is too much is told; a file can be a million empty rows.
            var rows = Rows(name, content).Take(MostRows + 2).ToList();
            return Read(name, rows, measures, today);
        }
        catch (UnreadableFileException unreadable)
        {
            return ([], [new(name, null, null, null, unreadable.Message)]);
        }
    }

    private static IEnumerable<FileRow> Rows(string name, byte[] content) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        _ when content.Length == 0 => throw new UnreadableFileException("The file is empty."),
        _ when content.Length > ReadingFile.Largest => throw new UnreadableFileException("The file is larger than 5 MB. Bring it in in parts."),
        ".csv" => CsvRows.Read(content),
        ".xlsx" => WorkbookRows.Read(content),
        _ => throw new UnreadableFileException("Only .csv and .xlsx files can be read. Save the file as one of these."),
    };

    private static (IReadOnlyList<ReadingDraft>, IReadOnlyList<FileError>) Read(string name, List<FileRow> rows, IReadOnlyDictionary<string, Measure> measures, DateOnly today)
    {
        var errors = new List<FileError>();
        var head = rows.Find(row => !row.IsEmpty);
        if (head is null)
            throw new UnreadableFileException("The file has no rows.");
        var columns = Columns(head, errors, name);
        var data = rows.Where(row => row.Number > head.Number && !row.IsEmpty).ToList();
        if (errors.Count == 0 && data.Count == 0)
            errors.Add(new(name, head.Sheet, null, null, "There are no readings under the headings."));
        if (data.Count > MostRows)
            errors.Add(new(name, head.Sheet, null, null, $"There are more than {MostRows:N0} rows. Bring the file in in parts."));
        if (errors.Count > 0)
            return ([], errors);

        var check = new ReadingCheck(measures, today);
        var drafts = new List<ReadingDraft>();
        var seen = new Dictionary<ReadingKey, int>();
        foreach (var row in data)
        {
            var (made, wrong) = check.Of(ReadingColumns.Input(part => columns.TryGetValue(part, out var at) && at < row.Cells.Count ? row.Cells[at] : null));
            errors.AddRange(wrong.Select(error => new FileError(name, row.Sheet, row.Number, ColumnName(error.Part, columns, row.Sheet), error.What)));
            foreach (var draft in made)
                if (!seen.TryAdd(draft.Key, row.Number))
                {
                    errors.Add(new(name, row.Sheet, row.Number, ColumnName(ReadingColumns.Measure, columns, row.Sheet), $"The same measure, days and scope stand in row {seen[draft.Key]} already"));
                    break;
                }
            drafts.AddRange(made);
        }
        return (drafts, errors);
    }

    /// <summary>Where each column stands. Headings may come in any order and in capitals.</summary>
    private static Dictionary<string, int> Columns(FileRow head, List<FileError> errors, string file)
    {
        var columns = new Dictionary<string, int>();
        for (var i = 0; i < head.Cells.Count && errors.Count < MostHeadingErrors; i++)
        {
            if (ReadingCheck.Text(head.Cells[i])?.ToLowerInvariant() is not { } heading)
                continue;
            if (!ReadingColumns.All.Contains(heading))
                errors.Add(new(file, head.Sheet, head.Number, Letter(i, head.Sheet) ?? heading, $"\"{heading}\" is no column of readings: they are {string.Join(", ", ReadingColumns.All)}"));
            else if (!columns.TryAdd(heading, i))
                errors.Add(new(file, head.Sheet, head.Number, ColumnName(heading, new() { [heading] = i }, head.Sheet), $"The column \"{heading}\" stands twice"));
        }
        foreach (var needed in ReadingColumns.Needed.Where(needed => !columns.ContainsKey(needed)))
            errors.Add(new(file, head.Sheet, head.Number, null, $"The column \"{needed}\" is missing: the first row has the headings of the template"));
        return columns;
    }

    private static string ColumnName(string part, Dictionary<string, int> columns, string? sheet) =>
        columns.TryGetValue(part, out var at) && Letter(at, sheet) is { } letter ? $"{letter} ({part})" : part;

    /// <summary>As a spreadsheet names columns: A to Z, AA and so on; null for a CSV file, which has no letters.</summary>
    private static string? Letter(int column, string? sheet)
    {
        if (sheet is null)
            return null;
        var letters = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        return letters;
    }
}

using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.AnnexA.Workbook;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.SocialCare.AnnexA.Reading;

/// <summary>A row that was read: the records that it makes, or why it makes none. A list that cannot be taken at all is one such row.</summary>
internal readonly record struct ReadRow(int List, int Row, IReadOnlyList<CaseRecord> Records, UnreadableRow? Rejected);

/// <summary>Reads a workbook list by list and row by row. Every list is checked and counted; those that feed nothing make no records.</summary>
internal sealed class AnnexAReader(AnnexAWorkbook workbook, long version, DateOnly today)
{
    /// <summary>Above the headings a title may stand, not a whole table.</summary>
    private const int LastHeadingRow = 20;

    private readonly AnnexARecords _records = new(version);
    private readonly ListTally[] _tallies = [.. AnnexATemplate.Lists.Select(list => new ListTally(list))];
    private long _sizeBefore;
    private long _position;

    public IReadOnlyList<ListResult> Results => [.. _tallies.Select(tally => tally.Result)];

    /// <summary>How much of the workbook has been read, from 0 to 1.</summary>
    public double Share => workbook.Size == 0 ? 1 : Math.Min(1, (double)(_sizeBefore + _position) / workbook.Size);

    /// <exception cref="AnnexAFileException">A sheet is broken or far too large.</exception>
    public IEnumerable<ReadRow> Rows()
    {
        foreach (var list in workbook.Lists.Select(AnnexATemplate.List))
        {
            using var sheet = workbook.Rows(list.Number);
            foreach (var row in Rows(list, sheet))
                yield return row;
            _sizeBefore += workbook.SizeOf(list.Number);
            _position = 0;
        }
    }

    private IEnumerable<ReadRow> Rows(AnnexAList list, SheetRows sheet)
    {
        var tally = _tallies[list.Number - 1];
        tally.Began();
        var headings = Headings(list, sheet);
        if (headings is not null)
            tally.Headed(headings);
        var missing = AnnexARecords.Needed(list).Where(needed => headings?.Missing.Contains(needed) != false).ToList();
        while (sheet.Next())
        {
            _position = sheet.Position;
            var cells = new WorkbookCell[list.Columns.Count];
            if (headings?.Order(sheet.Cells, cells) == false)
                continue;
            if (headings is null || missing.Count > 0)
                tally.Rejected();
            else
                yield return Read(new AnnexARow(list, sheet.Number, headings.Known, cells, today), tally);
        }
        if (list.Type is not null && (headings is null || missing.Count > 0))
            yield return NotTaken(list, headings is null
                ? $"{list.Sheet} has no row of headings in its first {LastHeadingRow} rows, so nothing of it was taken. Put the headings of Annex A over its columns and send the workbook again."
                : $"{list.Sheet} has no column {Say.List(missing)}, so none of its {Say.Count("row", tally.Rows)} was taken. Put the heading in and send the workbook again.");
    }

    private static ListHeadings? Headings(AnnexAList list, SheetRows sheet)
    {
        while (sheet.Next() && sheet.Number <= LastHeadingRow)
            if (ListHeadings.Read(list, sheet.Cells) is { } headings)
                return headings;
        return null;
    }

    private ReadRow Read(AnnexARow row, ListTally tally)
    {
        var (records, id) = _records.Of(row);
        if (row.Problems.Count == 0)
        {
            tally.Taken(row);
            return new(row.List.Number, row.Number, records, null);
        }
        tally.Rejected();
        return new(row.List.Number, row.Number, [], new UnreadableRow(row.List.Type!.Name, id, row.Problems, row.ToJson()));
    }

    private static ReadRow NotTaken(AnnexAList list, string sentence) =>
        new(list.Number, 0, [], new UnreadableRow(list.Type!.Name, list.Sheet, [new Problem(RejectionCode.MissingField, list.Sheet, sentence)], "{}"));
}

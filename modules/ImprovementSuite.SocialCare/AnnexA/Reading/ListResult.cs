namespace ImprovementSuite.SocialCare.AnnexA.Reading;

/// <summary>What became of one list. Rows are rejected, or taken with or without remarks.</summary>
/// <param name="Read">Whether the workbook has it.</param>
/// <param name="Remarked">Rows that are taken (or counted) and have a cell that is not as Annex A wants it.</param>
/// <param name="Missing">Headings that it has not.</param>
/// <param name="Unknown">Headings that are not of this list.</param>
internal sealed record ListResult(
    int List, bool Read, long Rows, long Remarked, long Rejected, IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown, IReadOnlyList<CellRemarks> Remarks)
{
    public long Good => Rows - Remarked - Rejected;
}

/// <summary>Cells of one column with the same thing the matter with them.</summary>
internal sealed record CellRemarks(string Column, string What, long Cells, int FirstRow);

/// <summary>Counts the rows of a list while it is read.</summary>
internal sealed class ListTally(AnnexAList list)
{
    private readonly Dictionary<(int Place, string What), (long Cells, int FirstRow)> _remarks = [];
    private ListHeadings? _headings;
    private bool _read;
    private long _rows, _remarked, _rejected;

    public long Rows => _rows;

    public void Began() => _read = true;

    public void Headed(ListHeadings headings) => _headings = headings;

    public void Rejected() => (_rows, _rejected) = (_rows + 1, _rejected + 1);

    public void Taken(AnnexARow row)
    {
        _rows++;
        var any = false;
        foreach (var (column, what) in row.Remarks())
        {
            any = true;
            var (cells, first) = _remarks.GetValueOrDefault((column.Place, what), (0, row.Number));
            _remarks[(column.Place, what)] = (cells + 1, first);
        }
        if (any)
            _remarked++;
    }

    public ListResult Result => new(
        list.Number, _read, _rows, _remarked, _rejected, _headings?.Missing ?? [], _headings?.Unknown ?? [],
        [.. _remarks.OrderBy(r => r.Key.Place).Select(r => new CellRemarks(list.Columns[r.Key.Place].Heading, r.Key.What, r.Value.Cells, r.Value.FirstRow))]);
}

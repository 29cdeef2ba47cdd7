using ImprovementSuite.SocialCare.AnnexA.Workbook;

namespace ImprovementSuite.SocialCare.AnnexA.Reading;

/// <summary>Which column of a sheet is which of its list, whatever case, spaces, quotation marks and brackets the headings have.</summary>
/// <param name="columns">For each column of the sheet its place in the list, or -1.</param>
internal sealed class ListHeadings
{
    /// <summary>So many known headings make a row the one of headings; above it a title may stand.</summary>
    private const int Enough = 3;

    private static readonly Dictionary<string, string> ShortForms = new()
    {
        ["age"] = "ageofchildyears", ["ageyears"] = "ageofchildyears", ["ageofchild"] = "ageofchildyears", ["dob"] = "dateofbirth", ["childid"] = "childuniqueid",
    };

    private readonly int[] _columns;

    private ListHeadings(AnnexAList list, ReadOnlySpan<WorkbookCell> cells)
    {
        var places = list.Columns.ToDictionary(column => Plain(column.Heading), column => column.Place);
        var known = new HashSet<int>();
        var unknown = new List<string>();
        _columns = new int[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            _columns[i] = -1;
            if (cells[i].IsBlank)
                continue;
            var plain = Plain(cells[i].Text);
            if (places.TryGetValue(ShortForms.GetValueOrDefault(plain, plain), out var place) && known.Add(place))
                _columns[i] = place;
            else
                unknown.Add(cells[i].Text);
        }
        (Unknown, Known) = (unknown, known);
        Missing = [.. list.Columns.Where(column => !known.Contains(column.Place)).Select(column => column.Heading)];
    }

    /// <summary>The places in the list of the columns that the sheet has.</summary>
    public IReadOnlySet<int> Known { get; }

    /// <summary>Headings of the list that the sheet has not.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Headings of the sheet that the list has not, or that stand there twice.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>The row as the one of headings; null where it is none.</summary>
    public static ListHeadings? Read(AnnexAList list, ReadOnlySpan<WorkbookCell> cells) =>
        new ListHeadings(list, cells) is { Known.Count: >= Enough } headings ? headings : null;

    /// <summary>The cells of a row in the order of the list's columns; false where none of them says anything.</summary>
    public bool Order(ReadOnlySpan<WorkbookCell> cells, Span<WorkbookCell> ordered)
    {
        ordered.Clear();
        var any = false;
        for (var i = 0; i < cells.Length; i++)
        {
            if (_columns[i] < 0 || cells[i].IsBlank)
                continue;
            ordered[_columns[i]] = cells[i];
            any = true;
        }
        return any;
    }

    internal static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}

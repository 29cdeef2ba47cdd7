using System.Collections.Frozen;
using System.Reflection;
using ImprovementSuite.SocialCare.Data;

namespace ImprovementSuite.SocialCare.AnnexA;

/// <summary>What stands in a column.</summary>
internal enum ColumnKind
{
    Text,

    /// <summary>0, 1, 2...</summary>
    Number,

    /// <summary>In years; systems write 6.14 for a child of six.</summary>
    Age,
    Date,

    /// <summary>One of the column's codes, in any of their spellings.</summary>
    Category,
    Postcode,
}

/// <summary>A column of a list.</summary>
/// <param name="Place">From 0.</param>
internal sealed record AnnexAColumn(int Place, string Heading, ColumnKind Kind, bool MayBeBlank, Spellings? Spellings);

/// <summary>One of the eleven lists.</summary>
/// <param name="Content">What its rows are, as people say it.</param>
/// <param name="Type">The type of record that a row makes; null where rows are checked and counted only.</param>
internal sealed record AnnexAList(int Number, string Content, RecordType? Type, IReadOnlyList<AnnexAColumn> Columns)
{
    private readonly FrozenDictionary<string, int> _places = Columns.ToFrozenDictionary(column => column.Heading, column => column.Place);

    public string Sheet => $"List {Number}";

    /// <exception cref="KeyNotFoundException">The list has no such column.</exception>
    public AnnexAColumn Column(string heading) => Columns[_places[heading]];
}

/// <summary>The lists of Annex A with their columns, from <c>columns.txt</c>.</summary>
internal static class AnnexATemplate
{
    private static readonly (string Content, RecordType? Type)[] Contents =
    [
        ("contacts", RecordType.Contact), ("early help assessments", RecordType.EarlyHelp), ("referrals", RecordType.Referral), ("assessments", RecordType.Assessment),
        ("section 47 enquiries", RecordType.Enquiry), ("children in need", null), ("child protection plans", RecordType.Plan), ("looked-after children", RecordType.LookedAfter),
        ("care leavers", null), ("children and adoption", null), ("adopters", null),
    ];

    public static readonly IReadOnlyList<AnnexAList> Lists =
    [
        .. Resource("columns.txt").Skip(1).Select(line => line.Split('\t')).GroupBy(row => int.Parse(row[0])).OrderBy(list => list.Key).Select(list => new AnnexAList(
            list.Key, Contents[list.Key - 1].Content, Contents[list.Key - 1].Type,
            [.. list.Select((row, place) => new AnnexAColumn(
                place, row[1], Enum.Parse<ColumnKind>(row[2], ignoreCase: true), row[3] == "yes", row[4].Length > 0 ? Spellings.Of(row[4]) : null))])),
    ];

    public static AnnexAList List(int number) => Lists[number - 1];

    /// <summary>The lines of a file that is part of this module.</summary>
    internal static IEnumerable<string> Resource(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"annex-a-{name}")!);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}

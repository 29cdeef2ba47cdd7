using System.Globalization;
using System.Text;
using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Pages.SocialCare;

namespace ImprovementSuite.SocialCare.Publication;

/// <summary>The table as a file, in one of two forms: with every number for the panel, each line marked, or with small numbers suppressed.</summary>
internal static class TableCsv
{
    public const string PanelMark = "Panel: confidential";

    public static byte[] ForThePanel(MeasureTable table) => Write(table, null);

    public static byte[] ForPublication(MeasureTable table) => Write(table, new SuppressedTable(table));

    private static byte[] Write(MeasureTable table, SuppressedTable? suppressed)
    {
        var words = table.Definition.Words;
        var isRate = table.IsRate;
        var text = new StringBuilder();
        Line("Measure", "Locality", "Team", "From", "To", words.NumeratorHeading, isRate ? words.DenominatorHeading : null, isRate ? "%" : null);
        foreach (var (row, (place, figures)) in table.Rows.Index())
            foreach (var (column, figure) in figures.Index())
                Line(
                    table.Definition.Code, Locality(place), Team(place), Iso(table.Columns[column].From), Iso(table.Columns[column].To),
                    Shown(suppressed?.ShowsCounted(row, column), $"{figure.Numerator}"),
                    isRate ? Shown(suppressed?.ShowsOf(row, column), $"{figure.Denominator}") : null,
                    isRate ? Shown(suppressed?.ShowsRate(row, column), figure.Value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "") : null);
        if (suppressed is not null)
            text.Append("\r\n").Append(CsvCell.Of(SmallNumbers.Rule)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

        void Line(params IEnumerable<string?> cells) =>
            text.AppendJoin(',', (suppressed is null ? cells.Prepend(PanelMark) : cells).OfType<string>().Select(CsvCell.Of)).Append("\r\n");
    }

    private static string Shown(bool? shows, string number) => shows == false ? SmallNumbers.Mark : number;

    private static string Locality(Scope place) => place.Kind switch
    {
        ScopeKind.Authority => "All",
        ScopeKind.Locality => Name(place.Code),
        _ => Name(place.Within!),
    };

    private static string Team(Scope place) => place.Kind == ScopeKind.Team ? Name(place.Code) : "All";

    private static string Name(string code) => code.Length == 0 ? "Not recorded" : code;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

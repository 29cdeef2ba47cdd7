using ImprovementSuite.Contracts;

namespace ImprovementSuite.Plan.Packs;

/// <summary>A sheet of the Excel pack. A cell is a text, a whole number, a day, or a <see cref="SheetFigure"/>; null stays empty.</summary>
/// <param name="Frozen">Columns that stay when the sheet is moved sideways.</param>
internal sealed record PackSheet(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, int Frozen = 1)
{
    // Of a page at a size that can be read.
    private const int CharactersOfPage = 230;

    /// <summary>Pages beside each other that it is printed on; the frozen columns stand on each.</summary>
    public int PagesWide => Columns.Sum(column => column.Width) > CharactersOfPage ? 2 : 1;
}

/// <param name="Width">In characters.</param>
/// <param name="Figures">It holds numbers or days, which stand at the right; so does its head.</param>
internal sealed record SheetColumn(string Head, int Width, bool Figures = false);

/// <summary>A value in percent, whole things, posts or pounds, as a cell that can be counted with.</summary>
internal sealed record SheetFigure(decimal Value, Unit Unit)
{
    public static SheetFigure? Of(decimal? value, Unit unit) => value is { } known ? new(known, unit) : null;
}

/// <summary>Names that Excel takes for a sheet: no more than 31 characters, without some signs, and each once.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    public string For(string wanted)
    {
        var name = Cut(new string([.. PackWords.Clean(wanted).Select(letter => letter is ':' or '\\' or '/' or '?' or '*' or '[' or ']' or '\n' or '\t' ? ' ' : letter)]), Longest);
        if (name.Length == 0)
            name = "Sheet";
        for (var number = 2; !_taken.Add(name); number++)
            name = $"{Cut(name, Longest - 5)} ({number})";
        return name;
    }

    // Between words where that keeps most of the name; never an apostrophe at either end.
    private static string Cut(string name, int longest)
    {
        name = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('\'', ' ');
        if (name.Length <= longest)
            return name;
        var end = name.LastIndexOf(' ', longest) is > 12 and var space ? space : longest;
        if (char.IsHighSurrogate(name[end - 1]))
            end--;
        return name[..end].Trim('\'', ' ', '-', ',');
    }
}

using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Packs;

/// <summary>What a pack says, in its order. The Word file and the page to print are both written from this, so that they say the same.</summary>
internal static class PackDocument
{
    public static IReadOnlyList<PackPart> Of(PackContent pack) =>
    [
        new PackHeading(1, "Summary", NewPage: true),
        new PackParagraph($"{Say.Count("line", pack.Lines.Count)}. As computed from the figures: {PackWords.Counts(pack.Computed)}. As declared by the leads: {PackWords.Counts(pack.Declared)}."),
        PackTables.Counts(pack),
        PackTables.CountsByTheme(pack),
        new PackHeading(1, "What needs attention"),
        new PackParagraph("Each line stands once, under the first heading that fits it."),
        .. Attention.Of(pack).SelectMany(section => Section(2, $"{section.Title}: {section.Lines.Count}", PackTables.Attention(section, pack))),
        .. pack.Lines.GroupBy(line => line.Theme).SelectMany(theme => Theme(theme.Key, [.. theme], pack)),
        .. Section(1, "Challenge list", PackTables.Challenges(pack)),
        .. Section(1, "Decisions and carried over", PackTables.Decisions(pack)),
        .. Section(1, "Restated figures", PackTables.Restated(pack)),
        .. Section(1, "Papers", PackTables.Papers(pack)),
        .. Section(1, "Measures", PackTables.Measures(pack)),
        .. PackChart.Of(pack) is { Count: > 0 } charts ? [new PackHeading(2, "Trend and what the plan expected"), new PackCharts(charts)] : Array.Empty<PackPart>(),
        new PackHeading(1, "Achievements"),
        pack.Achievements.Count == 0 ? Nothing : new PackBullets(pack.Achievements),
    ];

    private static PackParagraph Nothing => new("None.");

    private static IEnumerable<PackPart> Theme(string theme, IReadOnlyList<PackLine> lines, PackContent pack)
    {
        yield return new PackHeading(1, theme, NewPage: true);
        yield return new PackParagraph($"{Say.Count("line", lines.Count)}: {PackWords.Counts(ColourCounts.Of(lines.Select(line => line.Computed)))} as computed.");
        yield return PackTables.Lines(theme, lines, pack);
        if (PackTables.Milestones(theme, lines) is not { Rows.Count: > 0 } milestones)
            yield break;
        yield return new PackHeading(2, $"Milestones: {theme}");
        yield return milestones;
    }

    private static IEnumerable<PackPart> Section(int level, string heading, PackTable table) => [new PackHeading(level, heading), table.Rows.Count == 0 ? Nothing : table];
}

/// <summary>A part of a pack.</summary>
internal abstract record PackPart;

/// <param name="Level">1 for a section, 2 within it.</param>
internal sealed record PackHeading(int Level, string Text, bool NewPage = false) : PackPart;

internal sealed record PackParagraph(string Text) : PackPart;

internal sealed record PackBullets(IReadOnlyList<string> Items) : PackPart;

internal sealed record PackCharts(IReadOnlyList<PackChart> Charts) : PackPart;

/// <summary>A table; its head is repeated on every page.</summary>
internal sealed record PackTable(string Caption, IReadOnlyList<PackColumn> Columns, IReadOnlyList<IReadOnlyList<PackCell>> Rows) : PackPart
{
    /// <summary>Whether a row is so short that it should stay on one page. A longer one may need more than a page.</summary>
    public bool IsShort(IReadOnlyList<PackCell> row) => row.Zip(Columns).All(cell => cell.First.Texts.Sum(text => 1 + text.Text.Length / cell.Second.Characters) < 30);
}

/// <param name="Width">In millimetres; a table has up to <see cref="PackTables.Width"/>.</param>
internal sealed record PackColumn(string Head, int Width)
{
    /// <summary>About how many characters of a table's type fit beside each other.</summary>
    public int Characters => Math.Max(1, Width * 3 / 4);
}

/// <summary>A cell: texts under each other, on the fill of a computed colour or on none.</summary>
internal sealed record PackCell(IReadOnlyList<PackText> Texts, Colour? Fill = null)
{
    public static implicit operator PackCell(string? text) => new([new(text ?? "–")]);

    public static PackCell Strong(string text, Colour? fill = null) => new([new(text, Strong: true)], fill);

    /// <summary>Texts under each other; those that are null are left out.</summary>
    public static PackCell Under(params IEnumerable<PackText?> texts) => new([.. texts.OfType<PackText>()]);
}

internal sealed record PackText(string Text, bool Strong = false)
{
    public static PackText? Of(string? text, bool strong = false) => string.IsNullOrWhiteSpace(text) ? null : new(text, strong);
}

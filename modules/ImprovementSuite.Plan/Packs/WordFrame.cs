using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ImprovementSuite.Plan.Packs;

/// <summary>What stands around the text of a Word pack: its properties, styles, contents, and what each page says at its head and foot.</summary>
internal static class WordFrame
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Bullet = "ListBullet";
    public const string Table = "PackTable";
    public const string TableHead = "TableHead";
    public const string TableText = "TableText";
    public const string BetweenTables = "BetweenTables";

    // A4 landscape with margins of 10 mm at the sides, in twips.
    private const int PageWidth = 16838;
    private const int PageHeight = 11906;
    private const int Side = 567;

    /// <returns>The section that ends the body.</returns>
    public static SectionProperties Add(WordprocessingDocument document, MainDocumentPart main, PackContent pack)
    {
        var properties = document.PackageProperties;
        (properties.Title, properties.Subject, properties.Creator, properties.Language) =
            (PackWords.Clean($"{pack.Title}: {PackWords.MarkingOf(pack)}"), PackWords.Clean($"{PackWords.FiguresOn(pack)}. {PackWords.State(pack)}."), PackWords.Clean(pack.Authority), "en-GB");
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(WordStyles.Xml);
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
            new AbstractNum(new MultiLevelType { Val = MultiLevelValues.SingleLevel }, new Level(
                new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" }, new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "260" })) { LevelIndex = 0 }) { AbstractNumberId = 1 },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
            new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
            new ThemeFontLanguages { Val = "en-GB" });

        var head = main.AddNewPart<HeaderPart>("head");
        head.Header = new Header(
            WordPack.Styled("Header", [.. WordPack.Runs($"{PackWords.MarkingOf(pack)}", strong: true), .. WordPack.Runs($"\t{PackWords.State(pack)}", strong: true)]),
            WordPack.Styled("Header", WordPack.Runs($"{OneLine(pack.Authority)}, {OneLine(pack.Title)}\t{PackWords.FiguresOn(pack)}")));
        var foot = main.AddNewPart<FooterPart>("foot");
        foot.Footer = new Footer(WordPack.Styled("Footer", [
            .. WordPack.Runs($"{PackWords.FootOf(pack)}\tPage "), new SimpleField(WordPack.Runs("1")) { Instruction = " PAGE " }, .. WordPack.Runs(" of "), new SimpleField(WordPack.Runs("1")) { Instruction = " NUMPAGES " },
        ]));
        return new(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "head" }, new FooterReference { Type = HeaderFooterValues.Default, Id = "foot" },
            new PageSize { Width = PageWidth, Height = PageHeight, Orient = PageOrientationValues.Landscape },
            new PageMargin { Top = 1134, Bottom = 850, Left = Side, Right = Side, Header = 454, Footer = 397, Gutter = 0 });
    }

    public static string Bookmark(int heading) => $"_Toc{heading:00000000}";

    /// <summary>Contents as a field, filled already: a reader is not asked whether to update it, and may.</summary>
    public static IEnumerable<Paragraph> Contents(IReadOnlyList<string> headings)
    {
        yield return WordPack.Styled("ContentsHeading", WordPack.Runs("Contents"));
        for (var i = 0; i < headings.Count; i++)
        {
            var entry = WordPack.Styled("TOC1", [new Hyperlink(WordPack.Runs(headings[i])) { Anchor = Bookmark(i + 1), History = true }]);
            if (i == 0)
                entry.ParagraphProperties!.InsertAfterSelf(Field(FieldCharValues.Begin, new FieldCode(""" TOC \o "1-1" \n \h \z """) { Space = SpaceProcessingModeValues.Preserve }, FieldCharValues.Separate));
            if (i == headings.Count - 1)
                entry.Append(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
            yield return entry;
        }
    }

    private static Run Field(FieldCharValues begin, FieldCode code, FieldCharValues separate) => new(new FieldChar { FieldCharType = begin }, code, new FieldChar { FieldCharType = separate });

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}

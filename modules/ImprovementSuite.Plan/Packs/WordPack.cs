using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ImprovementSuite.Platform.Ui;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace ImprovementSuite.Plan.Packs;

/// <summary>The pack as a Word document. It is written row by row, so that a long plan takes no more than its rows.</summary>
internal sealed class WordPack
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int ChartsBeside = 2;
    private const long ChartWidth = 136 * EmusOfMillimetre;
    private const long ChartHeight = 72 * EmusOfMillimetre;
    private const long EmusOfMillimetre = 36_000;

    private readonly PackContent _pack;
    private readonly IReadOnlyList<PackPart> _parts;
    private readonly PackProgress _progress;
    private uint _drawings;
    private int _headings;

    private WordPack(PackContent pack, PackProgress progress) => (_pack, _parts, _progress) = (pack, PackDocument.Of(pack), progress);

    /// <param name="progress">Is told of each row that is written.</param>
    public static void Write(PackContent pack, Stream file, PackProgress? progress = null) => new WordPack(pack, progress ?? new()).Write(file);

    private void Write(Stream file)
    {
        _progress.Start(_parts.OfType<PackTable>().Sum(table => table.Rows.Count));
        using var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        var frame = WordFrame.Add(document, main, _pack);
        var charts = _parts.OfType<PackCharts>().SelectMany(part => part.Charts).Select((chart, place) => (chart, Id: Chart(main, chart, $"chart{place + 1}"))).ToDictionary(each => each.chart, each => each.Id);

        using var writer = OpenXmlWriter.Create(main);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        WriteCover(writer);
        for (var i = 0; i < _parts.Count; i++)
        {
            Write(writer, _parts[i], charts);
            // Two tables would grow into one. Elsewhere a paragraph more could be alone on a page.
            if (_parts[i] is PackTable && (i + 1 == _parts.Count || _parts[i + 1] is PackTable))
                writer.WriteElement(Styled(WordFrame.BetweenTables, []));
        }
        writer.WriteElement(frame);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void WriteCover(OpenXmlWriter writer)
    {
        writer.WriteElement(Styled(WordFrame.Title, Runs(_pack.Title)));
        writer.WriteElement(Styled(WordFrame.Subtitle, Runs(_pack.Authority)));
        writer.WriteElement(Styled(null, Runs(PackWords.CoverOf(_pack))));
        writer.WriteElement(Styled(null, Runs($"{PackWords.FiguresOn(_pack)}. {PackWords.State(_pack)}.")));
        if (_pack.LastPanel is { } last)
            writer.WriteElement(Styled(null, Runs($"Arrows look back to the panel of {Say.Date(last)}, or to the baseline where that panel saw no figure. They are about performance: improving is better.")));
        foreach (var entry in WordFrame.Contents([.. _parts.OfType<PackHeading>().Where(heading => heading.Level == 1).Select(heading => heading.Text)]))
            writer.WriteElement(entry);
    }

    private void Write(OpenXmlWriter writer, PackPart part, IReadOnlyDictionary<PackChart, string> charts)
    {
        switch (part)
        {
            case PackHeading heading: writer.WriteElement(Heading(heading)); break;
            case PackParagraph paragraph: writer.WriteElement(Styled(null, Runs(paragraph.Text))); break;
            case PackTable table: Write(writer, table); break;
            case PackBullets bullets:
                foreach (var item in bullets.Items)
                    writer.WriteElement(Styled(WordFrame.Bullet, Runs(item)));
                break;
            case PackCharts drawn:
                foreach (var beside in drawn.Charts.Chunk(ChartsBeside))
                    writer.WriteElement(Styled(null, beside.Select(chart => new Run(Drawing(chart, charts[chart])))));
                break;
        }
    }

    // Sections can be reached from the contents.
    private Paragraph Heading(PackHeading heading)
    {
        var runs = Runs(heading.Text);
        if (heading.Level == 1)
        {
            var id = (++_headings).ToString();
            runs = [new BookmarkStart { Id = id, Name = WordFrame.Bookmark(_headings) }, .. runs, new BookmarkEnd { Id = id }];
        }
        var paragraph = Styled($"Heading{heading.Level}", runs);
        if (heading.NewPage)
            paragraph.ParagraphProperties!.PageBreakBefore = new();
        return paragraph;
    }

    private void Write(OpenXmlWriter writer, PackTable table)
    {
        writer.WriteStartElement(new Table());
        writer.WriteElement(new TableProperties(
            new TableStyle { Val = WordFrame.Table }, new TableWidth { Type = TableWidthUnitValues.Dxa, Width = table.Columns.Sum(column => Twips(column.Width)).ToString() },
            new TableLayout { Type = TableLayoutValues.Fixed }, new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
            new TableCaption { Val = PackWords.Clean(table.Caption) }));
        writer.WriteElement(new TableGrid(table.Columns.Select(column => new GridColumn { Width = Twips(column.Width).ToString() })));
        writer.WriteElement(new TableRow([
            new TableRowProperties(new CantSplit(), new TableHeader()),
            .. table.Columns.Select(column => Cell(column, Styled(WordFrame.TableHead, Runs(column.Head)))),
        ]));
        foreach (var row in table.Rows)
        {
            writer.WriteElement(new TableRow([
                .. table.IsShort(row) ? [new TableRowProperties(new CantSplit())] : Array.Empty<OpenXmlElement>(),
                .. table.Columns.Zip(row, Cell),
            ]));
            _progress.Step();
        }
        writer.WriteEndElement();
    }

    private static TableCell Cell(PackColumn column, PackCell cell)
    {
        var text = cell.Fill is { } colour ? RatingFill.Of(colour) : ((string Text, string Fill)?)null;
        var filled = Cell(column, [.. cell.Texts.Select(part => Styled(WordFrame.TableText, Runs(part.Text, part.Strong, text?.Text)))]);
        if (text is { } shown)
            filled.TableCellProperties!.Shading = new() { Val = ShadingPatternValues.Clear, Color = "auto", Fill = shown.Fill };
        return filled;
    }

    private static TableCell Cell(PackColumn column, params OpenXmlElement[] content) =>
        new([new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Twips(column.Width).ToString() }), .. content]);

    internal static Paragraph Styled(string? style, IEnumerable<OpenXmlElement> content) =>
        style is null ? new(content) : new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    /// <summary>A text with its own line breaks and tabs.</summary>
    internal static IReadOnlyList<OpenXmlElement> Runs(string text, bool strong = false, string? colour = null)
    {
        var run = new Run();
        if (strong || colour is not null)
            run.Append(new RunProperties([.. strong ? [new Bold()] : Array.Empty<OpenXmlElement>(), .. colour is null ? Array.Empty<OpenXmlElement>() : [new Color { Val = colour }]]));
        foreach (var (line, place) in PackWords.Clean(text).Split('\n').Select((line, place) => (line, place)))
        {
            if (place > 0)
                run.Append(new Break());
            foreach (var (words, tab) in line.Split('\t').Select((words, tab) => (words, tab)))
            {
                if (tab > 0)
                    run.Append(new TabChar());
                run.Append(new Text(words) { Space = SpaceProcessingModeValues.Preserve });
            }
        }
        return [run];
    }

    // Relations have names of their own, so that the same pack is written the same way each time.
    private static string Chart(MainDocumentPart main, PackChart chart, string id)
    {
        var part = main.AddNewPart<ChartPart>(id);
        var book = part.AddNewPart<EmbeddedPackagePart>(ExcelPack.ContentType, "figures");
        using (var stream = book.GetStream(FileMode.Create))
            ChartBook.Write(chart, stream);
        using (var stream = part.GetStream(FileMode.Create))
            ChartXml.Of(chart, ChartBook.Sheet, ChartBook.FirstRow, "figures").Save(stream, SaveOptions.DisableFormatting);
        return id;
    }

    private Drawing Drawing(PackChart chart, string relation) => new(new DW.Inline(
        new DW.Extent { Cx = ChartWidth, Cy = ChartHeight },
        new DW.DocProperties { Id = ++_drawings, Name = $"Chart {_drawings}", Title = PackWords.Clean(chart.Title), Description = PackWords.Clean($"Line chart. {chart.Title}. {chart.Says}") },
        new A.Graphic(new A.GraphicData(new C.ChartReference { Id = relation }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
    {
        DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0,
    });

    private static int Twips(int millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);
}

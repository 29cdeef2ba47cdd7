using System.IO.Compression;
using System.Text;
using ImprovementSuite.SocialCare.AnnexA.Workbook;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.SocialCare.AnnexA.AnnexAFile;

namespace ImprovementSuite.Tests.SocialCare.AnnexA;

/// <summary>Files that are no workbook of Annex A, or mean harm: each is told in a sentence.</summary>
public sealed class AnnexAWorkbookTests : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_no_workbook_is_told()
    {
        Assert.Equal("The file is no Excel workbook. Save it as an Excel workbook (.xlsx) and send that.", Told("child,date\nC1,2010-07-05\n"u8.ToArray()));
        Assert.Equal("The file is no Excel workbook. Save it as an Excel workbook (.xlsx) and send that.", Told([]));
        Assert.StartsWith("The workbook is in the old Excel format or has a password.", Told([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));
        Assert.StartsWith("The file cannot be read as an Excel workbook.", Told("PK\x03\x04 and then nothing of the kind"u8.ToArray()));
        Assert.StartsWith("The file cannot be read as an Excel workbook.", Told(Zip(("letter.txt", "Dear panel"))));
        Assert.StartsWith("The workbook has no sheet of Annex A:", Told(new WorkbookWriter().Sheet("Sheet1", ["Child Unique ID"]).ToBytes()));
        Assert.StartsWith("The workbook has macros, which are not taken.", Told(new WorkbookWriter { OtherParts = [("xl/vbaProject.bin", "Sub AutoOpen()")] }.List(1).ToBytes()));
    }

    [Fact]
    public void A_small_file_that_unfolds_to_far_more_is_refused()
    {
        var zeros = new string('0', 1 << 20);
        using var memory = new MemoryStream(new WorkbookWriter().List(1).ToBytes().ToArray().Length);
        memory.Write(new WorkbookWriter().List(1).ToBytes());
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("xl/sharedStrings.xml").Open());
            for (var megabyte = 0; megabyte < 66; megabyte++)
                writer.Write(zeros);
        }

        Assert.True(memory.Length < 1 << 20);
        Assert.StartsWith("The workbook unfolds to more than 40 MB in its part sharedStrings.xml.", Told(memory.ToArray()));
    }

    [Fact]
    public void A_sheet_that_claims_to_be_huge_is_read_by_what_it_holds()
    {
        var workbook = new WorkbookWriter { Dimension = "A1:XFD1048576" }.List(1, Contact("C1", new DateOnly(2010, 7, 5))).ToBytes();

        Assert.Single(Read(workbook).Rows);
    }

    [Fact]
    public void Cells_far_to_the_right_and_endless_rows_do_no_harm()
    {
        var far = $"<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
        var rows = string.Concat(Enumerable.Range(2, SheetRows.MostRows + 1).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"));

        var wide = Read(new WorkbookWriter().Raw("List 1", $"<worksheet xmlns=\"{Main}\"><sheetData>{far}</sheetData></worksheet>").ToBytes());
        var told = Assert.Throws<AnnexAFileException>(() => Read(new WorkbookWriter().Raw("List 1", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>").ToBytes()));

        Assert.Equal("List 1", Assert.Single(wide.Rows).Rejected!.Id);
        Assert.Equal("List 1 has more than 200,000 rows. No list of Annex A has so many: take out what does not belong to it.", told.Message);
    }

    [Fact]
    public void A_broken_sheet_is_told_with_the_row_before_it()
    {
        var broken = new WorkbookWriter().Raw("List 1", $"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</c></row>").ToBytes();

        Assert.StartsWith("List 1 is broken after row", Assert.Throws<AnnexAFileException>(() => Read(broken)).Message);
    }

    private string Told(byte[] content)
    {
        var path = Path.Combine(_folder.Path, $"{Guid.NewGuid():N}.xlsx");
        File.WriteAllBytes(path, content);
        return Assert.Throws<AnnexAFileException>(() => AnnexAWorkbook.Open(path)).Message;
    }

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        return memory.ToArray();
    }
}

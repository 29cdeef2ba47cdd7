using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ImprovementSuite.Inspections.Evidence;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.Inspections.Evidence;

/// <summary>What is taken as evidence, and that nothing is left of what is not.</summary>
public sealed class EvidenceStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EvidenceStore _store;

    public EvidenceStoreTests() => _store = new(new DataFolder(_folder.Path));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("minutes.pdf", "application/pdf")]
    [InlineData("MINUTES.PDF", "application/pdf")]
    [InlineData("minutes.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("minutes.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("minutes.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    [InlineData("minutes.png", "image/png")]
    [InlineData("minutes.jpg", "image/jpeg")]
    [InlineData("minutes.jpeg", "image/jpeg")]
    [InlineData("minutes.msg", "application/vnd.ms-outlook")]
    [InlineData("minutes.eml", "message/rfc822")]
    [InlineData("minutes.csv", "text/csv")]
    [InlineData("minutes.txt", "text/plain")]
    public async Task A_file_is_kept_under_the_hash_of_its_content(string name, string type)
    {
        var content = Content(Path.GetExtension(name).ToLowerInvariant());

        var kept = await Keep(@"C:\Users\head\" + name, content);

        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Assert.Equal(new KeptFile(name, type, content.Length, hash, IsNew: true), kept);
        Assert.Equal([hash], Files());
        await using var opened = await _store.Open(hash, default);
        using var read = new MemoryStream();
        await opened!.CopyToAsync(read);
        Assert.Equal(content, read.ToArray());
        Assert.False((await Keep(name, content)).IsNew);
    }

    [Theory]
    [InlineData("minutes.pdf", ".png", "“minutes.pdf” is named as a PDF file, and its content is a PNG picture: choose the right file, or give it the ending .png")]
    [InlineData("minutes.docx", ".xlsx", "“minutes.docx” is named as a Word document, and its content is an Excel workbook: choose the right file, or give it the ending .xlsx")]
    [InlineData("minutes.txt", ".pdf", "“minutes.txt” is named as plain text, and its content is a PDF file: choose the right file, or give it the ending .pdf")]
    [InlineData("minutes.eml", ".txt", "“minutes.eml” is named as an e-mail, and its content is plain text: choose the right file, or give it the ending .txt")]
    [InlineData("minutes.pdf", ".exe", "“minutes.pdf” is named as a PDF file, and its content is not: open it to see what it is, save it without macros or a password, and choose it again")]
    [InlineData("minutes.xlsx", ".xlsm", "“minutes.xlsx” is named as an Excel workbook, and its content is not: open it to see what it is, save it without macros or a password, and choose it again")]
    [InlineData("minutes.txt", ".exe", "“minutes.txt” is named as plain text, and its content is not: open it to see what it is, save it without macros or a password, and choose it again")]
    [InlineData("minutes.exe", ".exe", "“minutes.exe” is of a type that is not taken: choose a PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), PNG, JPEG, e-mail (.eml, .msg), CSV or text file")]
    [InlineData("minutes.txt", "", "“minutes.txt” is empty: choose another file")]
    public async Task A_file_that_is_not_what_its_name_says_is_refused_and_nothing_is_left(string name, string content, string sentence)
    {
        var refused = await Assert.ThrowsAsync<EvidenceFileException>(() => Keep(name, Content(content)));

        Assert.Equal(sentence, refused.Message);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_file_of_20_MB_is_taken_and_a_byte_more_is_not()
    {
        var most = Encoding.ASCII.GetBytes(new string('x', EvidenceStore.LargestMegabytes << 20));
        var kept = await Keep("log.txt", most);

        var refused = await Assert.ThrowsAsync<EvidenceFileException>(() => Keep("log.txt", [.. most, (byte)'x']));

        Assert.Equal("“log.txt” has more than 20 MB: send a part or a smaller copy of it, or give a link to where it is", refused.Message);
        Assert.Equal([kept.Sha256], Files());
    }

    [Fact]
    public async Task A_file_that_was_changed_or_is_gone_is_not_opened()
    {
        var kept = await Keep("minutes.txt", Content(".txt"));
        File.AppendAllText(Path.Combine(_folder.Path, "evidence", kept.Sha256), "more");

        Assert.Null(await _store.Open(kept.Sha256, default));
        _store.Discard(kept.Sha256);
        Assert.Null(await _store.Open(kept.Sha256, default));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.Open("../inspections.db", default));
    }

    [Fact]
    public async Task Text_may_be_of_any_encoding_that_a_spreadsheet_writes()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1 })
            Assert.Equal("text/csv", (await Keep("costs.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("Café;£5\r\n")])).MediaType);
    }

    [Fact]
    public async Task A_file_is_for_the_account_that_runs_the_suite_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        var kept = await Keep("minutes.txt", Content(".txt"));
        var file = Path.Combine(_folder.Path, "evidence", kept.Sha256);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        PrivateFiles.Close(new DataFolder(_folder.Path));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    private Task<KeptFile> Keep(string name, byte[] content) => _store.Keep(new MemoryStream(content), name, default);

    private List<string?> Files() => Directory.Exists(Path.Combine(_folder.Path, "evidence")) ? [.. Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Path, "evidence")).Select(Path.GetFileName)] : [];

    private static byte[] Content(string extension) => extension switch
    {
        ".pdf" => "%PDF-1.4\n%%EOF"u8.ToArray(),
        ".docx" => Package("word/document.xml"),
        ".xlsx" => Package("xl/workbook.xml"),
        ".xlsm" => Package("xl/workbook.xml", "xl/vbaProject.bin"),
        ".pptx" => Package("ppt/presentation.xml"),
        ".png" => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13],
        ".jpg" or ".jpeg" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16],
        ".msg" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("__properties_version1.0")],
        ".eml" => "Received: from council.example\r\n by mail.example\r\nFrom: head@council.example\r\nSubject: Minutes\r\n\r\nAs agreed."u8.ToArray(),
        ".csv" => "Day,Who\r\n2010-08-20,Head\r\n"u8.ToArray(),
        ".txt" => "All staff are trained.\n"u8.ToArray(),
        ".exe" => [.. "MZ"u8, 0, 0, 3, 0],
        _ => [],
    };

    private static byte[] Package(params string[] parts)
    {
        using var content = new MemoryStream();
        using (var package = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in parts.Prepend("[Content_Types].xml"))
                using (var writer = new StreamWriter(package.CreateEntry(part).Open()))
                    writer.Write("<x/>");
        return content.ToArray();
    }
}

using System.IO.Compression;
using System.Text;

namespace ImprovementSuite.Inspections.Evidence;

/// <summary>A type of file that evidence may have.</summary>
/// <param name="Words">"a PDF file".</param>
/// <param name="Holds">Whether the content is of it, found by looking at the content and never at the name.</param>
internal sealed record EvidenceType(string Words, string MediaType, string Extension, Func<Stream, bool> Holds, string? OtherExtension = null)
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static readonly IReadOnlyList<EvidenceType> All =
    [
        new("a PDF file", "application/pdf", ".pdf", content => Begins(content, "%PDF-"u8)),
        new("a Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", content => IsOffice(content, "word/document.xml")),
        new("an Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", content => IsOffice(content, "xl/workbook.xml")),
        new("a PowerPoint presentation", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx", content => IsOffice(content, "ppt/presentation.xml")),
        new("a PNG picture", "image/png", ".png", content => Begins(content, [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A])),
        new("a JPEG picture", "image/jpeg", ".jpg", content => Begins(content, [0xFF, 0xD8, 0xFF]), ".jpeg"),
        new("an Outlook message", "application/vnd.ms-outlook", ".msg", content => Begins(content, Compound) && Names(content, "__properties_version1.0")),
        new("an e-mail", "message/rfc822", ".eml", content => IsText(content) && IsMail(content)),
        new("plain text", "text/plain", ".txt", IsText),
        new("a CSV file", "text/csv", ".csv", IsText),
    ];

    /// <summary>What a field that takes evidence accepts.</summary>
    public static string Accept { get; } = string.Join(',', All.SelectMany(type => type.OtherExtension is { } other ? [type.Extension, other] : new[] { type.Extension }));

    /// <summary>The type that a name claims; null where it is none that is taken.</summary>
    public static EvidenceType? Named(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() is var extension ? All.FirstOrDefault(type => type.Extension == extension || type.OtherExtension == extension) : null;

    /// <summary>The type that the content is of; null where it is none that is taken.</summary>
    public static EvidenceType? Of(Stream content) => All.FirstOrDefault(type => type.Holds(content));

    private static bool Begins(Stream content, ReadOnlySpan<byte> with)
    {
        Span<byte> first = stackalloc byte[with.Length];
        content.Position = 0;
        return content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual(with);
    }

    /// <summary>A package of Office has its main part where its kind has it, and here no macros.</summary>
    private static bool IsOffice(Stream content, string main)
    {
        if (!Begins(content, [.. "PK"u8, 3, 4]))
            return false;
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return package.GetEntry("[Content_Types].xml") is not null && package.GetEntry(main) is not null
                && !package.Entries.Any(part => part.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Whether a compound file has a part of this name, which stands in it in UTF-16.</summary>
    private static bool Names(Stream content, string part)
    {
        content.Position = 0;
        var whole = new byte[content.Length];
        content.ReadExactly(whole);
        return whole.AsSpan().IndexOf(Encoding.Unicode.GetBytes(part)) >= 0;
    }

    /// <summary>Text of any encoding that a spreadsheet writes: UTF-16 with its mark, or bytes without a control character that no text has.</summary>
    private static bool IsText(Stream content)
    {
        if (Begins(content, "%PDF-"u8))
            return false;
        var wide = Begins(content, [0xFF, 0xFE]) || Begins(content, [0xFE, 0xFF]);
        content.Position = 0;
        using var reader = new StreamReader(content, Encoding.Latin1, detectEncodingFromByteOrderMarks: wide, leaveOpen: true);
        var some = new char[4096];
        while (reader.Read(some) is > 0 and var read)
            if (some.AsSpan(0, read).ContainsAnyInRange('\0', '\b') || some.AsSpan(0, read).ContainsAnyInRange('\x0e', '\x1f'))
                return false;
        return content.Length > 0;
    }

    /// <summary>It begins with fields, one of which says from whom it is.</summary>
    private static bool IsMail(Stream content)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, leaveOpen: true);
        var from = false;
        for (var lines = 0; lines < 500 && reader.ReadLine() is { Length: > 0 } line; lines++)
        {
            // A field goes on in lines that begin with a space.
            if (line[0] is ' ' or '\t' && lines > 0)
                continue;
            if (line.IndexOf(':') is var colon && (colon <= 0 || line.AsSpan(0, colon).Contains(' ')))
                return false;
            from |= line.StartsWith("From:", StringComparison.OrdinalIgnoreCase);
        }
        return from;
    }
}

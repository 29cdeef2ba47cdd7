using System.Security.Cryptography;
using ImprovementSuite.FeedAgent.Sending;

namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>A file that can be sent.</summary>
internal abstract class Extract
{
    /// <summary>The suite takes stream names of up to 100 characters; the digest follows, and a word for what the file withdraws.</summary>
    private const int LongestName = 75;

    protected Extract(string path)
    {
        Path = path;
        Name = System.IO.Path.GetFileName(path);
        Size = new FileInfo(path).Length;
        using var file = File.OpenRead(path);
        var digest = Convert.ToHexStringLower(SHA256.HashData(file))[..16];
        StreamName = $"{(Name.Length > LongestName ? Name[..LongestName] : Name)}-{digest}";
    }

    public string Path { get; }

    public string Name { get; }

    public long Size { get; }

    /// <summary>The file's name and a digest of its content: a changed file is another stream of batches.</summary>
    public string StreamName { get; }

    /// <summary>The source system that such a file usually comes from.</summary>
    public abstract string UsualSource { get; }

    /// <summary>What a person should know about the file before it is sent.</summary>
    public virtual string? Notice => null;

    /// <summary>The file as an extract of the kind that its content shows.</summary>
    /// <exception cref="ExtractException">The file is none of the suite's own CSV files, no children in need census and no workbook.</exception>
    public static Extract Open(string path) =>
        BeginsAsWorkbook(path) ? new AnnexAWorkbook(path) : BeginsAsXml(path) ? new CinReturn(path) : RecordCsv.Open(path);

    /// <summary>The extract at a path, or those of a folder in the order of their names.</summary>
    public static IReadOnlyList<Extract> OpenAll(string path)
    {
        if (File.Exists(path))
            return [Open(path)];
        if (!Directory.Exists(path))
            throw new ExtractException($"There is no file or folder {path}.");
        var extracts = Directory.EnumerateFiles(path)
            .Where(file => System.IO.Path.GetExtension(file).ToLowerInvariant() is ".csv" or ".xml" or ".xlsx")
            // What Excel puts beside a workbook that is open.
            .Where(file => !System.IO.Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal))
            // A list of rejected rows is often written beside the extract that it is about.
            .Where(file => !file.EndsWith("rejected.csv", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(Open)
            .ToList();
        return extracts.Count > 0 ? extracts : throw new ExtractException($"The folder {path} holds no .csv, .xml or .xlsx file.");
    }

    protected FileStream OpenFile() =>
        new(Path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 1 << 16 });

    private static bool BeginsAsWorkbook(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> first = stackalloc byte[4];
        // A workbook is a zip file; one with a password, or in the old format, is for the suite to refuse with a sentence.
        return file.ReadAtLeast(first, 4, throwOnEndOfStream: false) == 4 && (first.SequenceEqual("PK\x03\x04"u8) || first.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]));
    }

    private static bool BeginsAsXml(string path)
    {
        using var reader = new StreamReader(path);
        int next;
        while ((next = reader.Read()) != -1 && char.IsWhiteSpace((char)next)) { }
        return next == '<';
    }
}

/// <summary>A file of records of one feed. Every reading of it gives the same rows in the same order, so that a cut-off sending can be resumed.</summary>
internal abstract class RecordExtract<TRecord>(string path) : Extract(path) where TRecord : class, IFeedRecord
{
    /// <summary>The rows, read as they are asked for. <paramref name="position"/> hears how many bytes have been read.</summary>
    public abstract IEnumerable<ExtractRow<TRecord>> Rows(Action<long>? position = null);
}

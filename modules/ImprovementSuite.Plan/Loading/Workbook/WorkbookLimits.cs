using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using ImprovementSuite.Platform.Files;

namespace ImprovementSuite.Plan.Loading.Workbook;

/// <summary>
/// What a workbook may hold, counted before anything of it is taken into memory: a small file can unfold to far more than its size, and what it
/// unfolds to can take many times that as objects.
/// </summary>
internal static class WorkbookLimits
{
    /// <summary>Bytes of all parts, unfolded.</summary>
    private const long LargestUnfolded = 100L << 20;

    /// <summary>Elements and attributes of all parts; a cell has about five.</summary>
    private const int MostNodes = 2_000_000;

    private const int MostNodesOfWhole = 200_000;
    private const int MostParts = 2_000;

    /// <summary>Reads every part to its end and leaves the file at its beginning.</summary>
    /// <returns>A sentence where it holds too much, without what to do; null where it does not.</returns>
    /// <exception cref="InvalidDataException">It is no workbook, or a part of it is made to break its reader.</exception>
    /// <param name="narrow">Also where a sheet says that it is far wider than a table of readings.</param>
    public static string? TooMuch(Stream file, bool narrow = false)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MostParts)
            return $"The workbook has more than {MostParts:N0} parts.";
        var (left, nodes) = (LargestUnfolded, 0);
        foreach (var entry in zip.Entries)
        {
            if ((left -= Unfolded(entry, left)) < 0)
                return $"The workbook unfolds to more than {LargestUnfolded >> 20} MB.";
            if (!IsXml(entry))
                continue;
            var (own, wide) = Nodes(entry.Open(), MostNodes - nodes);
            if ((nodes += own) > MostNodes)
                return $"The workbook has more than {MostNodes / 5:N0} cells.";
            if (wide && narrow)
                return "The workbook has a sheet with cells beyond column ZZ.";
        }
        file.Position = 0;
        return null;
    }

    /// <summary>A part that is read as a whole, such as the list of sheets.</summary>
    /// <exception cref="InvalidDataException">It holds far more than it needs.</exception>
    public static void RefuseLarge(OpenXmlPart? part)
    {
        if (part is not null && Nodes(part.GetStream(), MostNodesOfWhole).Nodes > MostNodesOfWhole)
            throw new InvalidDataException("A part that is read as a whole holds too much.");
    }

    /// <summary>Counts what the part really unfolds to, little beyond the most: the size that a file states may be untrue.</summary>
    private static long Unfolded(ZipArchiveEntry entry, long most)
    {
        using var part = entry.Open();
        var buffer = new byte[81_920];
        var size = 0L;
        for (int read; size <= most && (read = part.Read(buffer)) > 0;)
            size += read;
        return size;
    }

    /// <summary>By its first byte, in whatever way it writes its characters: a name says nothing. Pictures begin otherwise.</summary>
    private static bool IsXml(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        Span<byte> first = stackalloc byte[2];
        return part.ReadAtLeast(first, 2, throwOnEndOfStream: false) == 2
            && first is [(byte)'<' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0, _] or [0xEF, 0xBB] or [0xFF, 0xFE] or [0xFE, 0xFF];
    }

    private static (int Nodes, bool IsWide) Nodes(Stream part, int most)
    {
        using var xml = BoundedXml.Reader(part);
        var (nodes, wide) = (0, false);
        try
        {
            while (nodes <= most && xml.Forward())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                nodes += 1 + xml.AttributeCount;
                wide |= xml.LocalName switch { "c" => IsWide(xml.GetAttribute("r")), "dimension" => IsWide(xml.GetAttribute("ref")?.Split(':')[^1]), _ => false };
            }
        }
        catch (XmlException)
        {
            // Whoever reads it comes no further; drawings, which nobody reads, need not be XML in every place.
        }
        return (nodes, wide);
    }

    /// <summary>A column of three letters or more.</summary>
    private static bool IsWide(string? cell) => cell?.Length > 2 && char.IsAsciiLetter(cell[0]) && char.IsAsciiLetter(cell[1]) && char.IsAsciiLetter(cell[2]);
}

using System.Xml;

namespace ImprovementSuite.Platform.Files;

/// <summary>
/// XML that somebody sent, read forwards and with bounded memory: no entities of its own, nothing fetched from elsewhere, no endless tag, no
/// endless depth.
/// </summary>
public static class BoundedXml
{
    private const int Deepest = 100;

    /// <summary>A reader of UTF-8, or of UTF-16 with its mark, which is what a part of a workbook may be.</summary>
    public static XmlReader Reader(Stream part) => XmlReader.Create(new BoundedText(new StreamReader(part)), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
    });

    /// <summary>Goes on to the next node.</summary>
    /// <exception cref="InvalidDataException">The elements are nested too deep: the reader remembers every one that it is in. Or a tag is too long.</exception>
    public static bool Forward(this XmlReader xml)
    {
        if (!xml.Read())
            return false;
        return xml.Depth <= Deepest ? true : throw new InvalidDataException($"Its elements are nested more than {Deepest} deep.");
    }
}

using System.Text;
using System.Xml;
using ImprovementSuite.Platform.Files;

namespace ImprovementSuite.SocialCare.AnnexA.Workbook;

/// <summary>The XML of a workbook's parts, read forwards and with bounded memory.</summary>
internal static class WorkbookXml
{
    /// <summary>What Excel itself lets a cell hold.</summary>
    private const int LongestText = 32_767;

    public static bool IsStart(this XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    /// <summary>The text of the element that the reader stands on, up to what a cell may hold; the reader then stands on its end.</summary>
    public static string ElementText(this XmlReader xml, char[] buffer)
    {
        if (xml.IsEmptyElement)
            return "";
        string? one = null;
        StringBuilder? more = null;
        while (xml.Forward() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
                continue;
            for (int read; (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
            {
                if (one is null)
                    one = new string(buffer, 0, read);
                else if ((more ??= new StringBuilder(one)).Length < LongestText)
                    more.Append(buffer, 0, read);
            }
        }
        var text = more?.ToString() ?? one ?? "";
        // Excel writes a line break as _x000D_.
        return text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;
    }

    /// <summary>The texts that cells point to.</summary>
    public static List<string> SharedTexts(Stream part)
    {
        var texts = new List<string>();
        var buffer = new char[4096];
        using var xml = BoundedXml.Reader(part);
        while (xml.Forward())
            if (xml.IsStart("si"))
                texts.Add(xml.RichText(buffer));
        return texts;
    }

    /// <summary>The text of all runs of the element that the reader stands on; readings of Japanese signs are not part of it.</summary>
    public static string RichText(this XmlReader xml, char[] buffer)
    {
        if (xml.IsEmptyElement)
            return "";
        string? one = null;
        StringBuilder? more = null;
        var depth = xml.Depth;
        while (xml.Forward() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.IsStart("rPh"))
                xml.ToEnd();
            else if (xml.IsStart("t"))
            {
                var run = xml.ElementText(buffer);
                if (one is null)
                    one = run;
                else if ((more ??= new StringBuilder(one)).Length < LongestText)
                    more.Append(run);
            }
        }
        return more?.ToString() ?? one ?? "";
    }

    private static void ToEnd(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Forward() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth)) { }
    }
}

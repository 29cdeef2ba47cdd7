using System.Globalization;
using System.Xml;
using ImprovementSuite.Platform.Files;

namespace ImprovementSuite.SocialCare.AnnexA.Workbook;

/// <summary>Which styles show a number as a day.</summary>
internal static class DateStyles
{
    /// <summary>More than Excel itself keeps.</summary>
    private const int MostStyles = 65_536;

    public static HashSet<int> Of(Stream part)
    {
        var dates = new HashSet<int>();
        var own = new HashSet<int>();
        var (place, inCells) = (0, false);
        using var xml = BoundedXml.Reader(part);
        while (xml.Forward() && place < MostStyles)
        {
            // Formats of a workbook's own stand before the styles that use them.
            if (xml.IsStart("numFmt") && Number(xml, "numFmtId") is { } number && ShowsDay(xml.GetAttribute("formatCode") ?? "") && own.Count < MostStyles)
                own.Add(number);
            else if (xml.IsStart("cellXfs"))
                inCells = !xml.IsEmptyElement;
            else if (xml.LocalName == "cellXfs")
                inCells = false;
            else if (inCells && xml.IsStart("xf"))
            {
                var id = Number(xml, "numFmtId") ?? 0;
                if (id is >= 14 and <= 22 or >= 27 and <= 36 or >= 50 and <= 58 || own.Contains(id))
                    dates.Add(place);
                place++;
            }
        }
        return dates;
    }

    private static int? Number(XmlReader xml, string attribute) => int.TryParse(xml.GetAttribute(attribute), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Texts in quotes and colours in brackets say nothing of the kind: [Red]0 "days".</summary>
    private static bool ShowsDay(string code)
    {
        var until = '\0';
        for (var i = 0; i < code.Length; i++)
        {
            if (until != '\0')
                until = code[i] == until ? '\0' : until;
            else if (code[i] is '"')
                until = '"';
            else if (code[i] is '[')
                until = ']';
            else if (code[i] is '\\' or '_' or '*')
                i++;
            else if (code[i] is 'd' or 'D' or 'y' or 'Y')
                return true;
        }
        return false;
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace ImprovementSuite.Plan.Loading.Workbook;

/// <summary>Texts as a workbook keeps them: a character that XML cannot hold stands as _xHHHH_, and whatever looks so is told apart.</summary>
internal static partial class XmlText
{
    public static string Encoded(string text)
    {
        var encoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                encoded.Append(c).Append(text[++i]);
            // A line feed alone survives; a carriage return would be read back as one.
            else if (c == '\r' || !XmlConvert.IsXmlChar(c) || (c == '_' && Coded().IsMatch(text.AsSpan(i))))
                encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else
                encoded.Append(c);
        }
        return encoded.ToString();
    }

    public static string Decoded(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? AnyCoded().Replace(text, code => ((char)int.Parse(code.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()) : text;

    [GeneratedRegex("^_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Coded();

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex AnyCoded();
}

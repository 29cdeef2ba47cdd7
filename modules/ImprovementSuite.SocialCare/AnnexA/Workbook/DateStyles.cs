using DocumentFormat.OpenXml.Spreadsheet;

namespace ImprovementSuite.SocialCare.AnnexA.Workbook;

/// <summary>Which styles show a number as a day.</summary>
internal static class DateStyles
{
    public static HashSet<int> Of(Stylesheet? styles)
    {
        var dates = new HashSet<int>();
        var codes = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId is not null).ToLookup(format => format.NumberFormatId!.Value, format => format.FormatCode?.Value ?? "");
        foreach (var (place, format) in (styles?.CellFormats?.Elements<CellFormat>() ?? []).Index())
        {
            var id = format.NumberFormatId?.Value ?? 0;
            if (id is >= 14 and <= 22 or >= 27 and <= 36 or >= 50 and <= 58 || codes[id].Any(ShowsDay))
                dates.Add(place);
        }
        return dates;
    }

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

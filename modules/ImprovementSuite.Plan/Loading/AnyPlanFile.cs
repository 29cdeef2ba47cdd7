using ImprovementSuite.Plan.Loading.Workbook;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Reads a plan from JSON or from a workbook. Which it is the content says, not the name.</summary>
internal static class AnyPlanFile
{
    /// <exception cref="PlanFileException">All that is wrong, and where.</exception>
    public static PlanFile Read(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        return content switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => WorkbookReader.Read(stream),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new PlanFileException("This is an Excel file of the old kind (.xls) or one with a password. Save it as an Excel workbook (.xlsx) without a password."),
            _ when FirstSign(content) == '{' => PlanFileReader.Read(stream),
            _ => throw new PlanFileException("This is neither an Excel workbook (.xlsx) nor a plan in JSON. Start from the template, or from an export of the plan."),
        };
    }

    private static char FirstSign(byte[] content)
    {
        var text = content is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : content;
        return (char)text.FirstOrDefault(sign => !char.IsWhiteSpace((char)sign));
    }
}

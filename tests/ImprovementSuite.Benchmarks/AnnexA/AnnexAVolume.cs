using ImprovementSuite.SocialCare.AnnexA;
using MiniExcelLibs;

namespace ImprovementSuite.Benchmarks.AnnexA;

/// <summary>An invented Annex A workbook: the eleven lists, as many rows of each, days as Excel keeps them; one row in fifty is wrong.</summary>
internal static class AnnexAVolume
{
    public static void Write(string path, int rows, DateOnly today)
    {
        var each = rows / AnnexATemplate.Lists.Count;
        var sheets = AnnexATemplate.Lists.ToDictionary(
            list => list.Sheet, object (list) => Enumerable.Range(0, list.Number == 1 ? rows - each * (AnnexATemplate.Lists.Count - 1) : each).Select(row => Row(list, row, today)));
        MiniExcel.SaveAs(path, sheets);
    }

    private static Dictionary<string, object?> Row(AnnexAList list, int row, DateOnly today) => list.Columns.ToDictionary(column => column.Heading, column => Cell(column, row, today));

    private static object? Cell(AnnexAColumn column, int row, DateOnly today) => column switch
    {
        { Heading: "Date of Birth" } => today.AddDays(-400 - row % 6000).ToDateTime(TimeOnly.MinValue),
        // The day that names the row is the first that may not be blank: so many rows are rejected for it.
        { Kind: ColumnKind.Date, MayBeBlank: false } or { Heading: "Date of referral" } when row % 50 == 49 => "31/02/2021",
        { Kind: ColumnKind.Date, MayBeBlank: false } or { Heading: "Date of referral" } => today.AddDays(-180 + row % 90).ToDateTime(TimeOnly.MinValue),
        { Kind: ColumnKind.Date } => row % 3 == 0 ? null : today.AddDays(-80 + row % 70).ToDateTime(TimeOnly.MinValue),
        { Heading: "Gender" } => "b) Female",
        { Heading: "Ethnicity" } => "a) WBRI",
        { Heading: "Contact Source" or "Referral Source" } => "q) 6: Police",
        { Heading: "Initial Category of Abuse" or "Latest Category of Abuse" } => "Neglect",
        { Heading: "Allocated Team" } => $"Team {row % 12}",
        { Heading: "Allocated Worker" } => $"W{row % 60:000}",
        { Place: 0 } => $"C{row:0000000}",
        { Kind: ColumnKind.Category } => "b) No",
        { Kind: ColumnKind.Number } => row % 4,
        { Kind: ColumnKind.Age } => row % 17,
        { Kind: ColumnKind.Postcode } => "S60 1AE",
        _ => "Top Town Academy",
    };
}

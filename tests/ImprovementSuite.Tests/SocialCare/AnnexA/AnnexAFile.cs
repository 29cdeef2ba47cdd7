using ImprovementSuite.SocialCare.AnnexA;
using ImprovementSuite.SocialCare.AnnexA.Reading;
using ImprovementSuite.SocialCare.AnnexA.Workbook;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.SocialCare.AnnexA;

/// <summary>Annex A workbooks for a test: a row names only the cells that it is about.</summary>
internal static class AnnexAFile
{
    public static string Sample { get; } = Path.Combine(AppContext.BaseDirectory, "SocialCare", "AnnexA", "TestData", "Annex_A_2024_Jan.xlsx");

    /// <summary>A sheet with every heading of its list; what a row does not say is filled in without fault.</summary>
    public static WorkbookWriter List(this WorkbookWriter workbook, int number, params (string Heading, object? Cell)[][] rows)
    {
        var list = AnnexATemplate.List(number);
        return workbook.Sheet(list.Sheet,
        [
            [.. list.Columns.Select(column => column.Heading)],
            .. rows.Select(row => list.Columns.Select(column => row.Any(cell => cell.Heading == column.Heading) ? row.First(cell => cell.Heading == column.Heading).Cell : Usual(column)).ToArray()),
        ]);
    }

    public static (string, object?)[] Contact(object? child, object? day, params (string, object?)[] more) => [("Child Unique ID", child), ("Date of Contact", day), .. more];

    public static (string, object?)[] Referral(object? child, object? day, params (string, object?)[] more) => [("Child Unique ID", child), ("Date of referral", day), .. more];

    public static (string, object?)[] Assessment(object? child, object? start, object? authorised, params (string, object?)[] more) =>
        [("Child Unique ID", child), ("Continuous Assessment Start Date", start), ("Continuous Assessment Date of Authorisation", authorised), .. more];

    public static (IReadOnlyList<ReadRow> Rows, IReadOnlyList<ListResult> Lists) Read(byte[] workbook, DateOnly? today = null)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "workbook.xlsx");
        File.WriteAllBytes(path, workbook);
        return Read(path, today);
    }

    public static (IReadOnlyList<ReadRow> Rows, IReadOnlyList<ListResult> Lists) Read(string path, DateOnly? today = null)
    {
        using var workbook = AnnexAWorkbook.Open(path);
        var reader = new AnnexAReader(workbook, version: 7, today ?? RunningSuite.Today);
        var rows = reader.Rows().ToList();
        Assert.Equal(1, reader.Share);
        return (rows, reader.Results);
    }

    private static object? Usual(AnnexAColumn column) => column switch
    {
        { Heading: "Ethnicity" } => "a) WBRI",
        { MayBeBlank: true } => null,
        { Heading: "Gender" } => "b) Female",
        { Heading: "Contact Source" or "Referral Source" } => "q) 6: Police",
        { Heading: "Allocated Team" } => "North 1",
        { Heading: "Allocated Worker" } => "A. Rahman",
        { Heading: "Referral NFA?" } => "b) No",
        { Heading: "Initial Category of Abuse" or "Latest Category of Abuse" } => "a) Neglect",
        { Kind: ColumnKind.Category } => "b) No",
        { Kind: ColumnKind.Number } => 0,
        { Kind: ColumnKind.Date } => new DateOnly(2010, 7, 1),
        { Kind: ColumnKind.Postcode } => "S60 1AE",
        _ => "x",
    };
}

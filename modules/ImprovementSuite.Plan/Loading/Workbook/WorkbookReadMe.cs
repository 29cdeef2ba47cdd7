using DocumentFormat.OpenXml.Spreadsheet;

namespace ImprovementSuite.Plan.Loading.Workbook;

/// <summary>The sheet that explains the others. It is written from the list that the reader follows, and is not read.</summary>
internal static class WorkbookReadMe
{
    private static readonly string[] Rules =
    [
        "Fill in the other sheets and bring the workbook in on the page Import a plan. Nothing changes before you have seen what would and have confirmed it.",
        "The first row of a sheet has the headings. Columns may stand in any order; those that you do not need may be left out.",
        "A date is an Excel date or is written as 31 October 2010 or 31/10/2010. A percentage is written as 85 or 85%.",
        "Sheets Plan and Lines are needed. An import is the whole plan: a line or measure that the workbook does not have is removed, and the preview says so. Readings are never removed.",
        "What a module counts from records, frozen panels, updates and decisions are not touched by an import.",
    ];

    private static readonly (string Head, double Width)[] Columns = [("Sheet", 16), ("Column", 22), ("Needed", 10), ("What it says", 70), ("What may stand in it", 50), ("Example", 36)];

    public static Worksheet Sheet()
    {
        var data = new SheetData();
        var number = 0;
        Add([WorkbookWriter.Text("How to fill in this workbook", WorkbookStyles.Title)]);
        foreach (var rule in Rules)
            Add([WorkbookWriter.Text(rule, 0)]);
        number++;
        Add(Columns.Select(column => WorkbookWriter.Text(column.Head, WorkbookStyles.Head)));
        foreach (var sheet in PlanSheets.All)
        {
            Add([WorkbookWriter.Text(sheet.Name, WorkbookStyles.Strong), new Cell(), new Cell(), WorkbookWriter.Text(sheet.Holds, WorkbookStyles.Strong)]);
            foreach (var column in sheet.Columns)
                Add(new[] { sheet.Name, column.Title, column.Needed ? "yes" : "", column.Means, MayStand(column), column.Example }.Select(text => WorkbookWriter.Text(text, WorkbookStyles.Text)));
        }
        return new Worksheet(
            new Columns(Columns.Select((column, place) => new Column { Min = (uint)place + 1, Max = (uint)place + 1, Width = column.Width, CustomWidth = true })), data);

        void Add(IEnumerable<Cell> cells) => data.Append(WorkbookWriter.Row(++number, cells));
    }

    private static string MayStand(SheetColumn column) => column switch
    {
        { Choices.Count: > 0 } => string.Join(", ", column.Choices),
        { Kind: ColumnKind.YesNo } => "yes, no or nothing",
        { Kind: ColumnKind.Day } => "a date",
        { Kind: ColumnKind.Number } => "a number",
        { Kind: ColumnKind.Texts } => "texts with semicolons between them",
        { Names: { } sheet } => $"what stands in the first column of sheet {sheet}",
        _ => "a text",
    };
}

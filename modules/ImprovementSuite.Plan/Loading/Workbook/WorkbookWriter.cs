using System.Globalization;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Notice;

namespace ImprovementSuite.Plan.Loading.Workbook;

/// <summary>
/// Writes a plan, or an empty template, as a workbook: a sheet that explains every column, then a sheet a kind. Dates and numbers are cells of
/// their type; whatever a person wrote is a text in its cell and never a formula.
/// </summary>
internal static class WorkbookWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // Excel holds 32,767 characters in a cell. A longer text goes on in the next column.
    private const int Longest = 32_000;
    private const int RowsToFill = 2_000;

    /// <param name="plan">Null for the template.</param>
    public static void Write(PlanFile? plan, Stream file)
    {
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        document.PackageProperties.Title = plan is null ? "Template of a plan" : XmlText.Encoded(plan.Title);
        var book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = new(WorkbookStyles.Xml);
        var sheets = new Sheets();
        Add("Read me", WorkbookReadMe.Sheet());
        foreach (var sheet in PlanSheets.All)
            Add(sheet.Name, Sheet(sheet, plan is null ? [] : Rows(sheet, plan)));
        book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new WorkbookProperties { Date1904 = false }, sheets);

        void Add(string name, Worksheet sheet)
        {
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = sheet;
            sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.ChildElements.Count + 1, Name = name });
        }
    }

    private static IReadOnlyList<IReadOnlyList<(string Field, object? Value)>> Rows(PlanSheet sheet, PlanFile plan) => sheet switch
    {
        _ when sheet == PlanSheets.Plan => [PlanFields.Of(plan)],
        _ when sheet == PlanSheets.Lines => [.. plan.Lines.Select(line => PlanFields.Of(line).Concat(PlanFields.Declared(line)).ToList())],
        _ when sheet == PlanSheets.Leads => Within(plan.Lines, "line", line => line.Ref, line => line.Leads, PlanFields.Of),
        _ when sheet == PlanSheets.Milestones => Within(plan.Lines, "line", line => line.Ref, line => line.Milestones, PlanFields.Of),
        _ when sheet == PlanSheets.Measures => [.. plan.Measures.Select(PlanFields.Of)],
        _ when sheet == PlanSheets.Baselines => Within(plan.Measures, "measure", measure => measure.Code, measure => measure.Baselines, PlanFields.Of),
        _ when sheet == PlanSheets.Stages => Within(plan.Measures, "measure", measure => measure.Code, measure => measure.Stages, PlanFields.Of),
        _ when sheet == PlanSheets.Comparators => Within(plan.Measures, "measure", measure => measure.Code, measure => measure.Comparators, PlanFields.Of),
        _ when sheet == PlanSheets.Readings => [.. plan.Measures.SelectMany(measure => plan.Readings.Where(reading => reading.Measure == measure.Code)
            .Select(reading => PlanFields.Of(reading, measure, plan.Updated).Prepend(("measure", measure.Code)).ToList()))],
        _ when sheet == PlanSheets.Panels => [.. plan.Panels.Select(on => PlanFields.Of(plan.Rounds.FirstOrDefault(round => round.On == on) ?? new(on, null, null, null)))],
        _ when sheet == PlanSheets.Freezes => [.. plan.Frozen.Select(frozen => PlanFields.Of(frozen).Prepend(("panel", frozen.Panel)).ToList())],
        _ when sheet == PlanSheets.Papers => [.. plan.Papers.Select(PlanFields.Of)],
        _ when sheet == PlanSheets.Notice => plan.Notice is { } notice ? [PlanFields.Of(notice)] : [],
        _ when sheet == PlanSheets.Conditions => [.. Numbered(plan).Select(one => PlanFields.Of(one.Condition).Prepend(("number", one.Number)).ToList())],
        _ when sheet == PlanSheets.Tests => [.. Numbered(plan).SelectMany(one => one.Condition.Tests.Select(test => PlanFields.Of(test).Prepend(("condition", one.Number)).Concat(Accepted(test)).ToList()))],
        _ when sheet == PlanSheets.Achievements => [.. plan.Achievements.Select(text => new (string, object?)[] { ("text", text) })],
        _ => throw new InvalidOperationException($"Nothing says what stands in sheet {sheet.Name}."),
    };

    private static IEnumerable<(object? Number, Condition Condition)> Numbered(PlanFile plan) =>
        (plan.Notice?.Conditions ?? []).Select((condition, place) => ((object?)(long)(place + 1), condition));

    private static IEnumerable<(string Field, object? Value)> Accepted(ConditionTest test) =>
        test.Accepted is { } accepted ? [("accepted", accepted.Text), ("acceptedBy", accepted.By), ("acceptedOn", accepted.On)] : [];

    private static List<IReadOnlyList<(string Field, object? Value)>> Within<TParent, TPart>(
        IEnumerable<TParent> parents, string field, Func<TParent, string> name, Func<TParent, IEnumerable<TPart>> parts, Func<TPart, IReadOnlyList<(string, object?)>> fields) =>
        [.. parents.SelectMany(parent => parts(parent).Select(part => fields(part).Prepend((field, name(parent))).ToList()))];

    private static Worksheet Sheet(PlanSheet sheet, IReadOnlyList<IReadOnlyList<(string Field, object? Value)>> rows)
    {
        var values = rows.Select(row => row.ToDictionary(field => field.Field, field => field.Value)).ToList();
        // A column and, where a text is too long for one cell, those in which it goes on.
        var columns = sheet.Columns.SelectMany(column => Enumerable.Range(0, Math.Max(1, values.Max(row => (int?)Pieces(row.GetValueOrDefault(column.Field)).Count) ?? 1)).Select(piece => (Column: column, Piece: piece))).ToList();
        var data = new SheetData(Row(1, columns.Select(column => Text(column.Piece == 0 ? column.Column.Title : $"{column.Column.Title} ({column.Piece + 1})", WorkbookStyles.Head))));
        for (var i = 0; i < values.Count; i++)
            data.Append(Row(i + 2, columns.Select(column => Cell(values[i].GetValueOrDefault(column.Column.Field), column.Piece))));

        var worksheet = new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(columns.Select((column, place) => new Column { Min = (uint)place + 1, Max = (uint)place + 1, Width = Width(column.Column), CustomWidth = true, Style = Style(column.Column.Kind) })),
            data);
        if (Validations(columns.Select((column, place) => (column.Column, place))) is { Count.Value: > 0 } lists)
            worksheet.Append(lists);
        return worksheet;
    }

    private static DataValidations Validations(IEnumerable<(SheetColumn Column, int Place)> columns)
    {
        var lists = columns.Select(column => (List: ListOf(column.Column), column.Place)).Where(column => column.List is not null).Select(column => new DataValidation(new Formula1(column.List!))
        {
            Type = DataValidationValues.List, AllowBlank = true, ShowErrorMessage = true, ErrorStyle = DataValidationErrorStyleValues.Warning,
            ErrorTitle = "Not in the list", Error = "Only what the list offers can be imported.",
            SequenceOfReferences = new ListValue<StringValue>([$"{Letters(column.Place)}2:{Letters(column.Place)}{RowsToFill}"]),
        }).ToList();
        return new DataValidations(lists) { Count = (uint)lists.Count };
    }

    private static string? ListOf(SheetColumn column) => column switch
    {
        { Choices.Count: > 0 } => $"\"{string.Join(',', column.Choices)}\"",
        { Kind: ColumnKind.YesNo } => "\"yes,no\"",
        { Names: { } sheet } => $"{sheet}!$A$2:$A${RowsToFill}",
        _ => null,
    };

    internal static Row Row(int number, IEnumerable<Cell> cells)
    {
        var row = new Row { RowIndex = (uint)number };
        var place = 0;
        foreach (var cell in cells)
        {
            cell.CellReference = $"{Letters(place++)}{number}";
            row.Append(cell);
        }
        return row;
    }

    internal static Cell Text(string text, uint style) => new(new InlineString(new Text(XmlText.Encoded(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString, StyleIndex = style,
    };

    private static Cell Cell(object? value, int piece) => value switch
    {
        DateOnly day => Number(day.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture), WorkbookStyles.Day),
        decimal number => Number(number.ToString("0.############################", CultureInfo.InvariantCulture), WorkbookStyles.Number),
        long number => Number(number.ToString(CultureInfo.InvariantCulture), WorkbookStyles.Number),
        _ when Pieces(value) is var pieces && piece < pieces.Count => Text(pieces[piece], pieces[piece][0] is '=' or '+' or '-' or '@' ? WorkbookStyles.Quoted : WorkbookStyles.Text),
        _ => new Cell(),
    };

    private static Cell Number(string value, uint style) => new(new CellValue(value)) { StyleIndex = style };

    /// <summary>A value that is a text in the workbook, in pieces that each fit into a cell.</summary>
    private static List<string> Pieces(object? value)
    {
        var text = value switch
        {
            string words => words,
            true => "yes",
            false => "no",
            Enum choice => JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString()).Replace('-', ' '),
            IReadOnlyList<string> texts => SheetRow.Joined(texts),
            _ => "",
        };
        var pieces = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(Longest, text.Length - at);
            if (at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]))
                length--;
            pieces.Add(text.Substring(at, length));
            at += length;
        }
        return pieces;
    }

    private static uint Style(ColumnKind kind) => kind switch
    {
        ColumnKind.Day => WorkbookStyles.Day,
        ColumnKind.Number => WorkbookStyles.Number,
        _ => WorkbookStyles.Text,
    };

    private static double Width(SheetColumn column) => column switch
    {
        { Kind: ColumnKind.Day } => 20,
        { Kind: ColumnKind.Number or ColumnKind.YesNo } => 14,
        { Field: "action" or "objective" or "commentary" or "text" or "wanted" or "accepted" } => 60,
        { Field: "title" or "name" or "theme" or "note" or "label" or "targets" or "baseline" or "reason" or "caution" or "progress" or "evidence" } => 36,
        _ => 22,
    };

    internal static string Letters(int place) => (place >= 26 ? Letters(place / 26 - 1) : "") + (char)('A' + place % 26);
}

namespace ImprovementSuite.Plan.Loading.Workbook;

/// <summary>What stands in a cell of a workbook, as it was typed there.</summary>
/// <param name="Text">The text, or what a number would be as one.</param>
/// <param name="Number">The number; a percentage as people read it, 85% as 85.</param>
/// <param name="Day">The day, where the number is shown as a date.</param>
internal sealed record SheetCell(string Text, decimal? Number = null, DateOnly? Day = null, bool? Flag = null);

/// <summary>A row with the number that a spreadsheet shows beside it and what stands in its columns, counted from 0.</summary>
internal sealed record SheetLine(int Number, IReadOnlyDictionary<int, SheetCell> Cells);

/// <summary>A sheet with those of its rows in which something stands.</summary>
internal sealed record SheetContent(string Name, IReadOnlyList<SheetLine> Rows);

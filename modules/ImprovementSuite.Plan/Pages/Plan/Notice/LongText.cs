namespace ImprovementSuite.Plan.Pages.Plan.Notice;

/// <summary>A field of several lines with its hint and its error.</summary>
internal sealed record LongText(string Name, string Label, string? Value, string? Hint = null, int Rows = 4);

using ImprovementSuite.Inspections.Data;

namespace ImprovementSuite.Inspections.Importing;

/// <summary>A field of a record that another version of it has otherwise, as people read it.</summary>
internal sealed record FieldChange(string Heading, string Before, string After);

/// <summary>What people call imports and what is in them.</summary>
internal static class ImportWords
{
    /// <summary>"Recommendations", or "Recommendation, typed".</summary>
    public static string Words(this Import import) => RecordForm.Named(import.Form) is not { } form ? import.Form : import.IsTyped ? $"{Capital(form.One)}, typed" : form.Title;

    public static string InLog(this Import import) => $"{import.Words()}, {import.Name}";

    public static string Words(this ImportState state) => state switch
    {
        ImportState.Waiting => "Waits for a decision",
        ImportState.Taking => "Cut off while it was taken",
        ImportState.Done => "Taken",
        ImportState.Undoing => "Cut off while it was undone",
        ImportState.Undone => "Undone",
        _ => "Dropped",
    };

    /// <summary>In which fields a record differs from what stands.</summary>
    public static IReadOnlyList<FieldChange> Differences(RecordForm form, ImportLine line) =>
    [
        .. form.Columns.Select(column => new FieldChange(
                column.Heading, line.Before is null ? "" : CellText.Write(column, form.Text(line.Before, column.Field)), CellText.Write(column, form.Text(line.Record, column.Field))))
            .Where(change => change.Before != change.After),
    ];

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

using Google.Protobuf;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed.V1;
using ImprovementSuite.Workforce.Importing.Reading;

namespace ImprovementSuite.Workforce.Importing;

/// <summary>A field of a record that another version of it has otherwise.</summary>
internal sealed record FieldChange(string Heading, string Before, string After);

/// <summary>What people call imports and what is in them.</summary>
internal static class ImportWords
{
    public const string Census = "Return of the workforce census (XML)";

    /// <summary>"Posts of the establishment".</summary>
    public static string Words(this Import import) => import.Form == CensusFile.Form ? Census : RecordForm.Named(import.Form)?.Title ?? import.Form;

    public static string Words(this ImportState state) => state switch
    {
        ImportState.Waiting => "Waits for a decision",
        ImportState.Taking => "Cut off while it was taken",
        ImportState.Done => "Taken",
        ImportState.Undoing => "Cut off while it was undone",
        ImportState.Undone => "Undone",
        _ => "Dropped",
    };

    /// <summary>The file's heading of a field of its records.</summary>
    public static string HeadingOf(this Import import, string field) => (RecordForm.Named(import.Form)?.Columns ?? []).FirstOrDefault(column => column.Field == field)?.Heading ?? field;

    /// <summary>In which fields a record differs from what stands.</summary>
    public static IReadOnlyList<FieldChange> Differences(ImportLine line)
    {
        var form = RecordForm.Named(line.Type)!;
        var (now, before) = (Message(line.Record), line.RecordBefore is { } earlier ? Message(earlier) : null);
        return [.. form.Columns.Select(column => new FieldChange(column.Heading, before is null ? "" : Text(before, column.Field), Text(now, column.Field))).Where(change => change.Before != change.After)];
    }

    /// <summary>"C1-04, E1042, 2009-01-05": what makes the record the same thing in every file.</summary>
    public static string Of(ImportLine line) => string.Join(", ", RecordForm.Named(line.Type)!.Key.Select(field => Text(Message(line.Record), field)).Where(text => text.Length > 0));

    private static string Text(IMessage message, string name) => message.Descriptor.FindFieldByName(name).Accessor is var field && field.Descriptor.HasPresence && !field.HasValue(message) ? "" : field.GetValue(message) switch
    {
        bool yes => yes ? "yes" : "no",
        var value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };

    private static IMessage Message(WorkforceRecord record) => (IMessage)WorkforceRecord.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(record)!.Accessor.GetValue(record);
}

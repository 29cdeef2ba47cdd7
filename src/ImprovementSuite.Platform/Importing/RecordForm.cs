using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Platform.Importing;

/// <summary>How a cell is read, and what a page offers to fill it.</summary>
public enum CellKind
{
    /// <summary>A text of one line, or what the feed has as a text, such as an amount.</summary>
    Text,

    /// <summary>A text of several lines.</summary>
    LongText,

    /// <summary>A day: 16/12/2009, 16 December 2009 or 2009-12-16.</summary>
    Day,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of a list.</summary>
    Choice,
}

/// <summary>A column of a form.</summary>
/// <param name="Field">The record's field that it fills.</param>
/// <param name="Heading">In plain words.</param>
/// <param name="Means">One line of what it holds.</param>
/// <param name="Kind">How its cells are read.</param>
/// <param name="Example">What the template has in it.</param>
/// <param name="Needed">Without its heading the file is not taken.</param>
public sealed record FormColumn(string Field, string Heading, string Means, CellKind Kind = CellKind.Text, string Example = "", bool Needed = false)
{
    /// <summary>Of a choice: the feed's codes and what people call them. A file may have either.</summary>
    public IReadOnlyList<(string Code, string Words)> Choices { get; init; } = [];

    /// <summary>Of one that says which record a line is: written in capitals or not, it is the same.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>Of one that brings in what was done elsewhere. Whoever types a record does that on the record's own page, where its rules hold.</summary>
    public bool InFilesOnly { get; init; }

    /// <summary>What it holds, and what may be chosen.</summary>
    public string InWords => Choices.Count > 0 ? $"{Means}: {string.Join(", ", Choices.Select(choice => choice.Words))}" : Means;
}

/// <summary>The form of one type of record, in files and on the page where it is typed.</summary>
/// <param name="Of">The feed's record, which has one of its types in it.</param>
/// <param name="Code">The type of record, as the feed and its table are called.</param>
/// <param name="Title">As people choose it: "Recommendations".</param>
/// <param name="Key">The fields that say which one a record is, so that the same again is a later version of it.</param>
/// <param name="Columns">Its columns, but for the last one, <see cref="TakeOut"/>.</param>
public sealed partial record RecordForm(MessageDescriptor Of, string Code, string Title, IReadOnlyList<string> Key, IReadOnlyList<FormColumn> Columns)
{
    /// <summary>Every file's last column.</summary>
    public const string TakeOut = "Take out";

    /// <summary>What <see cref="TakeOut"/> holds.</summary>
    public const string TakeOutInWords = "Yes where the record was brought in by mistake and is to go again";

    private readonly FieldDescriptor _type = Of.FindFieldByName(Code);

    /// <summary>One of them: "recommendation".</summary>
    public string One { get; init; } = "record";

    /// <summary>One of them, as a heading.</summary>
    public string OneHeading => char.ToUpperInvariant(One[0]) + One[1..];

    /// <summary>A record of this type with nothing in it.</summary>
    public IMessage Empty()
    {
        var record = Of.Parser.ParseFrom(ByteString.Empty);
        _type.Accessor.SetValue(record, _type.MessageType.Parser.ParseFrom(ByteString.Empty));
        return record;
    }

    /// <summary>A field as text: "yes", "2009"; empty where it is not given.</summary>
    public string Text(IMessage record, string field)
    {
        var (accessor, message) = (Accessor(field), Message(record));
        return accessor.Descriptor.HasPresence && !accessor.HasValue(message) ? "" : accessor.GetValue(message) switch
        {
            bool yes => yes ? "yes" : "no",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    /// <summary>Fills a field with a text that <see cref="CellText.Read"/> has found to be right; an empty one leaves it as it is.</summary>
    public void Set(IMessage record, string field, string text)
    {
        if (text.Length == 0)
            return;
        var accessor = Accessor(field);
        accessor.SetValue(Message(record), accessor.Descriptor.FieldType switch
        {
            FieldType.Bool => text == "yes",
            FieldType.Int32 => int.Parse(text, CultureInfo.InvariantCulture),
            _ => text,
        });
    }

    /// <summary>Which one a record is: the same in every file.</summary>
    public IReadOnlyList<string> KeyOf(IMessage record) =>
        [.. Key.Select(field => (Text: Text(record, field).Trim(), Column(field)!.IgnoresCase)).Select(part => part.IgnoresCase ? part.Text.ToLowerInvariant() : part.Text)];

    /// <summary>"HOME-1-2010, 3": which one a record is, for people.</summary>
    public string Named(IMessage record) => string.Join(", ", Key.Select(field => Text(record, field).Trim()).Where(text => text.Length > 0));

    /// <summary>The heading of a field; the field's own name where no column fills it.</summary>
    public string HeadingOf(string field) => Column(field)?.Heading ?? field;

    /// <summary>A problem of the intake with the form's headings in place of its fields, and days as people write them.</summary>
    public string InWords(Problem problem)
    {
        var sentence = problem.Sentence.StartsWith(problem.Field, StringComparison.Ordinal) ? HeadingOf(problem.Field) + problem.Sentence[problem.Field.Length..] : problem.Sentence;
        sentence = NamedField().Replace(sentence, field => HeadingOf(field.Value));
        if (Column(problem.Field)?.Kind == CellKind.Day)
            sentence = sentence.Replace("yyyy-mm-dd", CellText.DayExample);
        return IsoDays().Replace(sentence, day => IsoDay.Read(day.Value) is { } read ? Say.Date(read) : day.Value);
    }

    /// <summary>In which fields a record differs from what stands, as people read them.</summary>
    public IReadOnlyList<FieldChange> Differences(ImportLine line) =>
    [
        .. Columns.Select(column => new FieldChange(
                column.Heading, line.Before is null ? "" : CellText.Write(column, Text(line.Before, column.Field)), CellText.Write(column, Text(line.Record, column.Field))))
            .Where(change => change.Before != change.After),
    ];

    internal FormColumn? Column(string field) => Columns.FirstOrDefault(column => column.Field == field);

    private IFieldAccessor Accessor(string field) => _type.MessageType.FindFieldByName(field).Accessor;

    private IMessage Message(IMessage record) => (IMessage)_type.Accessor.GetValue(record);

    [GeneratedRegex(@"\b[a-z]+_[a-z_]+\b")]
    private static partial Regex NamedField();

    /// <summary>Not within a reference, such as that of a visit.</summary>
    [GeneratedRegex(@"(?<![\w|-])\d{4}-\d{2}-\d{2}(?![\w|-])")]
    private static partial Regex IsoDays();
}

/// <summary>A field of a record that another version of it has otherwise, as people read it.</summary>
public sealed record FieldChange(string Heading, string Before, string After);

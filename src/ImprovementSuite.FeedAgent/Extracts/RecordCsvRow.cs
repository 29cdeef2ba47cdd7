using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;
using ImprovementSuite.FeedAgent.Sending;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Feed.V1;
using Sylvan.Data.Csv;

namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>Makes a record of the row that a CSV reader stands on. Dates and codes pass as they are: the suite says what is wrong with them.</summary>
internal sealed class RecordCsvRow<TRecord>(CsvDataReader csv, RecordCsvHeadings headings) where TRecord : class, IFeedRecord, new()
{
    private readonly RecurringTexts _texts = new();
    private readonly int _id = headings.ColumnOf(RecordCsvHeadings.IdOf(headings.Type));
    private readonly int _version = headings.ColumnOf("version");
    private readonly int _deleted = headings.ColumnOf("deleted");
    private readonly int _team = headings.ColumnOf("team");
    private readonly int _locality = headings.ColumnOf("locality");
    private readonly int _allocations = headings.ColumnOf("allocations");

    /// <summary>The fields that the file has a column of.</summary>
    private readonly (FieldDescriptor Field, int Column)[] _fields =
        [.. headings.Type.MessageType.Fields.InDeclarationOrder().Where(field => !field.IsRepeated).Select(field => (field, headings.ColumnOf(field.Name))).Where(field => field.Item2 >= 0)];

    public ExtractRow<TRecord> Read(int number)
    {
        if (csv.RowFieldCount != headings.Count)
            return Problem(number, "",
                $"The row has {csv.RowFieldCount} fields where the headings are {headings.Count}. Look for a comma that should be in quotation marks.");
        if (!TryVersion(Field(_version), out var version))
            return Problem(number, "version", $"\"{Field(_version)}\" is neither a whole number nor an instant such as 2010-08-19T16:04:00Z.");
        if (!TryYesOrNo(Field(_deleted), out var deleted))
            return Problem(number, "deleted", $"\"{Field(_deleted)}\" is neither yes nor no.");

        var record = new TRecord { Key = new RecordKey { RecordId = Field(_id).ToString(), Version = version, Deleted = deleted } };
        var facts = headings.Type.MessageType.Parser.ParseFrom(ByteString.Empty);
        foreach (var (field, column) in _fields)
        {
            // What may be missing and is empty is not known, and not 0.
            if (field.HasPresence && Field(column).IsEmpty)
                continue;
            if (Value(field, column) is not { } value)
                return Problem(number, field.Name, $"\"{Field(column)}\" is {(field.FieldType == FieldType.Bool ? "neither yes nor no" : "no whole number")}.");
            field.Accessor.SetValue(facts, value);
        }
        headings.Type.Accessor.SetValue(record, facts);
        return !headings.IsAllocated || TryAllocate((RepeatedField<Allocation>)headings.Type.MessageType.FindFieldByName("allocations").Accessor.GetValue(facts), out var malformed)
            ? ExtractRow<TRecord>.Of(number, record)
            : Problem(number, "allocations", $"\"{malformed}\" is not of the form team@locality@since, with a semicolon between two of them.");
    }

    private object? Value(FieldDescriptor field, int column) => field.FieldType switch
    {
        FieldType.Bool => TryYesOrNo(Field(column), out var yes) ? yes : null,
        FieldType.Int32 => Field(column).IsEmpty ? 0 : int.TryParse(Field(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => Text(column),
    };

    private bool TryAllocate(RepeatedField<Allocation> allocations, out string malformed)
    {
        malformed = "";
        if (Text(_team) is { Length: > 0 } team)
            allocations.Add(new Allocation { Team = team, Locality = Text(_locality) });
        if (Field(_allocations).IsEmpty)
            return true;
        foreach (var later in Text(_allocations).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (later.Split('@', StringSplitOptions.TrimEntries) is not [var heldBy, var locality, var since])
            {
                malformed = later;
                return false;
            }
            allocations.Add(new Allocation { Team = _texts.Of(heldBy), Locality = _texts.Of(locality), Since = since });
        }
        return true;
    }

    private ReadOnlySpan<char> Field(int column) => column < 0 ? [] : csv.GetFieldSpan(column).Trim();

    private string Text(int column) => _texts.Of(Field(column));

    private ExtractRow<TRecord> Problem(int number, string field, string sentence) =>
        ExtractRow<TRecord>.Unreadable(number, new RowProblem(headings.Type.Name, _id < csv.RowFieldCount ? Field(_id).ToString() : "", field, sentence));

    private static bool TryVersion(ReadOnlySpan<char> text, out long version)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out version))
            return true;
        if (!text.Contains('T') || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return false;
        version = instant.ToUnixTimeMilliseconds();
        return true;
    }

    private static bool TryYesOrNo(ReadOnlySpan<char> text, out bool yes)
    {
        yes = text is "1" || text.Equals("yes", StringComparison.OrdinalIgnoreCase) || text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return yes || text is "" or "0" || text.Equals("no", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }
}

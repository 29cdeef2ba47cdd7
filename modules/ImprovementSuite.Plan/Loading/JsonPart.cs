using System.Globalization;
using System.Text.Json;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Why a plan file cannot be loaded: a sentence for each thing that is wrong, with its place and field.</summary>
internal sealed class PlanFileException(params IReadOnlyList<string> reasons) : Exception(string.Join('\n', reasons))
{
    public IReadOnlyList<string> Reasons => reasons;
}

/// <summary>One object of a plan file, or one row of a workbook. It knows where it stands, so that every error can say so, and which of its fields were read.</summary>
internal sealed class JsonPart(JsonElement element, string placeInFile)
{
    /// <summary>The field of an object that was made of a workbook's row: where the row stands.</summary>
    public const string Row = "$row";

    private readonly HashSet<string> _read = [Row];
    private readonly string? _row = Peek(element, Row);

    public string Place => _row ?? placeInFile;

    public string Text(string field) => TextOrNull(field) ?? throw Missing(field);

    public string? TextOrNull(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when !string.IsNullOrWhiteSpace(value.GetString()) => value.GetString(),
        _ => throw Wrong(field, "must be a text that is not empty"),
    };

    public DateOnly Day(string field) => DayOrNull(field) ?? throw Missing(field);

    public DateOnly? DayOrNull(string field)
    {
        if (TextOrNull(field) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong(field, $"is \"{text}\", which is no date{(_row is null ? " in the form 2010-08-20" : ": write it as 20 August 2010, or as an Excel date")}");
    }

    public decimal? NumberOrNull(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDecimal(out var number) => number,
        { ValueKind: JsonValueKind.String } text => throw Wrong(field, $"is \"{text.GetString()}\", which is no number"),
        _ => throw Wrong(field, "must be a number"),
    };

    public long? WholeOrNull(string field) =>
        NumberOrNull(field) switch { null => null, { } n when n == decimal.Truncate(n) && n >= 0 => (long)n, _ => throw Wrong(field, "must be a whole number, 0 or more") };

    public bool Flag(string field, bool otherwise = false) => Find(field)?.ValueKind switch
    {
        null => otherwise,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(field, _row is null ? "must be true or false" : "must be Yes or No"),
    };

    /// <summary>One of an enumeration's names, written as the file writes them: "high-is-good".</summary>
    public T Choice<T>(string field) where T : struct, Enum => ChoiceOrNull<T>(field) ?? throw Missing(field);

    public T? ChoiceOrNull<T>(string field) where T : struct, Enum
    {
        if (TextOrNull(field) is not { } text)
            return null;
        foreach (var value in Enum.GetValues<T>())
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()) == text)
                return value;
        var names = Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName);
        throw Wrong(field, $"is \"{text}\"; it must be one of {string.Join(", ", names)}");
    }

    public JsonPart? PartOrNull(string field) => Find(field) is { } value ? new JsonPart(value, $"{Place}, {field}").Checked() : null;

    /// <summary>The objects of a list; <paramref name="name"/> says what one is called by its place, counted from 1.</summary>
    public IEnumerable<JsonPart> Parts(string field, Func<JsonElement, int, string> name) =>
        Items(field).Select((item, i) => new JsonPart(item, name(item, i + 1)).Checked());

    public IEnumerable<JsonPart> Parts(string field, string one) => Parts(field, (_, number) => $"{Place}, {one} {number}");

    public List<string> Texts(string field) => [.. Items(field).Select(item =>
        item.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(item.GetString()) ? item.GetString()! : throw Wrong(field, "must be a list of texts"))];

    public List<DateOnly> Days(string field) => [.. Texts(field).Select(text =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong(field, $"has \"{text}\", which is no date in the form 2010-08-20"))];

    /// <summary>A field that nothing asked for is a slip of the pen, and is not passed over in silence.</summary>
    public void NothingElse()
    {
        foreach (var property in element.EnumerateObject())
            if (!_read.Contains(property.Name))
                throw Wrong(property.Name, "is not a field of a plan file here");
    }

    public PlanFileException Wrong(string field, string what) => new(_row is null ? $"{Place}: \"{field}\" {what}." : $"{Place}: column {WorkbookSheet.Heading(field)} {what}.");

    /// <summary>The value of a text field of an element that may not be an object yet checked.</summary>
    public static string? Peek(JsonElement item, string field) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public JsonPart Checked() => element.ValueKind == JsonValueKind.Object ? this : throw new PlanFileException($"{Place} must be an object in braces.");

    private PlanFileException Missing(string field) => Wrong(field, "is missing");

    private IEnumerable<JsonElement> Items(string field) => Find(field) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        _ => throw Wrong(field, "must be a list in square brackets"),
    };

    private JsonElement? Find(string field)
    {
        _read.Add(field);
        return element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}

using System.Globalization;
using System.Text.Json;

namespace ImprovementSuite.Plan.Loading;

/// <summary>One object of a plan file in JSON. It knows where it stands in the file and which of its fields were read.</summary>
internal sealed class JsonPart(JsonElement element, string place, FileProblems? problems = null) : FilePart(problems ?? new())
{
    /// <summary>As many as a sheet of a workbook may have rows.</summary>
    private const int MostItems = Workbook.WorkbookFile.MostRows;

    private readonly HashSet<string> _read = [];

    public bool Has(string field) => element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null;

    public override string? TextOrNull(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when !string.IsNullOrWhiteSpace(value.GetString()) => value.GetString(),
        _ => Refuse<string>(field, "must be a text that is not empty"),
    };

    /// <summary>A text, or nothing where it is empty.</summary>
    public string? TextOrEmpty(string field) => Find(field) is { ValueKind: JsonValueKind.String } value && string.IsNullOrWhiteSpace(value.GetString()) ? null : TextOrNull(field);

    public override DateOnly? DayOrNull(string field) => TextOrNull(field) is { } text ? DayOf(field, text, "is") : null;

    public override decimal? NumberOrNull(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDecimal(out var number) => number,
        _ => Refuse<decimal?>(field, "must be a number"),
    };

    public override bool? FlagOrNull(string field) => Find(field)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Refuse<bool?>(field, "must be true or false"),
    };

    public JsonPart? PartOrNull(string field) => Find(field) is { } value ? Object(value, $"{place}, {field}") : null;

    /// <summary>The objects of a list; <paramref name="name"/> says what one is called by its place, counted from 1.</summary>
    public IEnumerable<JsonPart> Parts(string field, Func<JsonElement, int, string> name) =>
        Items(field).Select((item, i) => Object(item, name(item, i + 1))).OfType<JsonPart>();

    public IEnumerable<JsonPart> Parts(string field, string one) => Parts(field, (_, number) => $"{place}, {one} {number}");

    public override List<string> Texts(string field) => [.. Items(field).Select(item =>
        item.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(item.GetString()) ? item.GetString()! : Refuse<string>(field, "must be a list of texts")).OfType<string>()];

    public List<DateOnly> Days(string field) => [.. Texts(field).Select(text => DayOf(field, text, "has")).OfType<DateOnly>()];

    /// <summary>A list whose items are days or objects with more about one.</summary>
    public IEnumerable<(DateOnly? Day, JsonPart? More)> DaysOrParts(string field, string one)
    {
        var number = 0;
        foreach (var item in Items(field))
        {
            number++;
            if (item.ValueKind == JsonValueKind.String)
                yield return (DayOf(field, item.GetString()!, "has"), null);
            else
                yield return (null, Object(item, $"{place}, {one} {number}"));
        }
    }

    /// <summary>The fields that are there and not yet read, with their values in words.</summary>
    public IEnumerable<(string Field, string Words)> Rest()
    {
        foreach (var property in element.EnumerateObject())
            if (_read.Add(property.Name))
                yield return (property.Name, property.Value.ToString());
    }

    /// <summary>Fields that say nothing that a plan keeps.</summary>
    public void PassOver(params IEnumerable<string> fields) => _read.UnionWith(fields);

    /// <summary>A field that nothing asked for is a slip of the pen, and is not passed over in silence.</summary>
    public void NothingElse()
    {
        foreach (var property in element.EnumerateObject())
            if (!_read.Contains(property.Name))
                Refuse(property.Name, "is not a field of a plan file here");
    }

    /// <summary>The value of a text field of an element that may not be an object yet checked.</summary>
    public static string? Peek(JsonElement item, string field) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <exception cref="PlanFileException">It is no object.</exception>
    public JsonPart Checked() => element.ValueKind == JsonValueKind.Object ? this : throw new PlanFileException($"{place} must be an object in braces.");

    protected override string Place(string field) => $"{place}: \"{field}\"";

    protected override string Before(string field) => $"{place}, \"{field}\"";

    private JsonPart? Object(JsonElement value, string called)
    {
        if (value.ValueKind == JsonValueKind.Object)
            return new(value, called, Problems);
        Problems.Add($"{called} must be an object in braces.");
        return null;
    }

    private DateOnly? DayOf(string field, string text, string verb) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Refuse<DateOnly?>(field, $"{verb} \"{text}\", which is no date in the form 2010-08-20");

    private IEnumerable<JsonElement> Items(string field)
    {
        if (Find(field) is not { } list)
            return [];
        if (list.ValueKind == JsonValueKind.Array)
            return list.GetArrayLength() <= MostItems
                ? list.EnumerateArray()
                : throw Wrong(field, $"has more than {MostItems:N0} items. A plan needs far fewer: take out what does not belong to it");
        Refuse(field, "must be a list in square brackets");
        return [];
    }

    private JsonElement? Find(string field)
    {
        _read.Add(field);
        return element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}

using System.Text.Json;

namespace ImprovementSuite.Plan.Loading;

/// <summary>
/// One thing of a plan file: an object in JSON, a row in a workbook. It is asked for its fields by name; what cannot be read is told with its
/// place and stands as if it were empty, so that the rest is read too.
/// </summary>
internal abstract class FilePart(FileProblems problems)
{
    private readonly HashSet<string> _refused = [];
    private readonly HashSet<string> _broken = [];

    protected FileProblems Problems => problems;

    /// <summary>Something in it could not be read; what depends on it need not be told.</summary>
    public bool IsWrong => _refused.Count > 0;

    public abstract string? TextOrNull(string field);

    public abstract DateOnly? DayOrNull(string field);

    public abstract decimal? NumberOrNull(string field);

    public abstract bool? FlagOrNull(string field);

    public abstract List<string> Texts(string field);

    /// <summary>The field in its place, as a sentence about it begins: "Line 1.1: "name"".</summary>
    protected abstract string Place(string field);

    /// <summary>The field in its place, as it stands before a sentence of its own.</summary>
    protected abstract string Before(string field);

    public string Text(string field) => TextOrNull(field) ?? Missing(field, "");

    /// <summary>A text by which others name this: spaces around it are not part of it.</summary>
    public string Name(string field) => Text(field).Trim();

    public DateOnly Day(string field) => DayOrNull(field) ?? Missing(field, default(DateOnly));

    public bool Flag(string field, bool otherwise = false) => FlagOrNull(field) ?? otherwise;

    public long? WholeOrNull(string field) => NumberOrNull(field) switch
    {
        null => null,
        { } number when number == decimal.Truncate(number) && number is >= 0 and <= long.MaxValue => (long)number,
        _ => Refuse<long?>(field, "must be a whole number, 0 or more"),
    };

    /// <summary>One of an enumeration's names: "high-is-good", also with spaces or capitals.</summary>
    public T Choice<T>(string field) where T : struct, Enum => ChoiceOrNull<T>(field) ?? Missing(field, default(T));

    public T? ChoiceOrNull<T>(string field) where T : struct, Enum
    {
        if (TextOrNull(field) is not { } text)
            return null;
        foreach (var value in Enum.GetValues<T>())
            if (Token(value) == text.Trim().ToLowerInvariant().Replace(' ', '-'))
                return value;
        return Refuse<T?>(field, $"is \"{text}\"; it must be one of {string.Join(", ", Enum.GetValues<T>().Select(Written))}");
    }

    /// <summary>An enumeration's name as JSON writes it.</summary>
    public static string Token<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>As this kind of file writes it.</summary>
    protected virtual string Written<T>(T value) where T : struct, Enum => Token(value);

    /// <summary>Tells what is wrong with a field and reads it as nothing. A field is told of once.</summary>
    public T? Refuse<T>(string field, string what)
    {
        if (_refused.Add(field))
            problems.Add($"{Place(field)} {what}.");
        return default;
    }

    public void Refuse(string field, string what) => Refuse<object>(field, what);

    /// <summary>Tells of a rule that the field breaks, in a sentence of its own.</summary>
    public void Breaks(string field, string sentence)
    {
        if (!_refused.Contains(field) && _broken.Add(field))
            problems.Add($"{Before(field)}: {sentence}.");
    }

    public PlanFileException Wrong(string field, string what) => new($"{Place(field)} {what}.");

    private T Missing<T>(string field, T instead)
    {
        Refuse(field, "is missing");
        return instead;
    }
}

namespace ImprovementSuite.Plan.Readings;

/// <summary>A reading as it was typed or stands in a row of a file, before it is known to be right. The parts have the names of the file's columns.</summary>
internal sealed record ReadingInput
{
    public string? Measure { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Round { get; init; }
    public string? Numerator { get; init; }
    public string? Denominator { get; init; }
    public string? Value { get; init; }
    public string? Grade { get; init; }
    public string? Note { get; init; }
    public string? Scope { get; init; }
}

/// <summary>The columns of a file of readings, in the template's order.</summary>
internal static class ReadingColumns
{
    public const string Measure = "measure";
    public const string From = "from";
    public const string To = "to";
    public const string Round = "round";
    public const string Numerator = "numerator";
    public const string Denominator = "denominator";
    public const string Value = "value";
    public const string Grade = "grade";
    public const string Note = "note";
    public const string Scope = "scope";

    public static readonly IReadOnlyList<string> All = [Measure, From, To, Numerator, Denominator, Value, Grade, Note, Scope, Round];

    /// <summary>Without these nothing can be told from a row.</summary>
    public static readonly IReadOnlyList<string> Needed = [Measure, To];

    public static ReadingInput Input(Func<string, string?> cell) => new()
    {
        Measure = cell(Measure), From = cell(From), To = cell(To), Round = cell(Round), Numerator = cell(Numerator), Denominator = cell(Denominator),
        Value = cell(Value), Grade = cell(Grade), Note = cell(Note), Scope = cell(Scope),
    };
}

/// <summary>What is wrong in one part of a reading.</summary>
/// <param name="Part">One of <see cref="ReadingColumns"/>.</param>
internal sealed record ReadingError(string Part, string What);

namespace ImprovementSuite.Plan.Notice;

/// <summary>One condition of the notice. It is met when all its tests are.</summary>
internal sealed class Condition
{
    /// <summary>Characters of its text.</summary>
    public const int Longest = 2_000;

    public int Id { get; init; }

    /// <summary>Place in the notice.</summary>
    public int Order { get; set; }

    public required string Text { get; set; }

    /// <summary>Where it is taken from: a paragraph of the notice, or that it is inferred.</summary>
    public string? Basis { get; set; }

    /// <summary>How it is shown to be met.</summary>
    public IReadOnlyList<ConditionTest> Tests { get; private set; } = [];

    public int Version { get; private set; }

    public static Condition Of(string text, string? basis, int order, IEnumerable<ConditionTest> tests) =>
        new() { Text = text, Basis = basis, Order = order, Tests = [.. tests] };

    public void Add(ConditionTest test) => Tests = [.. Tests, test];

    /// <summary>Puts another test in the place of one, counted from 0.</summary>
    public void Replace(int place, ConditionTest test) => Tests = [.. Tests.Select((old, i) => i == place ? test : old)];

    public void Remove(int place) => Tests = [.. Tests.Where((_, i) => i != place)];
}

/// <summary>How a condition is shown to be met.</summary>
internal enum TestKind
{
    /// <summary>Each of the last months reached its target by its own figure.</summary>
    MonthsInARow,

    /// <summary>The latest rated reading, or the one of a day, is at or better than a value.</summary>
    Reading,

    /// <summary>Every milestone of a line is done.</summary>
    Milestones,

    /// <summary>Somebody has accepted what shows it.</summary>
    Evidence,
}

/// <summary>One test of a condition. Which parts it has follows from its kind.</summary>
internal sealed record ConditionTest(TestKind Kind)
{
    /// <summary>The measure that is tested.</summary>
    public string? Measure { get; init; }

    /// <summary>How many months in a row.</summary>
    public int Months { get; init; }

    /// <summary>The value that must be reached, in percent, whole things, posts or pounds; null means what the plan expects at that time.</summary>
    public decimal? Value { get; init; }

    /// <summary>The grade that a judgement must reach.</summary>
    public string? Grade { get; init; }

    /// <summary>The day on which it is decided; null means by the latest reading.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The line whose milestones must be done, or that evidence is about.</summary>
    public string? Line { get; init; }

    /// <summary>What the evidence must show.</summary>
    public string? Wanted { get; init; }

    public AcceptedEvidence? Accepted { get; init; }
}

/// <summary>Evidence that somebody has accepted.</summary>
internal sealed record AcceptedEvidence(string Text, string By, DateOnly On);

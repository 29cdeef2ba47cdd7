using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;

namespace ImprovementSuite.Plan.Readings;

/// <summary>Makes readings of what was typed or stands in a row, or says in sentences what is wrong with it. It knows no clock and no database.</summary>
internal sealed class ReadingCheck(IReadOnlyDictionary<string, Measure> measures, DateOnly today)
{
    private const int LongestNote = 1_000;

    /// <summary>
    /// The readings that one input makes: one, or none where something is wrong. A measure that is rated on the year so far has two for the days of
    /// April alone, which are both its month and its year so far.
    /// </summary>
    public (IReadOnlyList<ReadingDraft> Drafts, IReadOnlyList<ReadingError> Errors) Of(ReadingInput input)
    {
        var errors = new List<ReadingError>();
        if (Measure(input.Measure, errors) is not { } measure)
            return ([], errors);
        var scope = ScopeOf(input.Scope, errors);
        var days = new ReadingDays(measure, today).Of(input, errors);
        var (figure, grade) = new ReadingFigure(measure).Of(input, errors);
        var round = Round(input.Round, measure, days.FirstOrDefault().To, errors);
        var note = Text(input.Note);
        if (note?.Length > LongestNote)
            errors.Add(new(ReadingColumns.Note, $"The note has {LongestNote:N0} characters at most"));
        return errors.Count > 0 ? ([], errors) : ([.. days.Select(period => new ReadingDraft(measure, scope!, period, round, figure, grade, note))], errors);
    }

    /// <summary>Null for a cell that is empty or blank.</summary>
    public static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private Measure? Measure(string? typed, List<ReadingError> errors)
    {
        if (Text(typed) is not { } code)
            errors.Add(new(ReadingColumns.Measure, "Give the measure's code, such as those on the template’s second sheet"));
        else if (measures.TryGetValue(code, out var measure) || (measure = measures.Values.FirstOrDefault(m => string.Equals(m.Code, code, StringComparison.OrdinalIgnoreCase))) is not null)
            return measure;
        else
            errors.Add(new(ReadingColumns.Measure, $"\"{code}\" is no measure of the plan: its codes stand on the template’s second sheet"));
        return null;
    }

    /// <summary>"locality: Central", "team: Central 2 / Central"; empty is the authority.</summary>
    private static Scope? ScopeOf(string? typed, List<ReadingError> errors)
    {
        if (Text(typed) is not { } text || text.Equals("authority", StringComparison.OrdinalIgnoreCase))
            return Scope.Authority;
        var (kind, name) = text.Split(':', 2, StringSplitOptions.TrimEntries) is [var before, { Length: > 0 } after] ? (before.ToLowerInvariant(), after) : ("", "");
        var parts = name.Split('/', 2, StringSplitOptions.TrimEntries);
        if (kind == "locality" && parts.Length == 1)
            return Scope.Locality(name);
        if (kind == "team" && parts is [{ Length: > 0 } team, { Length: > 0 } locality])
            return Scope.Team(team, locality);
        if (kind == "phase" && parts.Length == 1)
            return new(ScopeKind.Phase, name);
        errors.Add(new(ReadingColumns.Scope, $"\"{text}\" is no part of the authority: leave it empty for the whole authority, or write \"locality: Central\", \"team: Central 2 / Central\" or \"phase: Primary\""));
        return null;
    }

    /// <summary>The round that was named, or the one that the day falls in: the next whose date has not passed by then.</summary>
    private static string Round(string? typed, Measure measure, DateOnly to, List<ReadingError> errors)
    {
        var rounds = measure.Stages.Where(stage => stage.Round is not null).OrderBy(stage => stage.By ?? DateOnly.MaxValue).ToList();
        if (Text(typed) is { } name)
        {
            if (measure.Kind != MeasureKind.Round)
                errors.Add(new(ReadingColumns.Round, $"{measure.Code} is not read in rounds: leave the round empty"));
            else if (rounds.Count > 0 && rounds.All(stage => stage.Round != name))
                errors.Add(new(ReadingColumns.Round, $"\"{name}\" is no round of {measure.Code}: it has {string.Join(", ", rounds.Select(stage => $"\"{stage.Round}\""))}"));
            return name;
        }
        return measure.Kind == MeasureKind.Round ? (rounds.FirstOrDefault(stage => stage.By >= to) ?? rounds.LastOrDefault())?.Round ?? "" : "";
    }
}

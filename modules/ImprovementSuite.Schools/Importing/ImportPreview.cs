using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;
using School = ImprovementSuite.Schools.Register.School;

namespace ImprovementSuite.Schools.Importing;

/// <summary>A school of a register that an import brings or changes.</summary>
internal sealed record ChangedSchool(int Urn, string Name, ImportEffect Effect, IReadOnlyList<FieldChange> Fields);

/// <summary>Results of one of the council's schools, and what they would mean.</summary>
/// <param name="Before">Hundredths of a percent, as the imports before it have it; null where none has.</param>
/// <param name="Changes">Beyond attainment itself; empty where the results are new.</param>
internal sealed record OwnResult(int Urn, string Name, ImportEffect Effect, Ks2Result Result, int? Before, FloorDecision Decision, IReadOnlyList<FieldChange> Changes)
{
    public int? Attainment => Result.Attainment(Ks2Result.StandardOf(Result.Year));
}

/// <summary>What an import would change, before anything counts.</summary>
internal sealed class ImportPreview
{
    /// <summary>The last year of primary school, in which the tests are.</summary>
    private const int AgeOfTests = 11;

    private static readonly string[] PhasesWithTests = ["primary", "middle deemed primary", "all-through"];

    public int New { get; private init; }

    public int Changed { get; private init; }

    public int Same { get; private init; }

    /// <summary>Of a register.</summary>
    public IReadOnlyList<ChangedSchool> Schools { get; private init; } = [];

    /// <summary>Of results: those of the council's own schools, below the floor first.</summary>
    public IReadOnlyList<OwnResult> Results { get; private init; } = [];

    /// <summary>Of results: the council's open primary schools that have none.</summary>
    public IReadOnlyList<School> Without { get; private init; } = [];

    /// <summary>Of results: how many may be of the council's and have a number that the register does not have.</summary>
    public int Unmatched { get; private init; }

    public IEnumerable<OwnResult> Below => Results.Where(result => result.Decision.Outcome == FloorOutcome.Below);

    /// <summary>Stands for what a person was shown.</summary>
    public string Seen => $"{New}-{Changed}-{Same}";

    /// <param name="register">Every school that counts in the register.</param>
    /// <param name="matched">The school of each number that was matched.</param>
    public static ImportPreview Of(Import import, IReadOnlyList<ImportLine> lines, FloorBook book, IReadOnlyList<School> register, IReadOnlyDictionary<int, int> matched)
    {
        var effects = lines.CountBy(line => line.Effect).ToDictionary();
        var (added, changed, same) = (effects.GetValueOrDefault(ImportEffect.New), effects.GetValueOrDefault(ImportEffect.Changed), effects.GetValueOrDefault(ImportEffect.Same));
        if (import.Kind == ImportKind.Register)
            return new()
            {
                New = added, Changed = changed, Same = same,
                Schools =
                [
                    .. lines.Where(line => line.Effect != ImportEffect.Same)
                        .Select(line => (Line: line, line.Record))
                        .Select(one => new ChangedSchool(one.Line.Urn, one.Record.School.Name, one.Line.Effect, RecordWords.Differences(one.Line.RecordBefore, one.Record)))
                        .OrderByDescending(school => school.Effect).ThenBy(school => school.Name, StringComparer.OrdinalIgnoreCase),
                ],
            };

        var known = register.Select(school => school.Urn).ToHashSet();
        var (own, seen, unmatched) = (new List<OwnResult>(), new HashSet<int>(), 0);
        foreach (var line in lines.Where(line => line.Urn > 0))
        {
            var record = line.Record;
            if (record.Result is not { } result)
                continue;
            var urn = matched.GetValueOrDefault(line.Urn, line.Urn);
            seen.Add(urn);
            if (book.School(urn) is { } school)
                own.Add(Own(line, record, school, book));
            else if (!known.Contains(urn) && (result.LocalAuthority.Length == 0 || result.LocalAuthority == book.Settings.Authority))
                unmatched++;
        }
        return new()
        {
            New = added, Changed = changed, Same = same, Unmatched = unmatched,
            Results = [.. own.OrderBy(result => result.Decision.Outcome != FloorOutcome.Below).ThenBy(result => result.Name, StringComparer.OrdinalIgnoreCase)],
            Without = import.Year is not { } year || book.Settings.Authority.Length == 0 || import.Kind == ImportKind.Typed ? [] :
            [
                .. register.Where(school => school.Authority == book.Settings.Authority && HadTests(school, ResultSet.RoundDay(year)) && !seen.Contains(school.Urn))
                    .OrderBy(school => school.Name, StringComparer.OrdinalIgnoreCase),
            ],
        };
    }

    /// <summary>The results of a record, as the rules look at them.</summary>
    public static Ks2Result ResultOf(Result result)
    {
        var (figures, withheld) = FedFigures.Read(result.Figures);
        return new(
            SchoolRecordCheck.Urn(result.Urn) ?? 0, result.Year, (ResultStatus)SchoolCodes.Statuses[result.Status], result.HasCohort ? result.Cohort : null, result.HasReached ? result.Reached : null,
            result.Special, new Ks2Figures([.. figures.Select(figure => (int?)figure)], withheld));
    }

    private static OwnResult Own(ImportLine line, SchoolRecord record, OwnSchool school, FloorBook book)
    {
        var result = ResultOf(record.Result);
        var standard = Ks2Result.StandardOf(result.Year);
        return new(
            school.Urn, school.Name, line.Effect, result, line.RecordBefore is { } before ? ResultOf(before.Result).Attainment(standard) : null,
            FloorDecision.Of(book.Standard(result.Year), result, book.Grades(school.Urn, ResultSet.RoundDay(result.Year))),
            line.RecordBefore is { } was ? RecordWords.Differences(was, record) : []);
    }

    private static bool HadTests(School school, DateOnly round) =>
        PhasesWithTests.Contains(school.Phase, StringComparer.OrdinalIgnoreCase) && (school.HighestAge is null or >= AgeOfTests)
        && (school.IsOpen || school.ClosedOn > round) && !(school.OpenedOn > round) && !(school.ClosedOn <= round);
}

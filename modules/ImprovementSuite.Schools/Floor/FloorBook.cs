using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Floor;

/// <summary>A school of the council, as figures and pages need it.</summary>
/// <param name="Locality">The council's own, else the register's district; empty where neither is known.</param>
/// <param name="CarriesOnAs">The school that carried on for it alone; its own number where none has.</param>
internal sealed record OwnSchool(
    int Urn, string Name, string Phase, string Locality, string Status, DateOnly? ClosedOn, string ClosedWhy, IReadOnlyList<int> Successors, int CarriesOnAs, string Type, string? Adviser,
    DateOnly? HeadSince, DateOnly? InspectionExpectedOn, string Grade, DateOnly? InspectedOn)
{
    public bool IsOpen => Status.StartsWith("Open", StringComparison.OrdinalIgnoreCase);

    /// <summary>Closed schools count in the rounds before they closed.</summary>
    public bool HadClosedBy(DateOnly day) => ClosedOn <= day;
}

/// <summary>
/// Everything that decides which of the council's schools are below the floor, read in a fixed number of queries (<see cref="Data.FloorReading"/>). A result counts for
/// the school whose number it has, or was matched to.
/// </summary>
internal sealed class FloorBook(
    SchoolSettings settings, IReadOnlyList<FloorStandard> standards, IReadOnlyList<OwnSchool> schools, IReadOnlyList<Ks2Result> results, IReadOnlyList<HardToReach> hardToReach,
    ILookup<int, Grading> grades)
{
    private readonly Dictionary<int, OwnSchool> _schools = schools.ToDictionary(school => school.Urn);

    private readonly Dictionary<(int Urn, int Year, ResultStatus Status), Ks2Result> _results = results.ToDictionary(result => (result.Urn, result.Year, result.Status));

    public SchoolSettings Settings => settings;

    public IReadOnlyList<FloorStandard> Standards => standards;

    public IReadOnlyList<OwnSchool> Schools => schools;

    public IReadOnlyList<HardToReach> HardToReach => hardToReach;

    /// <summary>Every set of results that any school has, the newest and most settled first.</summary>
    public IReadOnlyList<ResultSet> Sets { get; } = [.. results.Select(result => new ResultSet(result.Year, result.Status)).Distinct().OrderByDescending(set => set.Year).ThenByDescending(set => set.Status)];

    /// <summary>The years with results, newest first.</summary>
    public IReadOnlyList<int> Years => [.. Sets.Select(set => set.Year).Distinct()];

    /// <summary>The most settled set of a year.</summary>
    public ResultSet? Settled(int year) => Sets.Where(set => set.Year == year).Select(set => (ResultSet?)set).FirstOrDefault();

    public OwnSchool? School(int urn) => _schools.GetValueOrDefault(urn);

    public FloorStandard? Standard(int year) => FloorStandard.Of(standards, year);

    /// <summary>A school's results of one set.</summary>
    public Ks2Result? Result(int urn, ResultSet set) => _results.GetValueOrDefault((urn, set.Year, set.Status));

    /// <summary>A school's most settled results of a year.</summary>
    public Ks2Result? Result(int urn, int year) =>
        Result(urn, new ResultSet(year, ResultStatus.Final)) ?? Result(urn, new ResultSet(year, ResultStatus.Revised)) ?? Result(urn, new ResultSet(year, ResultStatus.Provisional));

    /// <summary>The number under which a school had results in a year: its own, else that of the school that it alone carried on for.</summary>
    public int NumberIn(int urn, int year) => Result(urn, year) is not null || School(urn) is not { } school
        ? urn
        : schools.FirstOrDefault(other => other.CarriesOnAs == school.CarriesOnAs && Result(other.Urn, year) is not null)?.Urn ?? urn;

    /// <summary>Where a school stands by its most settled results of a year.</summary>
    public FloorDecision Decide(int urn, int year) => Decide(urn, year, Result(urn, year));

    /// <summary>Where a school stands by one set of results.</summary>
    public FloorDecision Decide(int urn, ResultSet set) => Decide(urn, set.Year, Result(urn, set));

    /// <summary>The schools that a year's standard decides: those with results, and those that had not closed where grades decide.</summary>
    public IEnumerable<(OwnSchool School, FloorDecision Decision)> Decisions(int year) => Decisions(school => Decide(school.Urn, year), year);

    /// <summary>As the other, by one set of results.</summary>
    public IEnumerable<(OwnSchool School, FloorDecision Decision)> Decisions(ResultSet set) => Decisions(school => Decide(school.Urn, set), set.Year);

    /// <summary>Grades that were known on the day of a round, newest first.</summary>
    public IReadOnlyList<Grading> Grades(int urn, DateOnly upTo) => [.. grades[urn].Where(grade => grade.On <= upTo).OrderByDescending(grade => grade.On)];

    public bool IsHardToReach(int urn, DateOnly from, DateOnly to) => hardToReach.Any(time => time.Urn == urn && time.From <= to && (time.To is null || time.To >= from));

    private IEnumerable<(OwnSchool, FloorDecision)> Decisions(Func<OwnSchool, FloorDecision> decide, int year) =>
        schools.Where(school => !school.HadClosedBy(ResultSet.RoundDay(year))).Select(school => (school, decide(school)));

    private FloorDecision Decide(int urn, int year, Ks2Result? result) => FloorDecision.Of(Standard(year), result, Grades(urn, ResultSet.RoundDay(year)));
}

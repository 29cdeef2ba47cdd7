using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Support;

/// <summary>An open plan as lists need it.</summary>
/// <param name="LateSince">The earliest day on which an action was due that is not done; null where none is late.</param>
internal sealed record OpenSupport(
    int Urn, string Adviser, SupportColour? Colour, string? ColourWhy, DateOnly? NextReviewOn, int OpenActions, int LateActions, DateOnly? LateSince, DateOnly? LastVisitOn)
{
    public bool ReviewIsDue(DateOnly today) => NextReviewOn <= today;

    public bool ReviewIsLate(DateOnly today) => NextReviewOn < today;
}

/// <summary>A school that is below the floor, at risk or supported.</summary>
/// <param name="Decision">By the latest results; null where none are about it.</param>
/// <param name="Risks">Why it may fall below; none for one that is.</param>
/// <param name="Plan">Null where it has no open one.</param>
/// <param name="HardToReach">Whether it counts as such today.</param>
internal sealed record SupportedSchool(OwnSchool School, FloorDecision? Decision, IReadOnlyList<SchoolRisk> Risks, OpenSupport? Plan, bool HardToReach)
{
    public bool IsBelow => Decision?.Outcome == FloorOutcome.Below;

    public bool IsAtRisk => Risks.Count > 0;

    public bool IsAtRiskByResults => Risks.Any(risk => risk.Reason == RiskReason.Results);

    /// <summary>A school that has closed can be given none.</summary>
    public bool NeedsPlan => Plan is null && School.IsOpen;

    /// <summary>The plan's, else the school's; empty where nobody is named.</summary>
    public string Adviser => Plan?.Adviser ?? School.Adviser ?? "";

    /// <summary>Why it is listed, in sentences.</summary>
    public IReadOnlyList<string> Reasons =>
    [
        .. IsBelow ? [$"Below the floor: {Decision!.Sentence}"] : IsAtRisk ? Risks.Select(risk => risk.Sentence) : ["Neither below the floor nor at risk"],
        .. School.IsOpen ? Array.Empty<string>() : [School.ClosedOn is { } closed ? $"The school closed on {Say.Date(closed)}" : $"The school is {School.Status.ToLowerInvariant()}"],
    ];
}

/// <summary>Who is below the floor or at risk by the latest results, and who of them is supported. Pure.</summary>
internal sealed class SupportBook(FloorBook floor, ForecastBook forecasts, IReadOnlyDictionary<int, OpenSupport> plans, DateOnly today)
{
    public FloorBook Floor => floor;

    public ForecastBook Forecasts => forecasts;

    /// <summary>The latest year with results; null where none are in.</summary>
    public int? Year { get; } = floor.Years.Select(year => (int?)year).FirstOrDefault();

    /// <summary>Those below, at risk or with an open plan, by name.</summary>
    public IReadOnlyList<SupportedSchool> Schools => field ??= [.. floor.Schools.Select(Of).Where(one => one.IsBelow || one.IsAtRisk || one.Plan is not null)];

    public int Below => Schools.Count(one => one.IsBelow);

    /// <summary>One school, listed or not.</summary>
    public SupportedSchool Of(OwnSchool school)
    {
        var decision = Year is { } year && !school.HadClosedBy(ResultSet.RoundDay(year)) ? floor.Decide(school.Urn, year) : null;
        return new(
            school, decision, SchoolRisk.Of(floor, school, decision, Year ?? 0, forecasts.Latest(school, NextRound), today), plans.GetValueOrDefault(school.Urn),
            floor.IsHardToReach(school.Urn, today, today));
    }

    /// <summary>The round after the latest results, else the one that comes next.</summary>
    private int NextRound => Year + 1 ?? (today <= ResultSet.RoundDay(today.Year) ? today.Year : today.Year + 1);
}

/// <summary>A colour of support as every page shows colours.</summary>
internal static class SupportColours
{
    public static Colour OnPage(this SupportColour? colour) => colour switch
    {
        SupportColour.Red => Platform.Ui.Colour.Red,
        SupportColour.Amber => Platform.Ui.Colour.Amber,
        SupportColour.Green => Platform.Ui.Colour.Green,
        _ => Platform.Ui.Colour.None,
    };
}

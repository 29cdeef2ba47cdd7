using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Measures;

/// <summary>Which measures a record changes. All of them count from a changed round on, so the first round stands for everything.</summary>
internal static class Rounds
{
    public static readonly DateOnly First = ResultSet.RoundDay(ResultSet.FirstYear);

    /// <summary>Counted from results.</summary>
    public static readonly IReadOnlyList<string> OfResults = [SchoolsBelowFloor.Code, SchoolsAtRisk.Code];

    /// <summary>Counted from headline values.</summary>
    public static readonly IReadOnlyList<string> OfHeadlines = [GoodDevelopment.Code, GcseFive.Code];

    public static readonly IReadOnlyList<string> All = [.. OfResults, .. OfHeadlines];

    /// <summary>A school of the register has changed: who counts, and where, may be another in every round.</summary>
    public static void TouchAll(IntakeTransaction transaction)
    {
        foreach (var measure in All)
            transaction.Touch(measure, First);
    }
}

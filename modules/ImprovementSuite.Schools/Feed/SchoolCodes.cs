using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Feed;

/// <summary>The codes of the feed's fields.</summary>
internal static class SchoolCodes
{
    public static readonly IReadOnlyDictionary<string, int> Statuses = ResultStatuses.Codes;

    public static readonly IReadOnlyDictionary<string, int> ForecastKinds = Codes<ForecastKind>();

    public static readonly IReadOnlyDictionary<string, int> Stages = Codes<Stage>();

    private static Dictionary<string, int> Codes<T>() where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant(), value => Convert.ToInt32(value));
}

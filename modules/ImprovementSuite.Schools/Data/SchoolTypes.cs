using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Schools.Measures;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Data;

/// <summary>The types of record as sources of record have them: results of each status are a type of their own. Forecasts have none, because all of them count.</summary>
internal static class SchoolTypes
{
    private static readonly string Always = DateOnly.MaxValue.DayNumber.ToString();

    // A school counts from the first round on.
    private static readonly IReadOnlyList<(string Day, string Measure)> EveryRound = [.. Rounds.All.Select(measure => (Rounds.First.DayNumber.ToString(), measure))];

    public static readonly IReadOnlyList<SourcedType> All =
    [
        new(Tables.School, "schools of the register", Tables.School, Always, EveryRound),
        .. Enum.GetValues<ResultStatus>().Select(status => Of(status, Tables.Result, "results of schools", "RoundOn", [.. Rounds.OfResults.Select(measure => ("RoundOn", measure))])),
        .. Enum.GetValues<ResultStatus>().Select(status => Of(status, Tables.AreaResult, "results of areas", Always, [])),
        .. Enum.GetValues<ResultStatus>().Select(status => Of(status, Tables.Headline, "headline values", "RoundOn", [.. Rounds.OfHeadlines.Select(measure => ("RoundOn", measure))])),
    ];

    private static SourcedType Of(ResultStatus status, string table, string plural, string day, IReadOnlyList<(string, string)> counted) =>
        new(NameOf(status.Words(), table), $"{status.Words()} {plural}", table, day, counted, $"Status = {(int)status}");

    /// <summary>"provisional result".</summary>
    public static string NameOf(string status, string table) => $"{status} {table}";
}

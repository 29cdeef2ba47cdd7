using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.WorkInProgress;

/// <summary>How much of one kind is in progress, by the team that holds it now and by the working days left to its limit today.</summary>
internal sealed record WorkCounts(WorkKind Kind, TimeLimits Limits, IReadOnlyList<(Place Team, int? Left, long Count)> Counts)
{
    public long Open => Counts.Sum(count => count.Count);

    public long PastLimit => Of(DaysLeft.Past);

    /// <summary>The teams that hold any, by locality.</summary>
    public IEnumerable<Place> Teams => Counts.Select(count => count.Team).Distinct();

    /// <summary>Every kind, each in one statement.</summary>
    public static IReadOnlyList<WorkCounts> Read(SqliteConnection connection, IReadOnlyDictionary<int, Place> places, DateOnly today)
    {
        var limits = SocialCareCounting.Limits(connection);
        return [.. WorkKind.All.Select(kind => Read(connection, kind, new TimeLimits(limits[kind.LimitCode]), places, today))];
    }

    /// <summary>How many have so many days left; in one team, or in all where it is null.</summary>
    public long Of(DaysLeft days, Place? team = null) => Counts.Where(count => days.Holds(count.Left) && (team is null || count.Team == team)).Sum(count => count.Count);

    public long OpenIn(Place team) => Counts.Where(count => count.Team == team).Sum(count => count.Count);

    /// <summary>Only the work of these teams.</summary>
    public WorkCounts In(IReadOnlyCollection<string> teams) => this with { Counts = [.. Counts.Where(count => teams.Contains(count.Team.Team))] };

    private static WorkCounts Read(SqliteConnection connection, WorkKind kind, TimeLimits limits, IReadOnlyDictionary<int, Place> places, DateOnly today) =>
        new(kind, limits, [.. OpenCases.Count(connection, kind, limits, today).Select(open => (places[open.Holder], open.Left, open.Count))]);
}

using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Measures;

/// <summary>A rate of posts on a day, of roles that are counted together.</summary>
internal abstract class StockOfPosts(RoleGroup roles, DateOnly countsFrom) : IMeasure
{
    public abstract MeasureDefinition Definition { get; }

    public Additivity Additivity => Additivity.AsAt;

    public bool HasWeeks => false;

    protected RoleGroup Roles => roles;

    protected DateOnly CountsFrom => countsFrom;

    /// <summary>Every post is walked from its beginning, because how it stands on a day hangs on all that changed it before.</summary>
    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to)
    {
        var sums = new Dictionary<(DateOnly Day, int Team), (long Numerator, long Denominator)>();
        foreach (var (changedOn, before, after) in PostTimeline.Walk(PostChanges.Read(connection, roles)))
        {
            var day = changedOn > countsFrom ? changedOn : countsFrom;
            if (day < from || day > to)
                continue;
            Add(day, before, -1);
            Add(day, after, 1);
        }
        return [.. sums.Where(sum => sum.Value != default).Select(sum => new Tally(sum.Key.Day, sum.Key.Team, sum.Value.Numerator, sum.Value.Denominator))];

        void Add(DateOnly day, PostState state, int sign)
        {
            if (!roles.Roles.Contains(state.Role))
                return;
            var (numerator, denominator) = Parts(state);
            ref var sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, (day, state.TeamId), out _);
            sum = (sum.Numerator + sign * numerator, sum.Denominator + sign * denominator);
        }
    }

    /// <summary>What a post adds to the rate while it stands like this, in hundredths of a full-time post.</summary>
    protected abstract (int Numerator, int Denominator) Parts(PostState state);

    protected MeasureDefinition Define(string code, string title, MeasureWords words, string source, string path) => new(
        code, title, words with { Limit = $"counted from {countsFrom:d MMMM yyyy}" }, Unit.PercentOfPosts, MeasureKind.Rate, Polarity.LowIsGood, Frequency.Monthly, RatedOn.AsAt, source, path, 1,
        OpenRecords: true);
}

/// <summary>Which measures a post, a person in it and an agency worker change, and on which of their days.</summary>
internal static class StocksOfPosts
{
    public static readonly IReadOnlyList<string> Codes = [.. Vacancies.Codes, AgencyRate.Code];

    public static readonly IReadOnlyList<(string Day, string Measure)> Days = [.. Codes.Select(code => ("StartsOn", code))];
}

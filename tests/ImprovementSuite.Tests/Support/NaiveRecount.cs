using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Feed.V1;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Tests.Support;

/// <summary>Every value of social care by its definition, counted by hand from records as they were sent: nothing of the suite's own counting is used.</summary>
internal static class NaiveRecount
{
    /// <summary>The values that are not 0 of 0, as "numerator/denominator" by measure, period and scope.</summary>
    /// <param name="records">The newest version of each record.</param>
    /// <param name="today">The last day of the year to date.</param>
    /// <param name="limit">The working days allowed to an assessment of this kind whose clock starts on this day.</param>
    /// <param name="teamNow">Where a team's figures stand after a restructure.</param>
    /// <param name="published">Days whose year to date is kept up too.</param>
    public static SortedDictionary<string, string> Of(
        IEnumerable<CaseRecord> records, DateOnly today, Func<string, DateOnly, int> limit, Func<string, string>? teamNow = null,
        IReadOnlySet<DateOnly>? published = null)
    {
        var sums = new Dictionary<string, (int Numerator, int Denominator)>();
        var live = records.Where(r => !r.Key.Deleted).ToList();
        foreach (var (measure, day, team, counted, of) in NaiveCases.Of(live, today, limit))
            if (day <= today)
                foreach (var period in Periods(day, today, published ?? new HashSet<DateOnly>()))
                    Add(measure, period, team, counted, of);
        var first = live.Select(r => r.ProtectionPlan).OfType<ProtectionPlan>().Select(plan => DateOnly.Parse(plan.StartedOn)).DefaultIfEmpty(today).Min();
        foreach (var period in StockPeriods(first, today, published ?? new HashSet<DateOnly>()))
            foreach (var (measure, team, counted) in NaiveCases.On(live, period.To < today ? period.To : today))
                Add(measure, period, team, counted ? 1 : 0, 1);
        return new(sums.Where(sum => sum.Value != default).ToDictionary(sum => sum.Key, sum => $"{sum.Value.Numerator}/{sum.Value.Denominator}"));

        void Add(string measure, Period period, string team, int numerator, int denominator)
        {
            team = teamNow?.Invoke(team) ?? team;
            foreach (var (scope, code) in new[] { (ScopeKind.Authority, ""), (ScopeKind.Locality, team.Split(' ')[0]), (ScopeKind.Team, team) })
            {
                var key = Key(measure, period, scope, code);
                var sum = sums.GetValueOrDefault(key);
                sums[key] = (sum.Numerator + numerator, sum.Denominator + denominator);
            }
        }
    }

    /// <summary>What a table of values holds that is not 0 of 0, in the same words.</summary>
    /// <param name="connection">A database of the suite.</param>
    /// <param name="table">The table of values, or a query of it in brackets.</param>
    /// <param name="scopeCode">What the table calls the code of a scope.</param>
    public static SortedDictionary<string, string> Stored(SqliteConnection connection, string table, string scopeCode) =>
        new(connection.Query(
            $"""SELECT Measure, PeriodKind, "From", "To", ScopeKind, {scopeCode}, Numerator, COALESCE(Denominator, 0) FROM {table} WHERE Numerator + COALESCE(Denominator, 0) > 0""",
            row => (
                Key(row.GetString(0), new Period((PeriodKind)row.GetInt32(1), row.GetDay(2), row.GetDay(3)), (ScopeKind)row.GetInt32(4), row.GetString(5)),
                $"{row.GetInt64(6)}/{row.GetInt64(7)}")).ToDictionary());

    private static string Key(string measure, Period period, ScopeKind scope, string code) =>
        $"{measure} {period.Kind} {period.From:yyyy-MM-dd} {period.To:yyyy-MM-dd} {scope} {code}";

    private static IEnumerable<Period> Periods(DateOnly day, DateOnly today, IReadOnlySet<DateOnly> published)
    {
        yield return Period.Month(day);
        yield return Period.Week(day);
        var yearEnds = day.Month >= 4 ? new DateOnly(day.Year + 1, 3, 31) : new DateOnly(day.Year, 3, 31);
        for (var end = day; end <= yearEnds; end = end.AddDays(1))
            if (IsKept(end, today, published))
                yield return Period.YearToDate(end);
    }

    private static HashSet<Period> StockPeriods(DateOnly first, DateOnly today, IReadOnlySet<DateOnly> published)
    {
        var periods = new HashSet<Period>();
        for (var day = first; day <= today; day = day.AddDays(1))
        {
            periods.Add(Period.Month(day));
            periods.Add(Period.Week(day));
            if (IsKept(day, today, published))
                periods.Add(Period.AsAt(day));
        }
        return periods;
    }

    private static bool IsKept(DateOnly end, DateOnly today, IReadOnlySet<DateOnly> published) =>
        end == today || (end < today && (end.AddDays(1).Day == 1 || published.Contains(end)));
}

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
        var live = records.Where(r => !r.Key.Deleted).ToList();
        var referrals = live.Where(r => r.Referral is not null).ToDictionary(r => r.Key.RecordId, r => DateOnly.Parse(r.Referral.ReceivedOn));
        var sums = new Dictionary<string, (int Numerator, int Denominator)>();
        foreach (var record in live)
        {
            if (record.Referral is { } referral)
                Add("NI68", DateOnly.Parse(referral.ReceivedOn), referral.Allocations[0].Team, 0, 1);
            else if (record.Assessment is { CompletedOn.Length: > 0 } assessment)
                AddAssessment(assessment);
        }
        return new(sums.ToDictionary(sum => sum.Key, sum => $"{sum.Value.Numerator}/{sum.Value.Denominator}"));

        void AddAssessment(Assessment assessment)
        {
            var (completed, team) = (DateOnly.Parse(assessment.CompletedOn), assessment.Allocations[0].Team);
            var clock = assessment.Kind == "core" || assessment.ReferralId == "" ? DateOnly.Parse(assessment.StartedOn)
                : referrals.TryGetValue(assessment.ReferralId, out var received) ? received : (DateOnly?)null;
            var inTime = clock <= completed && WorkingDays(clock.Value, completed) <= limit(assessment.Kind, clock.Value) ? 1 : 0;
            Add(assessment.Kind switch { "initial" => "NI59", "core" => "NI60", _ => "ASSESSMENT-45" }, completed, team, inTime, 1);
            if (assessment.Kind == "initial")
                Add("NI68", completed, team, 1, 0);
        }

        void Add(string measure, DateOnly day, string team, int numerator, int denominator)
        {
            team = teamNow?.Invoke(team) ?? team;
            foreach (var period in Periods(day, today, published ?? new HashSet<DateOnly>()))
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
            $"""SELECT Measure, PeriodKind, "From", "To", ScopeKind, {scopeCode}, Numerator, Denominator FROM {table} WHERE Numerator + Denominator > 0""",
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
            if (end == today || (end < today && (end.AddDays(1).Day == 1 || published.Contains(end))))
                yield return Period.YearToDate(end);
    }

    private static int WorkingDays(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (WorkingDayCalendar.EnglandAndWales.IsWorkingDay(day))
                days++;
        return days;
    }
}

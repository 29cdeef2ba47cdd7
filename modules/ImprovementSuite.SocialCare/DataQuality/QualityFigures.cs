using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.DataQuality;

/// <summary>What one rule, or all together, found by the last run and in the weeks before.</summary>
/// <param name="Days">The last run of each week, newest first.</param>
internal sealed record RuleFigures(IReadOnlyList<FailureDay> Days)
{
    public long Failing => Days.Count > 0 ? Days[0].Failing : 0;

    public long Looked => Days.Count > 0 ? Days[0].Looked : 0;
}

/// <summary>How many records of a team fail any rule, and the rule that they fail most often.</summary>
internal sealed record TeamFailures(Place Team, long Records, Rule Most, long OfMost);

/// <summary>Data quality by rule and by team: counts and no records.</summary>
internal sealed record QualityFigures(
    RuleBook Book, DateTime? At, RuleFigures All, long? MonthAgo, IReadOnlyDictionary<string, RuleFigures> ByRule, IReadOnlyList<TeamFailures> Teams)
{
    private const int Weeks = 13;

    public RuleFigures Of(Rule rule) => ByRule.GetValueOrDefault(rule.Code) ?? new([]);

    public static QualityFigures Read(SqliteConnection connection, DateOnly today)
    {
        var book = RuleBook.Read(connection);
        var days = connection.Query(
            "SELECT Rule, Day, Failing, Looked FROM dq_day WHERE Day > $1 ORDER BY Day DESC",
            row => new FailureDay { Rule = row.GetString(0), Day = row.GetDay(1), Failing = row.GetInt64(2), Looked = row.GetInt64(3) }, today.AddDays(-7 * Weeks))
            .ToLookup(day => day.Rule);
        var byRule = days.ToDictionary(of => of.Key, of => new RuleFigures([.. of.DistinctBy(day => Period.Week(day.Day))]));
        return new(
            book,
            connection.Scalar<long>("SELECT At FROM dq_mark") is > 0 and var at ? SqliteCommands.FromMilliseconds(at) : null,
            byRule.GetValueOrDefault(FailureDay.AllRules) ?? new([]),
            days[FailureDay.AllRules].FirstOrDefault(day => day.Day <= today.AddMonths(-1))?.Failing,
            byRule,
            ByTeam(connection, book));
    }

    private static List<TeamFailures> ByTeam(SqliteConnection connection, RuleBook book)
    {
        var places = SocialCareCounting.Read(connection).Places;
        Place At(int team) => places.GetValueOrDefault(team, new Place("", ""));
        var records = connection.Query(
                "SELECT TeamId, COUNT(*) FROM (SELECT DISTINCT TeamId, RecordType, RowId FROM dq_failure WHERE ResolvedOn IS NULL) GROUP BY TeamId",
                row => (Team: At(row.GetInt32(0)), Records: row.GetInt64(1)))
            .GroupBy(of => of.Team).ToDictionary(of => of.Key, of => of.Sum(team => team.Records));
        var rules = connection.Query(
                "SELECT TeamId, Rule, COUNT(*) FROM dq_failure WHERE ResolvedOn IS NULL GROUP BY TeamId, Rule",
                row => (Team: At(row.GetInt32(0)), Rule: row.GetString(1), Records: row.GetInt64(2)))
            .ToLookup(of => of.Team);
        return
        [
            .. records.Select(of =>
            {
                var most = rules[of.Key].GroupBy(rule => rule.Rule).Select(rule => (book.Named(rule.Key), Records: rule.Sum(one => one.Records)))
                    .Where(rule => rule.Item1 is not null).OrderByDescending(rule => rule.Records).ThenBy(rule => rule.Item1!.Code).FirstOrDefault();
                return most.Item1 is null ? null : new TeamFailures(of.Key, of.Value, most.Item1, most.Records);
            }).OfType<TeamFailures>().OrderByDescending(team => team.Records).ThenBy(team => team.Team.Team, StringComparer.Ordinal),
        ];
    }
}

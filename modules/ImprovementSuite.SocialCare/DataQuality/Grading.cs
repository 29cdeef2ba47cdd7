using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.DataQuality;

/// <summary>
/// Grades each measure by the records of its rated period: those that it counts, and those that fail a rule because it ought to count them. The grade
/// is decided by counts and never by a rounded share.
/// </summary>
internal static class Grading
{
    /// <param name="newest">The day on which the newest batch came.</param>
    public static Trust Grade(QualitySettings settings, Frequency frequency, long records, long failing, long unlinked, DateOnly newest, DateOnly today) =>
        !IsFresh(settings, frequency, newest, today) ? Trust.C
        : IsUnder(settings.PercentForA, failing, records) && unlinked == 0 ? Trust.A
        : IsUnder(settings.PercentForB, failing, records) ? Trust.B
        : Trust.C;

    public static bool IsFresh(QualitySettings settings, Frequency frequency, DateOnly newest, DateOnly today) =>
        today.DayNumber - newest.DayNumber <= settings.FreshFor(frequency);

    /// <summary>The grade of every measure that has records; one without any has none.</summary>
    public static List<GradedMeasure> Of(SqliteConnection connection, RuleBook book, DateOnly today, DateTime now)
    {
        var received = connection.Scalar<long>("SELECT MAX(ReceivedAt) FROM feed_receipt") is > 0 and var at ? SqliteCommands.FromMilliseconds(at) : now;
        var newest = DateOnly.FromDateTime(BusinessClock.Local(received));
        return [.. book.Measures.Select(measure => Of(connection, book, measure, newest, today)).OfType<GradedMeasure>()];
    }

    public static void Keep(SqliteConnection connection, IReadOnlyList<GradedMeasure> grades)
    {
        connection.Execute("DELETE FROM dq_grade");
        foreach (var grade in grades)
            connection.Execute(
                """INSERT INTO dq_grade (Measure, Trust, Why, Records, Failing, Unlinked, "From", "To", NewestOn) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""",
                grade.Measure, (int)grade.Trust, grade.Why, grade.Records, grade.Failing, grade.Unlinked, grade.From, grade.To, grade.NewestOn);
    }

    /// <summary>The grades that stand, by measure.</summary>
    public static Dictionary<string, GradedMeasure> Read(SqliteConnection connection) => connection.Query(
            """SELECT Measure, Trust, Why, Records, Failing, Unlinked, "From", "To", NewestOn FROM dq_grade""",
            row => new GradedMeasure
            {
                Measure = row.GetString(0), Trust = (Trust)row.GetInt32(1), Why = row.GetString(2), Records = row.GetInt64(3), Failing = row.GetInt64(4), Unlinked = row.GetInt64(5),
                From = row.GetDay(6), To = row.GetDay(7), NewestOn = row.GetDay(8),
            })
        .ToDictionary(grade => grade.Measure);

    private static bool IsUnder(int percent, long failing, long records) => failing * 100 < percent * records;

    private static GradedMeasure? Of(SqliteConnection connection, RuleBook book, CaseMeasure measure, DateOnly newest, DateOnly today)
    {
        var definition = measure.Definition;
        var rated = RatedPeriod.Of(definition.RatedOn, today);
        var touching = book.Checks.Where(one => one.Check.Measures.Contains(definition.Code)).ToList();
        var counted = connection.Scalar<long>($"SELECT COUNT(*) FROM ({measure.Records})", rated.From, rated.To);
        var among = Among(touching);
        var beside = Beside(touching);
        if (counted + beside == 0)
            return null;
        var (failing, unlinked) = (among + beside, Among([.. touching.Where(one => one.Rule.IsLink)]) + Beside([.. touching.Where(one => one.Rule.IsLink)]));
        var trust = Grade(book.Settings, definition.Frequency, counted + beside, failing, unlinked, newest, today);
        return new GradedMeasure
        {
            Measure = definition.Code, Trust = trust, Records = counted + beside, Failing = failing, Unlinked = unlinked, From = rated.From, To = rated.To, NewestOn = newest,
            Why = !IsFresh(book.Settings, definition.Frequency, newest, today) ? $"no records since {Say.Date(newest)}"
                : failing == 0 ? "none of its records fails a rule"
                : $"{Say.PercentInTable(100m * failing / (counted + beside))} of its records {(failing == 1 ? "fails" : "fail")} a rule",
        };

        // Failing records are few: each is looked up among those that are counted, and not the other way round.
        long Among(IReadOnlyList<(Rule Rule, int Part, Check Check)> checks) => checks.All(one => one.Check.Beside) ? 0 : connection.Scalar<long>(
            $"""
             SELECT COUNT(*) FROM (
                 SELECT DISTINCT m.Type, m.Id, m.Day
                 FROM dq_failure f CROSS JOIN (SELECT {measure.RecordType} AS Type, Id, Day FROM ({measure.Records})) m
                 WHERE m.Id = f.RowId AND m.Type = f.RecordType AND {IsOf(checks.Where(one => !one.Check.Beside))})
             """, rated.From, rated.To);

        long Beside(IReadOnlyList<(Rule Rule, int Part, Check Check)> checks) => checks.All(one => !one.Check.Beside) ? 0 : connection.Scalar<long>(
            $"SELECT COUNT(*) FROM (SELECT DISTINCT f.RecordType, f.RowId FROM dq_failure f WHERE {IsOf(checks.Where(one => one.Check.Beside))})");
    }

    /// <summary>Whether a failure f is open and of one of these checks, as SQL.</summary>
    public static string IsOf(IEnumerable<(Rule Rule, int Part, Check Check)> checks) =>
        $"f.ResolvedOn IS NULL AND (f.Rule, f.Part) IN (VALUES {string.Join(", ", checks.Select(one => $"('{one.Rule.Code}', {one.Part})"))})";
}

using ImprovementSuite.Contracts;
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
        var (settings, frequency) = (book.Settings, measure.Definition.Frequency);
        var records = new MeasureFailures(book, measure, today);
        var (failing, unlinked) = (records.Failing(connection), records.Unlinked(connection));
        if (records.Count(connection) is var count && count == 0)
            return null;
        return new GradedMeasure
        {
            Measure = measure.Definition.Code, Trust = Grade(settings, frequency, count, failing, unlinked, newest, today),
            Records = count, Failing = failing, Unlinked = unlinked, From = records.Rated.From, To = records.Rated.To, NewestOn = newest,
            Why = !IsFresh(settings, frequency, newest, today) ? $"no records since {Say.Date(newest)}"
                : failing == 0 ? "none of its records fails a rule"
                : $"{Say.PercentInTable(100m * failing / count)} of its records fail a rule",
        };
    }
}

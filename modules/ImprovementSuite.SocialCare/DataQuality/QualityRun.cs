using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.DataQuality;

/// <summary>
/// Asks every rule of the records that are stored, keeps what fails, and grades the measures. A failure keeps the day on which it was first seen;
/// one that is seen no more is resolved and stays. Finding reads a snapshot and holds no lock; a batch that comes meanwhile is found by the next run.
/// </summary>
internal sealed class QualityRun(ModuleDatabase<SocialCareDb> database, BusinessClock clock)
{
    private readonly Lock _run = new();

    /// <summary>Runs where something has changed since the last run that can change its result: a batch, the day, a rule, a setting, a limit, a source of record.</summary>
    /// <returns>Whether it ran.</returns>
    public bool RunIfDue()
    {
        if (database.Read(connection => connection.Scalar<string>("SELECT State FROM dq_mark") == State(connection, RuleBook.Read(connection))))
            return false;
        Run();
        return true;
    }

    public void Run()
    {
        lock (_run)
        {
            using var connection = database.Open();
            var today = clock.Today;
            var (book, state, found) = ModuleDatabase.Read(connection, () =>
            {
                var book = RuleBook.Read(connection);
                return (book, State(connection, book), FoundFailures.Find(connection, book, today));
            });
            database.Write(connection, () => found.Keep(connection, today));
            var grades = ModuleDatabase.Read(connection, () => Grading.Of(connection, book, today, clock.Now));
            database.Write(connection, () =>
            {
                Grading.Keep(connection, grades);
                connection.Execute(
                    "INSERT INTO dq_mark (Id, State, At) VALUES (1, $1, $2) ON CONFLICT (Id) DO UPDATE SET State = excluded.State, At = excluded.At",
                    state, SqliteCommands.ToMilliseconds(clock.Now));
            });
        }
    }

    /// <summary>A text that differs whenever the result of a run may.</summary>
    private string State(SqliteConnection connection, RuleBook book) => string.Join(
        ' ',
        clock.Today.DayNumber,
        connection.Scalar<long>("SELECT MAX(Id) FROM feed_receipt"),
        book.Settings.Version,
        string.Join(',', book.Rules.Select(rule => $"{rule.Code}.{rule.Version}")),
        string.Join(',', book.Measures.Select(measure => measure.Definition.Version)),
        connection.Scalar<string>("""SELECT GROUP_CONCAT(RecordType || SourceId || '@' || "From") FROM source_of_record"""),
        connection.Scalar<string>("SELECT Value FROM recalculation_mark WHERE Name = 'calendar'"));
}

using ImprovementSuite.SocialCare.Cases;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Benchmarks.Feed;

/// <summary>
/// The least that a program can do to keep the same rows in the same tables: one prepared upsert a row with typed parameters and every id
/// known beforehand. No network, no checks, no versions, no stale days.
/// </summary>
internal static class BareUpsert
{
    private const int Source = 1;
    private const int OriginOf1A = 1;
    private const int OutcomeInitialAssessment = 1;
    private const int OutcomeAdvice = 5;

    /// <summary>Writes the rows as the feed commits them: on disk after each so many, or all of them at the end.</summary>
    public static void Write(string path, CaseVolume volume, int rowsInTransaction = 500, bool onDisk = true)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        Execute(connection, $"PRAGMA synchronous = {(onDisk ? "FULL" : "OFF")}; PRAGMA cache_size = -32000");
        Announce(connection);

        using var referral = Command(
            connection,
            """
            INSERT INTO referral (SourceId, RecordId, Version, Deleted, Counts, Child, ReceivedOn, ClosedOn, Origin, Outcome, TeamId, HolderId, WorkerId, RecordedOn)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            ON CONFLICT (SourceId, RecordId) DO UPDATE SET Version = excluded.Version, Child = excluded.Child, ReceivedOn = excluded.ReceivedOn, TeamId = excluded.TeamId
            """);
        Write(connection, volume.Referrals(), rowsInTransaction, row =>
        {
            Bind(referral, Source, row.Id, 1, 0, 1, row.Child, row.ReceivedOn.DayNumber, DBNull.Value, OriginOf1A, OutcomeInitialAssessment,
                row.Team + 1, row.Team + 1, row.Worker + 1, row.ReceivedOn.DayNumber);
            referral.ExecuteNonQuery();
        });

        using var assessment = Command(
            connection,
            """
            INSERT INTO assessment (SourceId, RecordId, Version, Deleted, Counts, Child, Kind, ReferralId, ClockFrom, StartedOn, CompletedOn, Outcome, TeamId, HolderId, WorkerId, RecordedOn)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            ON CONFLICT (SourceId, RecordId) DO UPDATE SET Version = excluded.Version, Child = excluded.Child, CompletedOn = excluded.CompletedOn, TeamId = excluded.TeamId
            """);
        Write(connection, volume.Assessments(), rowsInTransaction, row =>
        {
            var received = row.Referral.ReceivedOn.DayNumber;
            Bind(assessment, Source, row.Id, 1, 0, 1, row.Referral.Child, (int)row.Kind, row.Referral.Number, received, received,
                row.CompletedOn is { } completed ? completed.DayNumber : DBNull.Value, OutcomeAdvice, row.Referral.Team + 1, row.Referral.Team + 1, row.Referral.Worker + 1, received);
            assessment.ExecuteNonQuery();
        });
        if (!onDisk)
            Execute(connection, "PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Teams, workers and the source of record, which the feed makes from the records themselves.</summary>
    private static void Announce(SqliteConnection connection)
    {
        Execute(connection, "BEGIN IMMEDIATE");
        Execute(connection, $"INSERT INTO feed_source (Id, Name) VALUES ({Source}, '{CaseVolume.Source}')");
        foreach (var type in new[] { "referral", "assessment" })
            Execute(connection, $"""INSERT INTO source_of_record (RecordType, SourceId, "From") VALUES ('{type}', {Source}, 0)""");
        for (var team = 0; team < CaseVolume.Teams; team++)
            Execute(connection, $"INSERT INTO team (Id, Code, Locality) VALUES ({team + 1}, '{CaseVolume.Team(team)}', '{CaseVolume.Locality(team)}')");
        for (var worker = 0; worker < CaseVolume.Workers; worker++)
            Execute(connection, $"INSERT INTO worker (Id, Name) VALUES ({worker + 1}, '{CaseVolume.Worker(worker)}')");
        Execute(connection, "COMMIT");
    }

    private static void Write<TRow>(SqliteConnection connection, IEnumerable<TRow> rows, int rowsInTransaction, Action<TRow> write)
    {
        foreach (var chunk in rows.Chunk(rowsInTransaction))
        {
            Execute(connection, "BEGIN IMMEDIATE");
            foreach (var row in chunk)
                write(row);
            Execute(connection, "COMMIT");
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; sql.Contains($"${i},") || sql.Contains($"${i})"); i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        command.Prepare();
        return command;
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

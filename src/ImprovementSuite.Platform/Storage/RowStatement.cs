using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ImprovementSuite.Platform.Storage;

/// <summary>
/// A statement that is run for each of many rows. It binds by place: a <see cref="SqliteCommand"/> looks up the name of every parameter at
/// every run, which for a row of fifteen values is a quarter of the writer's time.
/// </summary>
public sealed class RowStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>Prepares a statement with parameters $1, $2... in the order of their first mention.</summary>
    public RowStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database);
    }

    /// <summary>Runs it with these values and says how many rows it changed; null becomes NULL, a day its day number.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            Bind(i + 1, values[i]);
        raw.sqlite3_step(_statement);
        // Says what the step ended with, and makes the statement ready for the next row.
        SqliteException.ThrowExceptionForRC(raw.sqlite3_reset(_statement), _database);
        return raw.sqlite3_changes(_database);
    }

    /// <inheritdoc />
    public void Dispose() => _statement.Dispose();

    private void Bind(int place, object? value) => SqliteException.ThrowExceptionForRC(
        value switch
        {
            null => raw.sqlite3_bind_null(_statement, place),
            string text => raw.sqlite3_bind_text(_statement, place, text),
            DateOnly day => raw.sqlite3_bind_int(_statement, place, day.DayNumber),
            int number => raw.sqlite3_bind_int(_statement, place, number),
            long number => raw.sqlite3_bind_int64(_statement, place, number),
            bool flag => raw.sqlite3_bind_int(_statement, place, flag ? 1 : 0),
            _ => throw new ArgumentException($"A row has no values of type {value.GetType().Name}.", nameof(value)),
        }, _database);
}

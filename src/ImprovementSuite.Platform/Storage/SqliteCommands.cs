using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Storage;

/// <summary>Short forms for SQL that is not LINQ.</summary>
public static class SqliteCommands
{
    /// <summary>A command with numbered parameters $1, $2..., to be run many times.</summary>
    public static SqliteCommand Prepared(this SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }

    /// <summary>Sets the parameters in order; null becomes NULL, a day its day number.</summary>
    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] switch { null => DBNull.Value, DateOnly day => day.DayNumber, var value => value };
        return command;
    }

    /// <summary>Runs one statement with parameters $1, $2... and says how many rows it changed.</summary>
    public static int Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Prepared(sql, values.Length).With(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The rows of one query, each made by <paramref name="row"/>.</summary>
    public static List<T> Query<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Prepared(sql, values.Length).With(values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>The first value of the first row; default where there is none.</summary>
    public static T? Scalar<T>(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Prepared(sql, values.Length).With(values);
        return command.ExecuteScalar() is { } value and not DBNull ? (T)Convert.ChangeType(value, typeof(T), null) : default;
    }

    /// <summary>A day stored as its day number.</summary>
    public static DateOnly GetDay(this SqliteDataReader reader, int column) => DateOnly.FromDayNumber(reader.GetInt32(column));

    /// <summary>An instant as it is stored: milliseconds since 1970, UTC.</summary>
    public static long ToMilliseconds(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    /// <summary>The instant of stored milliseconds since 1970.</summary>
    public static DateTime FromMilliseconds(long milliseconds) => DateTime.UnixEpoch.AddMilliseconds(milliseconds);
}

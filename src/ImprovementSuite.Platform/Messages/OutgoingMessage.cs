using System.Text.Json;
using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using MediatR;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Messages;

/// <summary>A notification as a row, written in the transaction that made it true and deleted when every subscriber has it.</summary>
public sealed class OutgoingMessage
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new FigureJson() } };

    /// <summary>Order of writing.</summary>
    public long Id { get; private set; }

    /// <summary>Name of the message's type in Contracts.</summary>
    public required string Type { get; init; }

    /// <summary>The message.</summary>
    public required string Body { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public DateTime Created { get; init; }

    /// <summary>How often its delivery failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Not to be tried before, UTC.</summary>
    public DateTime NextAttempt { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; set; }

    /// <summary>The row of a notification.</summary>
    public static OutgoingMessage Of(INotification notification, DateTime now) => new()
    {
        Type = notification.GetType().FullName!,
        Body = JsonSerializer.Serialize(notification, notification.GetType(), Json),
        Created = now,
        NextAttempt = now,
    };

    /// <summary>Writes the row on a connection that is not Entity Framework's, in the transaction that is open on it.</summary>
    public static void Write(SqliteConnection connection, INotification notification, DateTime now)
    {
        var (type, at) = (notification.GetType(), SqliteCommands.ToMilliseconds(now));
        // A thousand values are a quarter of a megabyte: SQLite takes them in the UTF-8 that they are written in, without a string between.
        connection.Execute(
            "INSERT INTO outgoing_message (Type, Body, Created, Attempts, NextAttempt) VALUES ($1, CAST($2 AS TEXT), $3, 0, $3)",
            type.FullName, JsonSerializer.SerializeToUtf8Bytes(notification, type, Json), at);
    }

    /// <summary>The notification that a row holds.</summary>
    /// <exception cref="InvalidOperationException">Contracts no longer has the type.</exception>
    public static INotification Read(string type, string body) =>
        typeof(MeasuresRecalculated).Assembly.GetType(type) is { } known
            ? (INotification)JsonSerializer.Deserialize(body, known, Json)!
            : throw new InvalidOperationException($"A message of type {type} waits in the outbox, but this version of the suite does not know the type.");
}

using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Platform.Messages;

/// <summary>
/// Takes the messages of a module's outbox to their subscribers, oldest first. Delivery is at least once: a message is deleted when every
/// handler has returned; otherwise it waits, longer each time, while others pass.
/// </summary>
public sealed class Courier(IServiceScopeFactory scopes, BusinessClock clock, ILogger<Courier> log)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _round = new(1);

    /// <summary>Delivers what is due in this database. One round at a time: a second caller waits and finds little left to do.</summary>
    public async Task Deliver(ModuleDatabase database, CancellationToken cancel)
    {
        await _round.WaitAsync(cancel);
        try
        {
            using var connection = database.Open();
            while (Due(connection) is { } message)
            {
                cancel.ThrowIfCancellationRequested();
                try
                {
                    using var scope = scopes.CreateScope();
                    await scope.ServiceProvider.GetRequiredService<IMediator>().Publish(OutgoingMessage.Read(message.Type, message.Body), cancel);
                    database.Write(connection, () => connection.Execute("DELETE FROM outgoing_message WHERE Id = $1", message.Id));
                }
                catch (Exception failure) when (!cancel.IsCancellationRequested)
                {
                    log.LogError(failure, "Message {Id} ({Type}) of {Module} was not taken by every subscriber; attempt {Attempt}.", message.Id, message.Type, database.Name, message.Attempts + 1);
                    var next = clock.Now + Wait(message.Attempts + 1);
                    database.Write(connection, () => connection.Execute(
                        "UPDATE outgoing_message SET Attempts = Attempts + 1, NextAttempt = $2, LastError = $3 WHERE Id = $1",
                        message.Id, SqliteCommands.ToMilliseconds(next), failure.Message));
                }
            }
        }
        finally
        {
            _round.Release();
        }
    }

    /// <summary>1 s, 2 s, 4 s... up to ten minutes.</summary>
    internal static TimeSpan Wait(int attempts) => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts - 1), LongestWait.TotalSeconds));

    private (long Id, string Type, string Body, int Attempts)? Due(Microsoft.Data.Sqlite.SqliteConnection connection) =>
        connection.Query(
                "SELECT Id, Type, Body, Attempts FROM outgoing_message WHERE NextAttempt <= $1 ORDER BY Id LIMIT 1",
                row => ((long, string, string, int)?)(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3)),
                SqliteCommands.ToMilliseconds(clock.Now))
            .FirstOrDefault();
}

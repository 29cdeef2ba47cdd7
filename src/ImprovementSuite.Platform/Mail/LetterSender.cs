using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Platform.Mail;

/// <summary>
/// Sends the letters that wait in a module's table of <see cref="LetterRow"/>s. Each is claimed in its row before the mail server is spoken to
/// and its outcome is recorded after: whoever dies between leaves a claim, and a claim is never sent again by itself.
/// </summary>
/// <remarks>One for each table, for as long as the suite runs: a sender knows its own claims from those of an earlier run.</remarks>
/// <param name="database">The module's database.</param>
/// <param name="table">The table of its letters, as <see cref="LetterTable.ToLetterTable"/> has made it.</param>
/// <param name="mailer">Hands each to the mail server.</param>
/// <param name="clock">Business time.</param>
/// <param name="log">The module's own log of what it sends.</param>
public sealed class LetterSender(ModuleDatabase database, string table, Mailer mailer, BusinessClock clock, ILogger log)
{
    /// <summary>Far longer than a mail server is waited for: a claim this old has nobody behind it.</summary>
    public static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>This run of the suite. A claim of another run has nobody behind it either.</summary>
    private readonly string _run = Guid.NewGuid().ToString("N");

    /// <summary>A claim that nobody can answer for becomes a question to a person.</summary>
    public void AskAboutAbandoned() => Change(
        $"UPDATE {table} SET State = 'Unknown', LastError = 'The suite stopped while it was being sent.' WHERE State = 'Sending' AND (ClaimedBy <> $1 OR ClaimedAt < $2)",
        _run, SqliteCommands.ToMilliseconds(clock.Now - Abandoned));

    /// <summary>Sends what is due, one after the other. Several workers may do this at once: each row is claimed by one of them.</summary>
    /// <param name="compose">The letter of the row with this identifier as it is right now; null where there is nothing left to say, or nobody to say it to.</param>
    /// <param name="cancel">Ends it between two letters.</param>
    public async Task SendDue(Func<int, CancellationToken, Task<Letter?>> compose, CancellationToken cancel)
    {
        foreach (var due in Due())
        {
            cancel.ThrowIfCancellationRequested();
            // Sent again because a person said so: the server may have it, so it says the same.
            if ((due.Again ?? await compose(due.Id, cancel)) is not { } letter)
                Change($"UPDATE {table} SET State = 'NotNeeded' WHERE Id = $1 AND State IN ('Waiting', 'Failed')", due.Id);
            else if (Claim(due, letter))
                await Send(due, letter);
        }
    }

    private async Task Send(DueLetter due, Letter letter)
    {
        try
        {
            await mailer.Send(letter);
        }
        catch (NotTakenException reason)
        {
            // A mail server's answer may name whom it is to: the module's page says it, the log does not.
            log.LogWarning("The {Table} {MessageId} of {Module} was not sent; attempt {Attempt}. The module's page of them says why.", table, letter.MessageId, database.Name, due.Attempts + 1);
            Change($"UPDATE {table} SET State = 'Failed', LastError = $2, NextAttempt = $3 WHERE Id = $1 AND State = 'Sending' AND ClaimedBy = $4",
                due.Id, reason.Message, SqliteCommands.ToMilliseconds(clock.Now + Wait(due.Attempts + 1)), _run);
            return;
        }
        catch (Exception broken)
        {
            log.LogError("Whether the {Table} {MessageId} of {Module} was sent is not known: {Kind}. The module's page of them says more.", table, letter.MessageId, database.Name, broken.GetType().Name);
            Change($"UPDATE {table} SET State = 'Unknown', LastError = $2 WHERE Id = $1 AND State = 'Sending' AND ClaimedBy = $3",
                due.Id, $"The connection broke while it was handed over: {broken.Message}", _run);
            return;
        }
        // Whoever has meanwhile asked about this claim is answered too.
        Change($"UPDATE {table} SET State = 'Sent', SentAt = $2, LastError = NULL WHERE Id = $1 AND State IN ('Sending', 'Unknown') AND ClaimedBy = $3",
            due.Id, SqliteCommands.ToMilliseconds(clock.Now), _run);
    }

    /// <summary>One statement in an immediate transaction: of two workers one changes the row and the other changes none.</summary>
    private bool Claim(DueLetter due, Letter letter) => Change(
        $"""
        UPDATE {table} SET State = 'Sending', ClaimedBy = $2, ClaimedAt = $3, Attempts = Attempts + 1, Address = $4, Subject = $5, Body = $6
        WHERE Id = $1 AND State IN ('Waiting', 'Failed') AND Attempts = $7
        """,
        due.Id, _run, SqliteCommands.ToMilliseconds(clock.Now), letter.Address, letter.Subject, letter.Body, due.Attempts) == 1;

    private List<DueLetter> Due() => database.Read(connection => connection.Query(
        $"""
        SELECT Id, Attempts, MessageId, Address, Subject, Body, State = 'Waiting' AND Address IS NOT NULL FROM {table}
        WHERE State IN ('Waiting', 'Failed') AND NextAttempt <= $1 ORDER BY Id
        """,
        row => new DueLetter(row.GetInt32(0), row.GetInt32(1), row.GetBoolean(6) ? new Letter(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)) : null),
        SqliteCommands.ToMilliseconds(clock.Now)));

    private int Change(string sql, params object?[] values)
    {
        var changed = 0;
        database.Write(connection => changed = connection.Execute(sql, values));
        return changed;
    }

    /// <summary>1, 2, 4... minutes, up to an hour.</summary>
    private static TimeSpan Wait(int attempts) => TimeSpan.FromMinutes(Math.Min(Math.Pow(2, attempts - 1), LongestWait.TotalMinutes));

    /// <summary>A row to be sent; <c>Again</c> is what an earlier claim meant to send and a person wants sent again.</summary>
    private sealed record DueLetter(int Id, int Attempts, Letter? Again);
}

using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Plan.Reminders;

/// <summary>
/// Sends the reminders that wait. Each is claimed in its row before the mail server is spoken to and its outcome is recorded after: whoever
/// dies between leaves a claim, and a claim is never sent again by itself.
/// </summary>
internal sealed class ReminderSender(
    ModuleDatabase<PlanDb> database, IServiceScopeFactory scopes, PlanSnapshots snapshots, Mailer mailer, MailSettings mail, BusinessClock clock, ILogger<ReminderSender> log)
{
    /// <summary>Far longer than a mail server is waited for: a claim this old has nobody behind it.</summary>
    public static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>This run of the suite. A claim of another run has nobody behind it either.</summary>
    private readonly string _run = Guid.NewGuid().ToString("N");

    /// <summary>A claim that nobody can answer for becomes a question to a person.</summary>
    public void AskAboutAbandoned() => database.Write(connection => connection.Execute(
        "UPDATE reminder SET State = 'Unknown', LastError = 'The suite stopped while it was being sent.' WHERE State = 'Sending' AND (ClaimedBy <> $1 OR ClaimedAt < $2)",
        _run, SqliteCommands.ToMilliseconds(clock.Now - Abandoned)));

    /// <summary>Sends what is due, one after the other. Several workers may do this at once: each row is claimed by one of them.</summary>
    public async Task SendDue(CancellationToken cancel)
    {
        foreach (var due in Due())
        {
            cancel.ThrowIfCancellationRequested();
            if (await Compose(due, cancel) is not { } letter)
                Change("UPDATE reminder SET State = 'NotNeeded' WHERE Id = $1 AND State IN ('Waiting', 'Failed')", due.Id);
            else if (Claim(due, letter))
                await Send(due, letter);
        }
    }

    private async Task Send(DueReminder due, Letter letter)
    {
        try
        {
            await mailer.Send(letter);
        }
        catch (NotTakenException reason)
        {
            // A mail server's answer may name whom it is to: the page says it, the log does not.
            log.LogWarning("The reminder {MessageId} was not sent; attempt {Attempt}. The page of reminders says why.", letter.MessageId, due.Attempts + 1);
            Change("UPDATE reminder SET State = 'Failed', LastError = $2, NextAttempt = $3 WHERE Id = $1 AND State = 'Sending' AND ClaimedBy = $4",
                due.Id, reason.Message, SqliteCommands.ToMilliseconds(clock.Now + Wait(due.Attempts + 1)), _run);
            return;
        }
        catch (Exception broken)
        {
            log.LogError("Whether the reminder {MessageId} was sent is not known: {Kind}. The page of reminders says more.", letter.MessageId, broken.GetType().Name);
            Change("UPDATE reminder SET State = 'Unknown', LastError = $2 WHERE Id = $1 AND State = 'Sending' AND ClaimedBy = $3",
                due.Id, $"The connection broke while it was handed over: {broken.Message}", _run);
            return;
        }
        // Whoever has meanwhile asked about this claim is answered too.
        Change("UPDATE reminder SET State = 'Sent', SentAt = $2, LastError = NULL WHERE Id = $1 AND State IN ('Sending', 'Unknown') AND ClaimedBy = $3",
            due.Id, SqliteCommands.ToMilliseconds(clock.Now), _run);
    }

    /// <summary>One statement in an immediate transaction: of two workers one changes the row and the other changes none.</summary>
    private bool Claim(DueReminder due, Letter letter) => Change(
        """
        UPDATE reminder SET State = 'Sending', ClaimedBy = $2, ClaimedAt = $3, Attempts = Attempts + 1, Address = $4, Subject = $5, Body = $6
        WHERE Id = $1 AND State IN ('Waiting', 'Failed') AND Attempts = $7
        """,
        due.Id, _run, SqliteCommands.ToMilliseconds(clock.Now), letter.Address, letter.Subject, letter.Body, due.Attempts) == 1;

    /// <summary>The message as it is right now; null where there is nothing left to remind of, or nobody to write to.</summary>
    private async Task<Letter?> Compose(DueReminder due, CancellationToken cancel)
    {
        // Sent again because a person said so: the server may have it, so it says the same.
        if (due is { State: ReminderState.Waiting, Written: { } written })
            return written;
        if (await snapshots.Current(cancel) is not { } plan || UpdateRound.Open(plan) is not { } round || round.Panel.On != due.Panel)
            return null;
        var outstanding = round.Lines.Where(line => !line.IsIn && line.Line.Workstreams.Contains(due.Workstream, StringComparer.OrdinalIgnoreCase)).ToList();
        await using var scope = scopes.CreateAsyncScope();
        var contacts = await scope.ServiceProvider.GetRequiredService<PlanDb>().Contacts.AsNoTracking().ToListAsync(cancel);
        if (outstanding.Count == 0 || contacts.FirstOrDefault(c => ReminderWriter.IsFor(c, due.Workstream)) is not { } contact)
            return null;
        return (due.Kind == ReminderKind.Escalation ? contact.EscalateTo : contact.Email) is { } address
            ? new Letter(due.MessageId, address, ReminderText.Subject(due.Kind, round.Panel, contact.Workstream, outstanding.Count),
                ReminderText.Body(due.Kind, round.Panel, plan, contact, outstanding, mail.BaseAddress))
            : null;
    }

    private List<DueReminder> Due() => database.Read(connection => connection.Query(
        """
        SELECT Id, Panel, Workstream, Kind, State, Attempts, MessageId, Address, Subject, Body FROM reminder
        WHERE State IN ('Waiting', 'Failed') AND NextAttempt <= $1 ORDER BY Id
        """,
        row => new DueReminder(
            row.GetInt64(0), row.GetDay(1), row.GetString(2), Enum.Parse<ReminderKind>(row.GetString(3)), Enum.Parse<ReminderState>(row.GetString(4)), row.GetInt32(5), row.GetString(6),
            row.IsDBNull(7) ? null : new Letter(row.GetString(6), row.GetString(7), row.GetString(8), row.GetString(9))),
        SqliteCommands.ToMilliseconds(clock.Now)));

    private int Change(string sql, params object?[] values)
    {
        var changed = 0;
        database.Write(connection => changed = connection.Execute(sql, values));
        return changed;
    }

    /// <summary>1, 2, 4... minutes, up to an hour.</summary>
    private static TimeSpan Wait(int attempts) => TimeSpan.FromMinutes(Math.Min(Math.Pow(2, attempts - 1), LongestWait.TotalMinutes));

    /// <param name="Written">What an earlier claim meant to send.</param>
    private sealed record DueReminder(long Id, DateOnly Panel, string Workstream, ReminderKind Kind, ReminderState State, int Attempts, string MessageId, Letter? Written);
}

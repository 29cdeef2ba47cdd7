using System.Security.Cryptography;
using System.Text;

namespace ImprovementSuite.Plan.Reminders;

internal enum ReminderKind
{
    /// <summary>Some working days before updates are due.</summary>
    First,

    /// <summary>On the working day after.</summary>
    Second,

    /// <summary>To somebody above the lead, some working days after.</summary>
    Escalation,
}

internal enum ReminderState
{
    /// <summary>To be sent as soon as somebody works on it.</summary>
    Waiting,

    /// <summary>Claimed: one worker has it in hand.</summary>
    Sending,

    Sent,

    /// <summary>The mail server certainly does not have it. It is tried again.</summary>
    Failed,

    /// <summary>It was in hand when the suite or the connection broke: nobody knows whether it was sent, so a person decides.</summary>
    Unknown,

    /// <summary>Everything came in before it went out, or the round ended.</summary>
    NotNeeded,
}

/// <summary>
/// One message to one workstream about one round: a row of its own, claimed before it is sent, so that there is one and it is sent once.
/// Its Message-Id follows from what it is about, so that a mail system that gets it twice can see that it is one.
/// </summary>
internal sealed class Reminder
{
    public int Id { get; init; }
    public DateOnly Panel { get; init; }
    public required string Workstream { get; init; }
    public ReminderKind Kind { get; init; }
    public required string MessageId { get; init; }
    public ReminderState State { get; private set; }
    public DateTime WrittenAt { get; init; }

    /// <summary>What was sent, or was about to be: set by each claim.</summary>
    public string? Address { get; private set; }

    public string? Subject { get; private set; }
    public string? Body { get; private set; }

    /// <summary>The run of the suite that claimed it, and when.</summary>
    public string? ClaimedBy { get; private set; }

    public DateTime? ClaimedAt { get; private set; }
    public int Attempts { get; private set; }
    public DateTime NextAttempt { get; private set; }
    public DateTime? SentAt { get; private set; }
    public string? LastError { get; private set; }

    /// <summary>Who said that it was sent, where the suite does not know.</summary>
    public string? MarkedBy { get; private set; }

    /// <summary>A person has looked and wants it sent again: the same words under the same Message-Id.</summary>
    /// <exception cref="InvalidOperationException">It is known how it went.</exception>
    public void Resend(DateTime now)
    {
        Require(ReminderState.Unknown);
        (State, NextAttempt, LastError) = (ReminderState.Waiting, now, null);
    }

    /// <summary>A person has looked and knows that it arrived.</summary>
    /// <exception cref="InvalidOperationException">It is known how it went.</exception>
    public void MarkSent(string by, DateTime now)
    {
        Require(ReminderState.Unknown);
        (State, SentAt, MarkedBy, LastError) = (ReminderState.Sent, now, by, null);
    }

    /// <summary>The trouble is mended: it need not wait for its next attempt.</summary>
    /// <exception cref="InvalidOperationException">It has not failed.</exception>
    public void TryNow(DateTime now)
    {
        Require(ReminderState.Failed);
        NextAttempt = now;
    }

    /// <summary>The Message-Id of the message of this kind to this workstream about this round, whoever asks and however often.</summary>
    public static string MessageIdOf(DateOnly panel, string workstream, ReminderKind kind, string domain)
    {
        // The workstream's name may have any letters; its digest may stand in an address.
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(workstream.ToLowerInvariant())))[..16];
        return $"update.{panel:yyyy-MM-dd}.{kind.ToString().ToLowerInvariant()}.{digest}@{domain}";
    }

    private void Require(ReminderState state)
    {
        if (State != state)
            throw new InvalidOperationException($"The reminder is {State}, not {state}.");
    }
}

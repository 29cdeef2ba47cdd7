namespace ImprovementSuite.Platform.Mail;

/// <summary>How far a letter has come.</summary>
public enum LetterState
{
    /// <summary>To be sent as soon as somebody works on it.</summary>
    Waiting,

    /// <summary>Claimed: one worker has it in hand.</summary>
    Sending,

    /// <summary>The mail server has taken it, or a person says that it arrived.</summary>
    Sent,

    /// <summary>The mail server certainly does not have it. It is tried again.</summary>
    Failed,

    /// <summary>It was in hand when the suite or the connection broke: nobody knows whether it was sent, so a person decides.</summary>
    Unknown,

    /// <summary>There was nothing left to say when it was to go out.</summary>
    NotNeeded,
}

/// <summary>
/// One message of a module to one person: a row of its own, claimed before it is sent, so that there is one and it is sent once. A module adds
/// what the message is about and makes the Message-Id follow from it, so that a mail system that gets it twice can see that it is one.
/// <see cref="LetterSender"/> sends it.
/// </summary>
public abstract class LetterRow
{
    /// <summary>Order of writing.</summary>
    public int Id { get; init; }

    /// <summary>The Message-Id, without angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>How far it has come.</summary>
    public LetterState State { get; private set; }

    /// <summary>When the row was written, UTC.</summary>
    public DateTime WrittenAt { get; init; }

    /// <summary>Where it was sent, or was about to be: set by each claim, as are its words.</summary>
    public string? Address { get; private set; }

    /// <summary>The subject that was sent, or was about to be.</summary>
    public string? Subject { get; private set; }

    /// <summary>The text that was sent, or was about to be.</summary>
    public string? Body { get; private set; }

    /// <summary>The run of the suite that claimed it.</summary>
    public string? ClaimedBy { get; private set; }

    /// <summary>When it was claimed, UTC.</summary>
    public DateTime? ClaimedAt { get; private set; }

    /// <summary>How often it was claimed.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not to be tried before, UTC.</summary>
    public DateTime NextAttempt { get; private set; }

    /// <summary>When it was sent, UTC; null while it is not, or nobody knows.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>Why it was not sent, or why nobody knows.</summary>
    public string? LastError { get; private set; }

    /// <summary>Who said that it was sent, where the suite does not know.</summary>
    public string? MarkedBy { get; private set; }

    /// <summary>A person has looked and wants it sent again: the same words under the same Message-Id.</summary>
    /// <exception cref="InvalidOperationException">It is known how it went.</exception>
    public void Resend(DateTime now)
    {
        Require(LetterState.Unknown);
        (State, NextAttempt, LastError) = (LetterState.Waiting, now, null);
    }

    /// <summary>A person has looked and knows that it arrived.</summary>
    /// <exception cref="InvalidOperationException">It is known how it went.</exception>
    public void MarkSent(string by, DateTime now)
    {
        Require(LetterState.Unknown);
        (State, SentAt, MarkedBy, LastError) = (LetterState.Sent, now, by, null);
    }

    /// <summary>The trouble is mended: it need not wait for its next attempt.</summary>
    /// <exception cref="InvalidOperationException">It has not failed.</exception>
    public void TryNow(DateTime now)
    {
        Require(LetterState.Failed);
        NextAttempt = now;
    }

    private void Require(LetterState state)
    {
        if (State != state)
            throw new InvalidOperationException($"The letter is {State}, not {state}.");
    }
}

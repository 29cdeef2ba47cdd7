using System.Security.Cryptography;
using System.Text;
using ImprovementSuite.Platform.Mail;

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

/// <summary>One letter to one workstream about one round. It is not needed any more once everything came in or the round ended.</summary>
internal sealed class Reminder : LetterRow
{
    public DateOnly Panel { get; init; }
    public required string Workstream { get; init; }
    public ReminderKind Kind { get; init; }

    /// <summary>The Message-Id of the message of this kind to this workstream about this round, whoever asks and however often.</summary>
    public static string MessageIdOf(DateOnly panel, string workstream, ReminderKind kind, string domain)
    {
        // The workstream's name may have any letters; its digest may stand in an address.
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(workstream.ToLowerInvariant())))[..16];
        return $"update.{panel:yyyy-MM-dd}.{kind.ToString().ToLowerInvariant()}.{digest}@{domain}";
    }
}

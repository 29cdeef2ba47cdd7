using System.Security.Cryptography;
using System.Text;
using ImprovementSuite.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Reminders;

internal enum ReminderKind
{
    /// <summary>Some working days before the day, which may be an original date or a revised one.</summary>
    Before,

    /// <summary>On the working day after the original date.</summary>
    After,

    /// <summary>To somebody above the service, some working days after the original date.</summary>
    Escalation,
}

/// <summary>One letter to one service about what is due on one day. It is not needed any more once all of that is complete.</summary>
internal sealed class Reminder : LetterRow
{
    public required string Service { get; init; }
    public DateOnly DueOn { get; init; }
    public ReminderKind Kind { get; init; }

    /// <summary>The Message-Id of the message of this kind to this service about this day, whoever asks and however often.</summary>
    public static string MessageIdOf(string service, DateOnly due, ReminderKind kind, string domain)
    {
        // A service's name may have any letters; its digest may stand in an address.
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(service.ToLowerInvariant())))[..16];
        return $"recommendations.{due:yyyy-MM-dd}.{kind.ToString().ToLowerInvariant()}.{digest}@{domain}";
    }
}

/// <summary>Whom to write to about the recommendations of a service, and whom when they stay open.</summary>
internal sealed class ServiceContact
{
    public required string Service { get; init; }
    public required string Name { get; set; }
    public required string Email { get; set; }

    /// <summary>Who is told when recommendations stay open; null where nobody is.</summary>
    public string? EscalateTo { get; set; }

    public int Version { get; private set; }

    public bool IsOf(string service) => string.Equals(Service, service, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Name}, {Email}{(EscalateTo is null ? "" : $"; escalates to {EscalateTo}")}";
}

/// <summary>Adds the tables of reminders to the model.</summary>
internal static class ReminderTables
{
    /// <summary>reminder and service_contact.</summary>
    public static void AddReminders(this ModelBuilder model)
    {
        model.Entity<ServiceContact>(contact =>
        {
            contact.ToTable("service_contact").HasKey(c => c.Service);
            contact.Property(c => c.Service).UseCollation("NOCASE");
            contact.Property(c => c.Version).IsConcurrencyToken();
        });
        model.Entity<Reminder>(reminder =>
        {
            reminder.ToLetterTable("reminder").HasIndex(r => new { r.Service, r.DueOn, r.Kind }).IsUnique();
            reminder.Property(r => r.Service).UseCollation("NOCASE");
            reminder.Property(r => r.Kind).HasConversion<string>();
        });
    }
}

using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Platform.Mail;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Inspections.Reminders;

/// <summary>Sends the reminders that wait, each with what is still open when it goes out.</summary>
internal sealed class ReminderSender(
    ModuleDatabase<InspectionsDb> database, IServiceScopeFactory scopes, Mailer mailer, MailSettings mail, BusinessClock clock, ILogger<ReminderSender> log)
{
    private readonly LetterSender _letters = new(database, "reminder", mailer, clock, log);

    /// <summary>A claim that nobody can answer for becomes a question to a person.</summary>
    public void AskAboutAbandoned() => _letters.AskAboutAbandoned();

    /// <summary>Sends what is due. Several workers may do this at once.</summary>
    public Task SendDue(CancellationToken cancel) => _letters.SendDue(Compose, cancel);

    /// <summary>The message as it is right now; null where all is complete, or there is nobody to write to.</summary>
    private async Task<Letter?> Compose(int id, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InspectionsDb>();
        var due = await db.Reminders.AsNoTracking().SingleAsync(reminder => reminder.Id == id, cancel);
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(contact => contact.Service == due.Service, cancel);
        var open = database.Read(connection => RemindingSql.Of(connection, due.Service, due.DueOn, due.Kind));
        if (open.Count == 0 || (due.Kind == ReminderKind.Escalation ? contact?.EscalateTo : contact?.Email) is not { } address)
            return null;
        return new Letter(due.MessageId, address, ReminderText.Subject(due, open.Count), ReminderText.Body(due, contact!, open, clock.Today, mail.BaseAddress));
    }
}

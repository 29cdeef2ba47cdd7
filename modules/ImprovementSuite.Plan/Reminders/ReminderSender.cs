using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Mail;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Plan.Reminders;

/// <summary>Sends the reminders that wait, each with what is outstanding when it goes out.</summary>
internal sealed class ReminderSender(
    ModuleDatabase<PlanDb> database, IServiceScopeFactory scopes, PlanSnapshots snapshots, Mailer mailer, MailSettings mail, BusinessClock clock, ILogger<ReminderSender> log)
{
    private readonly LetterSender _letters = new(database, "reminder", mailer, clock, log);

    /// <summary>A claim that nobody can answer for becomes a question to a person.</summary>
    public void AskAboutAbandoned() => _letters.AskAboutAbandoned();

    /// <summary>Sends what is due. Several workers may do this at once.</summary>
    public Task SendDue(CancellationToken cancel) => _letters.SendDue(Compose, cancel);

    /// <summary>The message as it is right now; null where there is nothing left to remind of, or nobody to write to.</summary>
    private async Task<Letter?> Compose(int id, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
        var due = await db.Reminders.AsNoTracking().SingleAsync(reminder => reminder.Id == id, cancel);
        if (await snapshots.Current(cancel) is not { } plan || UpdateRound.Open(plan) is not { } round || round.Panel.On != due.Panel)
            return null;
        var outstanding = round.Lines.Where(line => !line.IsIn && line.Line.Workstreams.Contains(due.Workstream, StringComparer.OrdinalIgnoreCase)).ToList();
        var contacts = await db.Contacts.AsNoTracking().ToListAsync(cancel);
        if (outstanding.Count == 0 || contacts.FirstOrDefault(c => ReminderWriter.IsFor(c, due.Workstream)) is not { } contact)
            return null;
        return (due.Kind == ReminderKind.Escalation ? contact.EscalateTo : contact.Email) is { } address
            ? new Letter(due.MessageId, address, ReminderText.Subject(due.Kind, round.Panel, contact.Workstream, outstanding.Count),
                ReminderText.Body(due.Kind, round.Panel, plan, contact, outstanding, mail.BaseAddress))
            : null;
    }
}

using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>What the audit programme asks of a person: an alert before all else, then audits given to them, then what they were reminded of.</summary>
internal sealed class AuditsToDo(IServiceScopeFactory scopes, ModuleDatabase<SocialCareDb> database, BusinessClock clock) : IToDoList
{
    public async Task<IReadOnlyList<ToDo>> For(Person person, CancellationToken cancel)
    {
        if (!person.May(Tasks.AuditFiles) && !person.May(Tasks.ModerateAudits))
            return [];
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SocialCareDb>();
        var posts = await db.Managers.AsNoTracking().Where(post => post.SignIn == person.Id).ToListAsync(cancel);
        return [.. await Alerts(db, person, posts, cancel), .. await Audits(db, posts, cancel), .. await Reminders(db, posts, cancel), .. await Moderation(db, person, cancel)];
    }

    /// <summary>Alerts that this person is told of: every one for a moderator, those of the own team for its manager.</summary>
    public static IEnumerable<SafeguardingAlert> ToldTo(IEnumerable<SafeguardingAlert> alerts, bool moderates, IReadOnlyCollection<ManagerInPost> own, IReadOnlyDictionary<int, Platform.Recalculation.Place> places, DateOnly today) =>
        alerts.Where(alert => moderates || own.Any(post => post.InPostOn(today) && post.Role == AuditorRole.TeamManager
            && places.TryGetValue(alert.Audit.TeamId, out var place) && post.Supervises(place, places)));

    private async Task<IEnumerable<ToDo>> Alerts(SocialCareDb db, Person person, List<ManagerInPost> own, CancellationToken cancel)
    {
        var open = await db.Set<SafeguardingAlert>().AsNoTracking().Include(alert => alert.Audit).Where(alert => alert.AnsweredAt == null).ToListAsync(cancel);
        if (open.Count == 0)
            return [];
        var told = ToldTo(open, person.May(Tasks.ModerateAudits), own, database.Read(SocialCareCounting.Places), clock.Today).ToList();
        return told.Count == 0 ? [] : [new ToDo($"Safeguarding: {Say.Count("child", told.Count, "children")} may not be safe, found in an audit", "/social-care/audits/alerts", told.Min(alert => alert.RaisedOn)) { Urgent = true }];
    }

    private async Task<IEnumerable<ToDo>> Audits(SocialCareDb db, List<ManagerInPost> own, CancellationToken cancel)
    {
        if (own.Count == 0)
            return [];
        var ids = own.Select(post => post.Id).ToList();
        var due = await db.Audits.Where(a => ids.Contains(a.AuditorId) && a.ReceivedAt == null && a.WithdrawnWhy == null)
            .GroupBy(a => a.DueOn).Select(group => new { Due = group.Key, Files = group.Count() }).ToListAsync(cancel);
        return due.Count == 0 ? [] : [new ToDo($"Audit {Say.Count("file", due.Sum(d => d.Files))}", "/social-care/audits/mine", due.Min(d => d.Due))];
    }

    private async Task<IEnumerable<ToDo>> Reminders(SocialCareDb db, List<ManagerInPost> own, CancellationToken cancel)
    {
        if (own.Count == 0)
            return [];
        var ids = own.Select(post => post.Id).ToList();
        var reminders = await db.Set<AuditReminder>().AsNoTracking().Where(r => ids.Contains(r.ManagerId)).ToListAsync(cancel);
        if (reminders.Count == 0)
            return [];
        var months = database.Read(connection => AuditMonths.Read(connection, reminders.Min(r => r.Month), reminders.Max(r => r.Month))).ToDictionary(month => month.Month);
        return reminders.GroupBy(r => r.Month).OrderBy(group => group.Key)
            .Select(group => (Month: group.Key, Last: group.Max(r => r.On), Missing: months.GetValueOrDefault(group.Key)?.Managers.Where(m => ids.Contains(m.Manager.Id)).Sum(m => m.Missing) ?? 0))
            .Where(reminder => reminder.Missing > 0)
            .Select(reminder => new ToDo($"You were reminded: {Say.Count("audit", reminder.Missing)} of {Say.Month(reminder.Month)} {(reminder.Missing == 1 ? "is" : "are")} missing", "/social-care/audits/mine", reminder.Month.AddMonths(1).AddDays(-1)));
    }

    private static async Task<IEnumerable<ToDo>> Moderation(SocialCareDb db, Person person, CancellationToken cancel)
    {
        if (!person.May(Tasks.ModerateAudits))
            return [];
        var differ = await db.Audits.Where(second => second.Purpose == AuditPurpose.SecondMark && second.ReceivedOn != null && second.Earlier!.SettledGrade == null && second.Earlier.Grade != second.Grade)
            .GroupBy(_ => 1).Select(group => new { Pairs = group.Count(), Since = group.Min(second => second.ReceivedOn) }).FirstOrDefaultAsync(cancel);
        return differ is null ? [] : [new ToDo($"Settle {Say.Count("grade", differ.Pairs)} on which two auditors differ", "/social-care/audits/agreement", differ.Since)];
    }
}

using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.SocialCare.CaseAudits.Sample;

/// <summary>
/// Fills the demo's programme by the same draw, form and verbs that people use: March to August 2010, July as published. What the auditors
/// found is invented; chance is a hash, so that each filling gives the same.
/// </summary>
internal sealed class SampleAudits
{
    private const int Reviewed = 300;
    private const int DrawnForReview = 340;
    private const int SecondsLeftOut = 4;
    private static readonly DateOnly August = new(2010, 8, 1);

    private readonly SocialCareDb _db;
    private readonly ModuleDatabase<SocialCareDb> _database;
    private readonly AuditDraws _draws;
    private readonly BusinessClock _clock;
    private readonly Actor _actor;
    private readonly CancellationToken _cancel;
    private List<ManagerInPost> _managers = [];
    private Dictionary<int, Independence> _independence = [];
    private ILookup<AuditList, ListedItem> _items = null!;
    private Dictionary<int, Team> _teams = [];

    private SampleAudits(IServiceProvider services, Actor actor, CancellationToken cancel)
    {
        (_db, _database, _draws) = (services.GetRequiredService<SocialCareDb>(), services.GetRequiredService<ModuleDatabase<SocialCareDb>>(), services.GetRequiredService<AuditDraws>());
        (_clock, _actor, _cancel) = (services.GetRequiredService<BusinessClock>(), actor, cancel);
    }

    public static async Task<int> Load(IServiceProvider services, Actor actor, CancellationToken cancel)
    {
        using var scope = services.CreateScope();
        return await new SampleAudits(scope.ServiceProvider, actor, cancel).Load(scope.ServiceProvider.GetRequiredService<Doorbell>());
    }

    private async Task<int> Load(Doorbell doorbell)
    {
        // A demo may hold other records than the sample extract: then there is nothing to draw these audits from.
        if (await _db.Managers.AnyAsync(_cancel) || !SampleManagers.HaveTeams(await _db.Teams.AsNoTracking().ToListAsync(_cancel)))
            return 0;
        // All of it or nothing: a demo that was stopped in the middle begins again.
        await using var transaction = await _db.Database.BeginTransactionAsync(_cancel);
        await Begin();
        var audits = new List<(CaseAudit Audit, PoolFile File)>();
        foreach (var (month, own, forThem) in SampleManagers.Months)
            audits.AddRange(await Month(month, own, forThem));
        audits.AddRange(await Review());
        await _db.SaveChangesAsync(_cancel);
        await SecondMarks(audits);
        await Actions(audits);
        Alerts(audits);
        await Remind();
        _db.Record(_actor, "filled in an invented audit programme", "Case audits", after: $"{_managers.Count} managers, {audits.Count} audits");
        await _db.SaveChangesAsync(_cancel);
        foreach (var month in SampleManagers.Months)
            await Stale(AuditsCompleted.Code, month.Month);
        foreach (var day in audits.Where(a => a.Audit.Purpose == AuditPurpose.NfaReview && a.Audit.ReceivedOn is not null).Select(a => a.Audit.ReceivedOn!.Value).Distinct())
            await Stale(NfaAudited.Code, day);
        await transaction.CommitAsync(_cancel);
        doorbell.Ring(SocialCareModule.Name);
        return audits.Count;
    }

    private async Task Begin()
    {
        var teams = await _db.Teams.AsNoTracking().ToListAsync(_cancel);
        _teams = teams.ToDictionary(team => team.Id);
        _managers = [.. SampleManagers.All.Select(sample => sample.InPost(teams))];
        _db.AddRange(_managers);
        var programme = await _db.Programme(_cancel);
        programme.Begin(SampleManagers.Months[0].Month, _clock.Today);
        // The plan asks for a tenth less no further action than on 9 December 2009.
        programme.Reduce(new(2009, 4, 1), new(2009, 12, 9), 10);
        _db.Add(new ExpectedStatement { Month = SampleManagers.July, Expected = 68, By = _actor.Name, On = _clock.Today, Why = "The action plan of 20 August 2010 says that 68 were expected" });
        await _db.SaveChangesAsync(_cancel);
        _items = (await _db.Set<ListedItem>().AsNoTracking().OrderBy(i => i.Id).ToListAsync(_cancel)).ToLookup(i => i.List);
        _db.AddRange(SampleLearning.All.Select(learning => learning.Typed(_items[AuditList.PracticeIssue], _actor)));
        _independence = _database.Read(connection => AuditPool.Independence(connection, _managers, _managers, SocialCareCounting.Places(connection), _clock.Today));
    }

    private async Task<List<(CaseAudit Audit, PoolFile File)>> Month(DateOnly month, int own, int forThem)
    {
        var drawn = new List<(CaseAudit Audit, PoolFile File)>();
        foreach (var kind in Enum.GetValues<AuditKind>())
        {
            var order = new DrawOrder(AuditPurpose.Quota, kind, month, month.AddMonths(-3), month.AddDays(-1), $"sample {month:yyyy-MM} {kind}", await _draws.StillToGive(kind, month, _cancel), month);
            drawn.AddRange((await _draws.Make(order, _actor, _cancel)).Audits);
        }
        await _db.SaveChangesAsync(_cancel);
        var (byManager, byOther) = month == SampleManagers.July ? AsPublished(drawn) : ByChance(drawn, own, forThem);
        foreach (var (audit, file) in byOther)
        {
            var other = Pick(_managers.Where(m => m.Role == AuditorRole.PracticeImprovementManager), file.Key);
            Expect(audit.HandTo(other, file, _independence[other.Id]));
        }
        foreach (var (audit, file) in byManager.Concat(byOther))
            SendIn(audit, file, month.AddDays(4 + Chance(file.Key, "day", Min(_clock.Today, month.AddDays(34)).DayNumber - month.AddDays(4).DayNumber + 1)));
        return drawn;
    }

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    private (List<(CaseAudit, PoolFile)>, List<(CaseAudit, PoolFile)>) AsPublished(List<(CaseAudit Audit, PoolFile File)> drawn)
    {
        var (byManager, byOther) = (new List<(CaseAudit, PoolFile)>(), new List<(CaseAudit, PoolFile)>());
        foreach (var (sample, manager) in SampleManagers.All.Zip(_managers))
        {
            var given = drawn.Where(a => a.Audit.ForId == manager.Id).ToList();
            byManager.AddRange(given.Take(sample.JulyOwn));
            byOther.AddRange(given.Skip(sample.JulyOwn).Take(sample.JulyFor));
        }
        return (byManager, byOther);
    }

    private static (List<(CaseAudit, PoolFile)>, List<(CaseAudit, PoolFile)>) ByChance(List<(CaseAudit Audit, PoolFile File)> drawn, int own, int forThem)
    {
        var shuffled = drawn.OrderBy(a => FileDraw.Number("sample order", a.File.Key), StringComparer.Ordinal).ToList();
        return ([.. shuffled.Take(own)], [.. shuffled.Skip(own).Take(forThem)]);
    }

    private async Task<List<(CaseAudit Audit, PoolFile File)>> Review()
    {
        var auditors = _managers.Where(m => m.AuditsForOthers()).ToList();
        var wanted = auditors.ToDictionary(auditor => auditor.Id, _ => DrawnForReview / auditors.Count);
        var order = new DrawOrder(AuditPurpose.NfaReview, AuditKind.NoFurtherAction, August, new(2010, 4, 1), new(2010, 7, 31), "sample review", wanted, August);
        var drawn = (await _draws.Make(order, _actor, _cancel)).Audits.ToList();
        await _db.SaveChangesAsync(_cancel);
        foreach (var (audit, file) in drawn.Take(Reviewed))
            SendIn(audit, file, new DateOnly(2010, 8, 2).AddDays(Chance(file.Key, "day", 19)));
        return drawn;
    }

    private void SendIn(CaseAudit audit, PoolFile file, DateOnly on, int? grade = null)
    {
        audit.Write(Form(audit, file, grade ?? Graded(file), on));
        Expect(audit.SendIn(file, _independence[audit.AuditorId], BusinessClock.Utc(on, new TimeOnly(9 + Chance(file.Key, "hour", 8), Chance(file.Key, "minute", 60))), 10,
            audit.DrawId is null ? null : $"sample {audit.Month:yyyy-MM}"));
    }

    private AuditForm Form(CaseAudit audit, PoolFile file, int grade, DateOnly on)
    {
        var sections = _items[audit.Kind == AuditKind.CaseFile ? AuditList.FileSection : AuditList.NfaSection];
        // The worse the decision, the more likely it was wrong: about one in eight in all.
        bool? right = audit.Kind == AuditKind.CaseFile ? null : Chance(file.Key, "right", 100) >= grade switch { 1 => 0, 2 => 3, 3 => 14, _ => 50 };
        var (found, team) = (new Dictionary<int, string>(), _teams[file.Holder]);
        foreach (var item in _items[AuditList.Strength].Where(item => Chance(file.Key, item.Title, 10) < (grade <= 2 ? 4 : 1)))
            found[item.Id] = "";
        foreach (var item in _items[AuditList.PracticeIssue].Where(item => Chance(file.Key, item.Title, 10) < SampleLearning.OfTen(item, team, on, grade)))
            found[item.Id] = "";
        WrittenAction[] actions = right == false || grade == GradeScale.Grades || grade == 3 && Chance(file.Key, "action", 2) == 0
            ? [new WrittenAction(0, right == false ? "Look at the decision again with the referrer" : Pick(["Visit and see the child alone", "Bring the chronology up to date", "Record the manager's decision and its reason", "Ask health and school for what they know"], file.Key), ManagerOf(file), audit.DueOn.AddDays(Chance(file.Key, "due", 28)))]
            : [];
        return new AuditForm(grade, right, "", sections.ToDictionary(s => s.Id, s => Math.Clamp(grade + (Chance(file.Key, s.Title, 10) switch { 0 => -1, 1 => 1, _ => 0 }), 1, GradeScale.Grades)), found, actions);
    }

    private string ManagerOf(PoolFile file) => _managers.FirstOrDefault(m => m.TeamId == file.Holder)?.Name ?? "Duty team manager";

    private static int Graded(PoolFile file) => Chance(file.Key, "grade", 100) switch { < 9 => 1, < 48 => 2, < 86 => 3, _ => 4 };

    /// <summary>Second auditors agree with the first on about seven files of ten.</summary>
    private async Task SecondMarks(List<(CaseAudit Audit, PoolFile File)> audits)
    {
        var auditors = _managers.Where(m => m.AuditsForOthers()).ToList();
        var chosen = audits.Where(a => a.Audit.NeedsSecond).ToList();
        foreach (var ((audit, file), at) in chosen.Select((a, i) => (a, i)).SkipLast(SecondsLeftOut / 2))
        {
            var marker = Pick(auditors.Where(auditor => auditor.Id != audit.AuditorId), file.Key);
            var (second, refused) = audit.Again(AuditPurpose.SecondMark, file, marker, _independence[marker.Id], audit.ReceivedOn!.Value);
            Expect(refused);
            _db.Add(second!);
            if (at >= chosen.Count - SecondsLeftOut)
                continue;
            var apart = Chance(file.Key, "apart", 100) switch { < 70 => 0, < 86 => 1, < 97 => -1, < 99 => 2, _ => -2 };
            SendIn(second!, file, Min(audit.ReceivedOn.Value.AddDays(Chance(file.Key, "second", 10)), _clock.Today), Math.Clamp(audit.Grade!.Value + apart, 1, GradeScale.Grades));
            if (second!.Grade != audit.Grade && audit.ReceivedOn < new DateOnly(2010, 8, 10))
                await Settled(audit, second);
        }
    }

    private async Task Settled(CaseAudit audit, CaseAudit second)
    {
        await _db.SaveChangesAsync(_cancel);
        Expect(audit.Settle(second, Math.Max(audit.Grade!.Value, second.Grade!.Value), "The second auditor's reasons were on file", _actor));
    }

    private async Task Actions(List<(CaseAudit Audit, PoolFile File)> audits)
    {
        var asked = audits.Where(a => a.Audit.Actions.Count > 0 && a.Audit.Purpose == AuditPurpose.Quota && a.Audit.Month < SampleManagers.July).ToList();
        foreach (var (audit, file) in asked.Where(a => Chance(a.File.Key, "done", 3) > 0))
            foreach (var action in audit.Actions)
                Expect(action.Done(Min(action.DueOn!.Value, _clock.Today), "On the file, with the date and the manager's name"));
        foreach (var (audit, file) in asked.Where(a => a.Audit.Actions[0].DoneOn is not null).Take(3))
        {
            var auditor = Pick(_managers.Where(m => m.AuditsForOthers() && m.Id != audit.AuditorId), file.Key);
            var (again, refused) = audit.Again(AuditPurpose.ReAudit, file, auditor, _independence[auditor.Id], new DateOnly(2010, 7, 5));
            Expect(refused);
            _db.Add(again!);
            await _db.SaveChangesAsync(_cancel);
            SendIn(again!, file, new DateOnly(2010, 7, 12), 2);
            foreach (var action in audit.Actions)
                Expect(action.CloseBy(again!));
        }
    }

    /// <summary>One that waits, of Central 2, and one that was answered.</summary>
    private void Alerts(List<(CaseAudit Audit, PoolFile File)> audits)
    {
        var central = _managers.Single(m => m.SignIn == "demo-team-manager").TeamId;
        var open = audits.First(a => a.Audit.Purpose == AuditPurpose.NfaReview && a.Audit.ReceivedOn is not null && a.File.Holder == central).Audit;
        open.Alert("The referrer told of a second incident two days later. No visit is recorded.", new Actor("sample", Name(open)), BusinessClock.Utc(new(2010, 8, 19), new(15, 40)));
        var answered = audits.First(a => a.Audit.Month == SampleManagers.July && a.Audit.ReceivedOn is not null && a.File.Holder != central).Audit;
        answered.Alert("An adult whom the plan keeps away is said to live in the home again.", new Actor("sample", Name(answered)), BusinessClock.Utc(new(2010, 7, 21), new(11, 5)))!
            .Settle("Visited the same afternoon by the duty team; the child was seen alone. A strategy discussion was held.", _actor, BusinessClock.Utc(new(2010, 7, 21), new(16, 30)));
    }

    private string Name(CaseAudit audit) => _managers.First(m => m.Id == audit.AuditorId).Name;

    private async Task Remind()
    {
        await _db.SaveChangesAsync(_cancel);
        foreach (var (sample, manager) in SampleManagers.All.Zip(_managers).Where(m => m.First.Role.IsLocalityOrTeam()))
        {
            var missing = (manager.TeamId is null ? 8 : 3) - sample.JulyOwn - sample.JulyFor;
            if (missing > 0)
                _db.Add(new AuditReminder { ManagerId = manager.Id, Month = SampleManagers.July, Missing = missing, On = new(2010, 8, 6), By = _actor.Name });
            if (missing > 1)
                _db.Add(new AuditReminder { ManagerId = manager.Id, Month = SampleManagers.July, Missing = missing, On = new(2010, 8, 16), By = _actor.Name });
        }
    }

    private Task Stale(string measure, DateOnly day) => _db.Database.ExecuteSqlAsync(
        $"INSERT INTO stale_day (Measure, Day, Version) VALUES ({measure}, {day.DayNumber}, 1) ON CONFLICT (Measure, Day) DO UPDATE SET Version = Version + 1", _cancel);

    /// <summary>A number below <paramref name="below"/> that is the same in each filling.</summary>
    private static int Chance(string key, string what, int below) => (int)(Convert.ToUInt32(FileDraw.Number($"sample {what}", key)[..8], 16) % (uint)below);

    private static T Pick<T>(IEnumerable<T> from, string key)
    {
        var all = from.ToList();
        return all[Chance(key, "pick", all.Count)];
    }

    /// <summary>The sample keeps the rules: a refusal is a fault of its own.</summary>
    private static void Expect(string? refused)
    {
        if (refused is not null)
            throw new InvalidOperationException($"The sample breaks a rule of audits: {refused}");
    }
}
